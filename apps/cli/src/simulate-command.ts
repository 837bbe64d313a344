/** `pledgeline simulate`: pledges from a seed, on a server that simulates, and how far that has come. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { progressBar } from './progress-bar.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

const SIMULATION = '/operations/simulation';
const LOOK_EVERY_MS = 250;

export interface SimulateCommand {
  readonly seed: string;
  readonly years: number;
  readonly json?: boolean;
}

interface Simulated {
  readonly pledges: number;
  readonly events: number;
  readonly now: string;
  readonly refusals: Readonly<Record<string, number>>;
}

/** @throws {CliError} when the server refuses, keeps what people did, or is not there. */
export const simulateCommand = async (
  target: Server,
  pledges: number,
  { seed, years, json }: SimulateCommand,
  terminal: Terminal,
): Promise<number> => {
  const done = new AbortController();
  const watched = terminal.errIsWatched ? watch(target, pledges, done.signal) : Promise.resolve();
  const answer = await target
    .post(SIMULATION, { pledges, seed, years }, randomUUID())
    .catch((error: unknown) => {
      throw notThere(target, error);
    })
    .finally(async () => {
      done.abort();
      await watched;
    });
  if (answer.status >= 300) throw new CliError(EXIT.refused, `not simulated: ${sentence(answer)}`);
  const { pledges: begun, events, now, refusals } = answer.body as Simulated;
  if (json) terminal.json(answer.body);
  else {
    const refused = Object.entries(refusals).map(([code, times]) => `, ${times} refused as ${code}`);
    terminal.out(
      `SIMULATED: ${begun} pledges in ${events} events; it is ${now.slice(0, 10)} now${refused.join('')}`,
    );
  }
  return EXIT.ok;
};

/** The server's own count of pledges, until the answer is here. A look that fails is not worth a word. */
const watch = async (target: Server, pledges: number, done: AbortSignal): Promise<void> => {
  const bar = progressBar('{bar}  {percentage} %  {value} of {total} pledges');
  bar.start(pledges, 0);
  const goesOn = (): Promise<boolean> => pause(LOOK_EVERY_MS, true, { signal: done }).catch(() => false);
  while (await goesOn()) {
    const status = await target.get(SIMULATION).catch(() => null);
    const running = (status?.body as { running?: { pledges: number } | null } | undefined)?.running;
    if (running) bar.update(running.pledges);
  }
  bar.stop();
};
