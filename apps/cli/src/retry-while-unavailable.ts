/**
 * Asks again while a server is away for a moment: a restart, a full queue, a lost connection. What is sent must be safe
 * to repeat. The waits grow, and their sum has a limit.
 */
import { backoff, pause, retries } from '@pledgeline/event-sourcing';
import { Unreachable } from './server.ts';
import type { Answer } from './server.ts';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

const PASSING: readonly number[] = [429, 502, 503, 504];

export interface RetryWindow {
  /** For how long the server may be away, in all. */
  readonly limitMs: number;
  /** Ends every wait at once: somebody else gave up, or the user did. */
  readonly giveUp: AbortSignal;
}

/** @throws {Unreachable} when the server is still away at the end. */
export const retryWhileUnavailable = async (
  { limitMs, giveUp }: RetryWindow,
  send: () => Promise<Answer>,
): Promise<Answer> => {
  const ownWait = backoff({ firstDelayMs: FIRST_WAIT_MS, maxDelayMs: LONGEST_WAIT_MS });
  let waited = 0;
  const tries = retries({
    isFailure: (error) => error instanceof TemporarilyUnavailable,
    delayAfter: (failures, error) =>
      Math.min(Math.max(ownWait(failures), (error as TemporarilyUnavailable).askedToWaitMs), LONGEST_WAIT_MS),
    delay: (milliseconds) => pause(milliseconds, giveUp),
  });
  const answer = await tries.untilDone(
    () => attempt(send),
    ({ error, delayMs }) => {
      if (giveUp.aborted || waited + delayMs > limitMs) throw error;
      waited += delayMs;
    },
  );
  return answer as Answer;
};

class TemporarilyUnavailable extends Unreachable {
  readonly askedToWaitMs: number;

  constructor(message: string, askedToWaitMs: number) {
    super(message);
    this.askedToWaitMs = askedToWaitMs;
  }
}

/** @throws {TemporarilyUnavailable} */
const attempt = async (send: () => Promise<Answer>): Promise<Answer> => {
  const answer = await send().catch((error: unknown) => {
    throw error instanceof Unreachable ? new TemporarilyUnavailable(error.message, 0) : error;
  });
  if (!PASSING.includes(answer.status)) return answer;
  throw new TemporarilyUnavailable(`the server answered ${answer.status}`, (answer.retryAfter ?? 0) * 1000);
};
