/** Answers that are made while they are read: each has a place from its beginning to its end, or until nobody reads it any more. */
import type { Answers, Question, StreamedAnswer } from '@pledgeline/event-sourcing';
import type { Places } from './places.ts';

export interface StreamedAnswersOptions {
  /** Frees what it holds soon after the signal. */
  readonly begin: (question: Question, signal: AbortSignal) => Promise<StreamedAnswer>;
  readonly places: Places;
}

export const streamedAnswers =
  ({ begin, places }: StreamedAnswersOptions): Answers['stream'] =>
  async ({ cost, ...question }, asker) => {
    const { gone } = asker;
    const leave = once(await places.enter(cost, { ...asker, about: null }, gone));
    gone.addEventListener('abort', leave, { once: true });
    try {
      gone.throwIfAborted();
      const { pieces, ...answer } = await begin(question, gone);
      return { ...answer, pieces: andThen(pieces, leave) };
    } catch (error) {
      leave();
      throw error;
    }
  };

async function* andThen(
  pieces: AsyncIterable<Uint8Array>,
  leave: () => void,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* pieces;
  } finally {
    leave();
  }
}

const once = (leave: () => void): (() => void) => {
  let isLeft = false;
  return () => {
    if (isLeft) return;
    isLeft = true;
    leave();
  };
};
