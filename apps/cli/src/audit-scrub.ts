/** `pledgeline audit scrub`: has the server compare every event with what was signed of it, and says what it found. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { progressBar } from './progress-bar.ts';
import { notThere, type Answer, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

const PROOF = '/operations/proof';
const LOOK_EVERY_MS = 200;

interface Status {
  readonly leaves: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly scrub: {
    readonly state: 'none' | 'running' | 'done' | 'failed';
    readonly compared: number;
    readonly of: number;
    /** RFC 3339, of the last that ended. */
    readonly endedAt: string | null;
  };
}

/**
 * @throws {CliError} `differs` naming the first event that is not what was signed; `refused` where the server could not compare.
 */
export const auditScrub = async (
  target: Server,
  { json = false }: { readonly json?: boolean },
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> => {
  const asked = async (answer: Promise<Answer>): Promise<Status> => {
    const got = await answer.catch((error: unknown) => {
      throw notThere(target, error);
    });
    if (got.status >= 300) throw new CliError(EXIT.refused, `not compared: ${sentence(got)}`);
    return got.body as Status;
  };
  const bar = terminal.errIsWatched ? progressBar('{bar}  {percentage} %  {value} of {total} events') : null;
  let status = await asked(target.post(`${PROOF}/scrub`, {}, randomUUID()));
  const { leaves } = status;
  const { endedAt: before } = status.scrub;
  bar?.start(Math.max(leaves, 1), 0);
  const isOver = ({ failure, scrub }: Status): boolean => {
    if (failure !== null) return true;
    // What the last one found before this was asked says nothing of now.
    if (scrub.endedAt === before) return false;
    // One that ran already may end first, and compare less.
    return scrub.state === 'failed' || (scrub.state === 'done' && scrub.compared >= leaves);
  };
  while (!isOver(status)) {
    await pause(LOOK_EVERY_MS, undefined, { signal: interrupted }).catch(() => undefined);
    if (interrupted.aborted) break;
    status = await asked(target.get(PROOF));
    bar?.update(status.scrub.compared);
  }
  bar?.stop();
  if (interrupted.aborted) return EXIT.interrupted;
  const { scrub } = status;
  const failure = status.failure ?? (scrub.state === 'failed' ? notCompared(scrub) : null);
  if (json) terminal.json({ compared: scrub.compared, failure });
  if (failure !== null) {
    const code = failure.code === 'NOT_AVAILABLE' ? EXIT.refused : EXIT.differs;
    throw new CliError(code, `${failure.code}: ${failure.message}`);
  }
  if (!json) terminal.out(`${scrub.compared} events are what was signed of them`);
  return EXIT.ok;
};

const notCompared = ({ compared, of }: Status['scrub']): NonNullable<Status['failure']> => ({
  code: 'NOT_AVAILABLE',
  message: `the server could not read on after ${compared} of ${of} events, and its log says why: ask again later`,
});
