/** `pledgeline rebuild`: has the read models made again from the events, and shows how far that has come. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { progressBar } from './progress-bar.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

const READ_MODELS = '/operations/read-models';
const LOOK_EVERY_MS = 250;

interface Rebuilt {
  readonly events: number;
  readonly rows: number;
  readonly corrected: number;
}

interface Progress {
  readonly events: number;
  readonly of: number;
  readonly position: string | null;
  readonly logEnd: string | null;
}

/** @throws {CliError} when the server refuses or is not there. */
export const rebuildCommand = async (
  target: Server,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> => {
  const done = new AbortController();
  const watched = terminal.errIsWatched ? watch(target, done.signal) : Promise.resolve();
  const answer = await target
    .post(`${READ_MODELS}/rebuild`, {}, randomUUID())
    .catch((error: unknown) => {
      throw notThere(target, error);
    })
    .finally(async () => {
      done.abort();
      await watched;
    });
  if (answer.status >= 300) throw new CliError(EXIT.refused, `not rebuilt: ${sentence(answer)}`);
  const { events, rows, corrected } = answer.body as Rebuilt;
  if (json) terminal.json(answer.body);
  else
    terminal.out(
      `${rows} rows made again from ${events} events, ${corrected} of them were not as the events say`,
    );
  return EXIT.ok;
};

/** The server's own count of events, until the answer is here. A look that fails is not worth a word. */
const watch = async (target: Server, done: AbortSignal): Promise<void> => {
  const bar = progressBar('{bar}  {percentage} %  {value} of {total} events{place}');
  bar.start(1, 0, { place: '' });
  const goesOn = (): Promise<boolean> => pause(LOOK_EVERY_MS, true, { signal: done }).catch(() => false);
  while (await goesOn()) {
    const status = await target.get(READ_MODELS).catch(() => null);
    const rebuild = (status?.body as { readonly rebuild?: Progress | null } | undefined)?.rebuild;
    if (!rebuild) continue;
    bar.setTotal(Math.max(rebuild.of, rebuild.events, 1));
    bar.update(rebuild.events, { place: placeOf(rebuild) });
  }
  bar.stop();
};

/** Of a log that others share the number of our events says little. */
const placeOf = ({ position, logEnd }: Progress): string =>
  position === null || logEnd === null ? '' : `, at ${position} of a log that ends at ${logEnd}`;
