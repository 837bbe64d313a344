/** Puts together what keeps the log of proofs in a process, and what its doors read. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sqliteProofReader } from '@pledgeline/adapters/sqlite';
import type { Log } from '@pledgeline/event-sourcing';
import { openCheckpoint, verifierKeyOf, verifierOf } from '@pledgeline/transparency';
import type { ProofReader, ServedLog } from '@pledgeline/transparency';
import type { Configuration } from '../configuration.ts';
import { CannotStart, contentOf } from '../settings.ts';
import type { SequencingData } from './messages.ts';
import { wakeAfterCommit } from './news.ts';
import { proofPlaces } from './proof-configuration.ts';
import { drawKeys, hasKeys, readKeys, signingKeysAt } from './proof-keys.ts';
import type { KeysFolder, ProofKeys } from './proof-keys.ts';
import { sequencingThread } from './sequencing-thread.ts';
import { witnessPolicyIn } from './witnesses-of.ts';

export interface ProofOfProcess extends ServedLog {
  /** Once the store is open. */
  start(): void;
  /** To be called after each commit of this process. */
  readonly committed: () => void;
  /** Within a second or so, whatever the thread does. */
  close(): Promise<void>;
}

/** A batch of events and their leaves, and pages of two files. */
const MOST_MEMORY_MB = 96;
const YOUNG_MB = 16;

/** @throws {CannotStart} for keys or settings that cannot be used. */
export const openProof = (configuration: Configuration, log: Log): ProofOfProcess => {
  const { dataFolder, distributed, fixedTime, proof } = configuration;
  const { path } = proofPlaces(configuration);
  const { keys, isNew } = keysFor(configuration, log);
  const verifierKeys = [...keys.formerVerifierKeys, keys.verifierKey];
  const asleep = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const data: SequencingData = {
    ...{ path, asleep, fixedTime, distributed },
    origin: keys.origin,
    ...{ signingKey: keys.signingKey, former: keys.former, verifierKeys },
    legacySecret: keys.legacySecret,
    checkpointMs: proof.checkpointMs,
    known: knownIn(proof.knownFile, verifierKeys),
    ...{ witnesses: witnessPolicyIn(proof.witnessesFile), isNew },
    events: distributed === null ? join(dataFolder, 'events.sqlite') : null,
  };
  const thread = sequencingThread({ startWorker: () => startWorker(data), log });
  let reader: ProofReader | undefined;
  return {
    origin: keys.origin,
    verifierKeys: () => signingKeysAt(keys, fixedTime ?? new Date().toISOString()).map(verifierKeyOf),
    keyStatements: keys.statements,
    checkpointMs: proof.checkpointMs,
    isOpen: proof.doors === 'open',
    start: thread.start,
    committed: wakeAfterCommit(asleep, () => {
      thread.send('wake');
    }),
    // The thread makes the file, and has it once it says how it stands.
    reader: () => (reader ??= thread.status().state === 'starting' ? undefined : sqliteProofReader(path)),
    status: thread.status,
    scrub: () => {
      thread.send('scrub');
    },
    close: async () => {
      await thread.close();
      reader?.close();
    },
  };
};

/**
 * Keys are drawn for a log that begins only: beside a log that is there, new ones would contradict what was signed.
 * @throws {CannotStart}
 */
const keysFor = (
  configuration: Configuration,
  log: Log,
): { readonly keys: ProofKeys; readonly isNew: boolean } => {
  const { distributed, proof } = configuration;
  const { path, keysFolder } = proofPlaces(configuration);
  const folder: KeysFolder = { folder: keysFolder, origin: proof.origin };
  if (hasKeys(folder.folder)) {
    if (!existsSync(path) && proof.knownFile === null && proof.witnessesFile === null)
      log.warn(
        { file: path },
        'the log of proofs is built anew, and neither PLEDGELINE_PROOF_KNOWN nor PLEDGELINE_PROOF_WITNESSES says what it must go on from',
      );
    return { keys: readKeys(folder), isNew: false };
  }
  if (existsSync(path))
    throw new CannotStart(
      `${path} is there and the key that signed it is not in ${folder.folder}: bring it back from its copy`,
    );
  if (distributed !== null)
    throw new CannotStart(
      `PLEDGELINE_PROOF_KEYS=${folder.folder} has no signing.key: make the keys once, for all instances, with "pledgeline audit keys"`,
    );
  const drawn = drawKeys(folder);
  log.info(
    { folder: folder.folder, origin: drawn.origin, verifierKey: drawn.verifierKey },
    'keys of the log of proofs were drawn: keep a copy of the folder where others cannot read it',
  );
  return { keys: drawn, isNew: true };
};

/** @throws {CannotStart} for a file that is no checkpoint of this log. */
const knownIn = (file: string | null, verifierKeys: readonly string[]): string | null => {
  if (file === null) return null;
  const note = contentOf('PLEDGELINE_PROOF_KNOWN', file);
  try {
    openCheckpoint(note, verifierKeys.map(verifierOf));
  } catch (error) {
    throw new CannotStart(`PLEDGELINE_PROOF_KNOWN=${file}: ${(error as Error).message}`, { cause: error });
  }
  return note;
};

/** From source in development and tests, where it needs the hook that compiles, compiled in production. */
const startWorker = (data: SequencingData): Worker => {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource
    ? new URL('./sequencing.worker.ts', import.meta.url)
    : new URL('./sequencing.worker.js', import.meta.url);
  const hook = new URL('../../../../infra/node/typescript-hook.mjs', import.meta.url);
  return new Worker(file, {
    workerData: data,
    execArgv: isSource ? ['--import', hook.href] : [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
};
