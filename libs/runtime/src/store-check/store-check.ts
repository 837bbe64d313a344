/**
 * A program for the time after a restore: it compares what is kept in the data folder and in Kafka with the log, says what fits
 * and what to do, and writes nothing. The settings are those of the services, which are stopped meanwhile.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, Log, Position } from '@pledgeline/event-sourcing';
import { configurationFrom } from '../configuration.ts';
import type { Configuration } from '../configuration.ts';
import type { Environment } from '../settings.ts';
import { comparePlaces } from './compare-places.ts';
import { compareProof, PROOF_FILE } from './compare-proof.ts';
import { compareTopics } from './compare-topics.ts';
import type { Finding } from './finding.ts';

export const STORE_CHECK_EXIT = { fits: 0, doesNotFit: 1, couldNotBeAsked: 2 } as const;

/** What `--json` prints. */
export interface StoreCheck {
  /** Null where something could not be compared, and all else fits. */
  readonly fits: boolean | null;
  /** The position of the last event of the log; null when it is empty. */
  readonly end: Position | null;
  readonly findings: readonly Finding[];
  /** Empty where all fits. */
  readonly whatToDo: readonly string[];
}

type ComparedLog = Pick<EventStore, 'at' | 'last' | 'read' | 'close'>;

/** Streams of each file that are compared: each costs a read. */
const STREAMS = 1000;

/** Never rejects. @returns the exit code. */
export const storeCheck = async (
  args: readonly string[],
  env: Environment,
  out: { readonly write: (text: string) => void; readonly fail: (text: string) => void },
): Promise<number> => {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) {
    out.fail(`store-check takes --json alone, and got ${JSON.stringify(unknown)}\n`);
    return STORE_CHECK_EXIT.couldNotBeAsked;
  }
  try {
    const checked = await check(configurationFrom(env, false));
    out.write(args.includes('--json') ? `${JSON.stringify(checked, null, 2)}\n` : inLines(checked));
    if (checked.fits === null) return STORE_CHECK_EXIT.couldNotBeAsked;
    return checked.fits ? STORE_CHECK_EXIT.fits : STORE_CHECK_EXIT.doesNotFit;
  } catch (error) {
    out.fail(`${(error as Error).message}\n`);
    return STORE_CHECK_EXIT.couldNotBeAsked;
  }
};

const check = async (configuration: Configuration): Promise<StoreCheck> => {
  const { dataFolder } = configuration;
  const { keptInFile } = await import('@pledgeline/adapters/sqlite');
  const log = await openLog(configuration);
  try {
    const end = (await log.last()) ?? null;
    const findings: Finding[] = [];
    for (const file of filesIn(dataFolder))
      findings.push(...(await comparePlaces(log, file, keptInFile(join(dataFolder, file), STREAMS))));
    if (configuration.distributed !== null)
      findings.push(...(await compareTopics(log, configuration.distributed, SILENT)));
    findings.push(...(await compareProof(configuration)));
    return { fits: fitOf(findings), end, findings, whatToDo: whatToDo(configuration, findings) };
  } finally {
    await log.close();
  }
};

const openLog = async ({ dataFolder, distributed }: Configuration): Promise<ComparedLog> => {
  if (distributed === null) {
    const { sqliteEventReader } = await import('@pledgeline/adapters/sqlite');
    return sqliteEventReader({ path: join(dataFolder, 'events.sqlite') });
  }
  const { openKurrentdb } = await import('../distributed-infrastructure.ts');
  return openKurrentdb(distributed, SILENT);
};

const fitOf = (findings: readonly Finding[]): boolean | null => {
  if (findings.some(({ fits }) => fits === false)) return false;
  return findings.every(({ fits }) => fits) ? true : null;
};

/** What the program says is its findings. */
const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A rebuild's rows are made anew by each rebuild. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name === 'checkpoints.sqlite' || name.endsWith('.views.sqlite'))
    .filter((name) => !name.endsWith('-rebuild.views.sqlite'))
    .toSorted();

/** A new tree under the same key would contradict the heads that are published. */
const PROOF_STAYS = 'Keep proof.sqlite, which lies beside them, and its keys: they are no read models.';

const whatToDo = (configuration: Configuration, findings: readonly Finding[]): string[] => {
  const steps: string[] = [];
  const misfits = findings.filter(({ fits }) => fits === false).map(({ what }) => what);
  if (misfits.some((what) => what !== PROOF_FILE)) steps.push(...stepsOfPlaces(configuration));
  if (misfits.includes(PROOF_FILE)) steps.push(...STEPS_OF_PROOF);
  if (findings.some(({ what, fits }) => what === PROOF_FILE && fits === null)) steps.push(KEYS_ARE_MISSING);
  return steps;
};

const stepsOfPlaces = ({ dataFolder, distributed }: Configuration): string[] =>
  distributed === null
    ? [
        'If this is not the log that was meant, put the right events.sqlite back: nothing else is to be done.',
        `If it is, move checkpoints.sqlite and all *.views.sqlite (with -wal and -shm) out of ${dataFolder} and start the server: they are made again from the log.`,
        PROOF_STAYS,
        'See docs/operations.md, "After a restore".',
      ]
    : [
        'If this is not the log that was meant, restore the right one: nothing else is to be done.',
        'If it is, delete the topics and, in the data folder of each service, all *.views.sqlite (with -wal and -shm), with services and relay stopped; start them, and tell subscribers to read from the start.',
        PROOF_STAYS,
        'See docs/deployment.md, "Backup and restore".',
      ];

const STEPS_OF_PROOF: readonly string[] = [
  'What was signed is not in this log. Put one back that has all of it: nothing else is to be done.',
  'If that is lost for good, the log of proofs has ended: keep proof.sqlite, which is the evidence, and begin another as docs/operations.md says, "The log of proofs".',
];

const KEYS_ARE_MISSING =
  'Bring the keys of the log of proofs back from their copy, or name their folder in PLEDGELINE_PROOF_KEYS, and run this again.';

const inLines = ({ fits, end, findings, whatToDo: steps }: StoreCheck): string =>
  [
    end === null ? 'The log is empty.' : `The log ends at ${end}.`,
    ...findings.map(
      ({ what, fits: each, says }) =>
        `${wordOf(each, 'fits', 'DOES NOT FIT', 'NOT COMPARED')}  ${what}: ${says}`,
    ),
    ...(findings.length === 0 ? ['There is nothing that was made from it.'] : []),
    wordOf(fits, 'All of it fits the log.', 'Not all of it fits the log.', 'What was compared fits the log.'),
    ...steps,
    '',
  ].join('\n');

const wordOf = (fits: boolean | null, yes: string, no: string, unknown: string): string => {
  if (fits === null) return unknown;
  return fits ? yes : no;
};
