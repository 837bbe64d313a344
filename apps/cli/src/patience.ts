/**
 * Asks again while a server is away for a moment: a restart, a full queue, a lost connection. What is sent must be safe
 * to repeat. The waits grow, and their sum has a limit.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Unreachable } from './server.ts';
import type { Answer } from './server.ts';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

const PASSING: readonly number[] = [429, 502, 503, 504];

export interface Patience {
  /** For how long the server may be away, in all. */
  readonly limitMs: number;
  /** Ends every wait at once: somebody else gave up, or the user did. */
  readonly giveUp: AbortSignal;
}

/** @throws {Unreachable} when the server is still away at the end. */
export const patiently = async (
  { limitMs, giveUp }: Patience,
  send: () => Promise<Answer>,
): Promise<Answer> => {
  let waited = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const away = await attempt(send);
    if (!(away instanceof Away)) return away;
    const next = Math.min(Math.max(wait, away.askedToWaitMs), LONGEST_WAIT_MS);
    if (giveUp.aborted || waited + next > limitMs) throw away;
    await pause(next, undefined, { signal: giveUp }).catch(() => undefined);
    waited += next;
  }
};

class Away extends Unreachable {
  readonly askedToWaitMs: number;

  constructor(message: string, askedToWaitMs: number) {
    super(message);
    this.askedToWaitMs = askedToWaitMs;
  }
}

const attempt = async (send: () => Promise<Answer>): Promise<Answer | Away> => {
  try {
    const answer = await send();
    if (!PASSING.includes(answer.status)) return answer;
    return new Away(`the server answered ${answer.status}`, (answer.retryAfter ?? 0) * 1000);
  } catch (error) {
    if (error instanceof Unreachable) return new Away(error.message, 0);
    throw error;
  }
};
