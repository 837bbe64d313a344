/**
 * The thread that answers questions, as the one that takes requests sees it. It is started with the first question or before, and
 * anew after it broke: callers who were waiting are asked to come again.
 */
import type { Worker } from 'node:worker_threads';
import type { Log, Question, StreamedAnswer } from '@pledgeline/event-sourcing';
import { StoreUnavailable } from '@pledgeline/event-sourcing';
import { errorOf } from './messages.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Compute } from './shared-answers.ts';

export interface AnsweringThread {
  readonly compute: Compute;
  /** Each piece is made when it is asked for. What it holds is free soon after the signal, and once all was read. */
  readonly stream: (question: Question, signal: AbortSignal) => Promise<StreamedAnswer>;
  /** So that the first question need not wait for it. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly answered: (message: Answered) => void;
  readonly failed: (error: unknown) => void;
}

/** What is answered to one message. */
type Answered = Exclude<FromThread, { readonly failure: unknown }>;

const ASK_AGAIN_AFTER_S = 2;

export const answeringThread = (startWorker: () => Worker, log: Log): AnsweringThread => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let closed = false;
  let lastId = 0;

  const begin = (): Worker => {
    const started = startWorker();
    started.on('message', (message: FromThread) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ('failure' in message) asked?.failed(errorOf(message.failure));
      else asked?.answered(message);
    });
    started.on('error', (error: Error) => log.error({ err: error }, 'the answering thread broke'));
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      const lost = [...waiting.values()];
      waiting.clear();
      for (const { failed } of lost) failed(notNow());
    });
    // After the listeners: adding one would hold the process again.
    started.unref();
    return started;
  };

  const post = (message: ToThread): void => {
    worker ??= begin();
    worker.postMessage(message);
  };

  /** Says something, and waits for what is answered to it. */
  const exchange = (id: number, message: ToThread): Promise<Answered> =>
    new Promise((answered, failed) => {
      if (closed) {
        failed(notNow());
        return;
      }
      waiting.set(id, { answered, failed });
      post(message);
    });

  /** @returns its id, and what ends the waiting for the signal. */
  const cancelledBy = (signal: AbortSignal): readonly [number, () => void] => {
    const id = (lastId += 1);
    const cancel = (): void => worker?.postMessage({ cancel: id } satisfies ToThread);
    signal.addEventListener('abort', cancel, { once: true });
    return [id, () => signal.removeEventListener('abort', cancel)];
  };

  async function* piecesOf(id: number, settled: () => void): AsyncGenerator<Uint8Array> {
    let isEnded = false;
    try {
      for (;;) {
        const message = await exchange(id, { next: id });
        if (!('piece' in message)) throw new Error('another piece was waited for');
        isEnded = message.piece === null;
        if (message.piece === null) return;
        yield message.piece;
      }
    } finally {
      settled();
      if (!isEnded) worker?.postMessage({ cancel: id } satisfies ToThread);
    }
  }

  return {
    start: () => {
      worker ??= begin();
    },
    compute: async (ask, signal) => {
      const [id, settled] = cancelledBy(signal);
      try {
        const message = await exchange(id, { ask, id });
        if (!('answer' in message)) throw new Error('an answer was waited for');
        return message.answer;
      } finally {
        settled();
      }
    },
    stream: async (question, signal) => {
      const [id, settled] = cancelledBy(signal);
      try {
        const message = await exchange(id, { stream: question, id });
        if (!('begun' in message)) throw new Error('a beginning was waited for');
        return { ...message.begun, pieces: piecesOf(id, settled) };
      } catch (error) {
        settled();
        throw error;
      }
    },
    close: async () => {
      closed = true;
      const ending = worker;
      if (ending === undefined) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.ref();
      ending.postMessage({ close: true } satisfies ToThread);
      await ended;
    },
  };
};

const notNow = (): StoreUnavailable =>
  new StoreUnavailable('Questions cannot be answered at the moment: ask again.', ASK_AGAIN_AFTER_S);
