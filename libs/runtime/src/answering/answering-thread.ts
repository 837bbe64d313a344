/**
 * The thread that answers questions, as the one that takes requests sees it. It is started with the first question or before, and
 * anew after it broke: callers who were waiting are asked to come again.
 */
import type { Worker } from 'node:worker_threads';
import type { Log } from '@pledgeline/event-sourcing';
import { StoreUnavailable } from '@pledgeline/event-sourcing';
import { errorOf } from './messages.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Compute, ComputedAnswer } from './shared-answers.ts';

export interface AnsweringThread {
  readonly compute: Compute;
  /** So that the first question need not wait for it. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly answered: (answer: ComputedAnswer) => void;
  readonly failed: (error: unknown) => void;
}

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
      if ('answer' in message) asked?.answered(message.answer);
      else asked?.failed(errorOf(message.failure));
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

  return {
    start: () => {
      worker ??= begin();
    },
    compute: (ask, signal) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(notNow());
          return;
        }
        const id = (lastId += 1);
        const cancel = (): void => worker?.postMessage({ cancel: id } satisfies ToThread);
        signal.addEventListener('abort', cancel, { once: true });
        const settled =
          <Value>(settle: (value: Value) => void) =>
          (value: Value): void => {
            signal.removeEventListener('abort', cancel);
            settle(value);
          };
        waiting.set(id, { answered: settled(resolve), failed: settled(reject) });
        post({ ask, id });
      }),
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
