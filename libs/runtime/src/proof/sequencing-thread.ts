/**
 * The thread that keeps the log of proofs, as the process sees it. It is begun anew after it broke. A stop never waits longer than
 * its limit: the log is safe whenever its thread ends.
 */
import type { Worker } from 'node:worker_threads';
import type { Log } from '@pledgeline/event-sourcing';
import { UNBEGUN } from '@pledgeline/transparency';
import type { ProofLogStatus, WitnessStatus } from '@pledgeline/transparency';
import type { FromSequencing, ToSequencing } from './messages.ts';

export interface SequencingThread {
  readonly start: () => void;
  readonly status: () => ProofLogStatus;
  readonly send: (message: ToSequencing) => void;
  readonly close: () => Promise<void>;
}

export interface SequencingThreadOptions {
  readonly startWorker: () => Worker;
  readonly log: Log;
  /** How long an orderly end is waited for; 1,000 ms when absent. */
  readonly stopMs?: number;
  /** When a thread that broke is begun anew; 5,000 ms later when absent. */
  readonly againMs?: number;
}

export const sequencingThread = ({
  startWorker,
  log,
  stopMs = 1000,
  againMs = 5000,
}: SequencingThreadOptions): SequencingThread => {
  let worker: Worker | undefined;
  let status: Omit<ProofLogStatus, 'witnesses'> = UNBEGUN;
  let witnesses: readonly WitnessStatus[] = [];
  let isOpen = false;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const broke = (message: string): void => {
    const failure = { code: 'NOT_AVAILABLE', message } as const;
    status = { ...status, state: 'retrying', failure, waitsSince: status.waitsSince ?? Date.now() };
  };

  const begin = (): void => {
    const started = startWorker();
    worker = started;
    isOpen = false;
    let reason = 'its thread ended';
    started.on('message', (message: FromSequencing) => {
      isOpen = true;
      if (message.is === 'status') status = message.status;
      else if (message.is === 'witnesses') witnesses = message.witnesses;
      else log[message.level](message.fields, message.message);
    });
    started.on('error', (error: Error) => {
      reason = error.message;
      log.error({ err: error }, 'the thread of the log of proofs broke');
    });
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      if (closed) return;
      broke(reason);
      again = setTimeout(begin, againMs).unref();
    });
    // After the listeners: adding one would hold the process again.
    started.unref();
  };

  return {
    start: () => {
      if (!closed && worker === undefined) begin();
    },
    status: () => ({ ...status, witnesses }),
    send: (message) => worker?.postMessage(message),
    close: async () => {
      closed = true;
      clearTimeout(again);
      const ending = worker;
      if (ending === undefined) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.ref();
      // One that is still being loaded hears nothing, and has written nothing.
      if (isOpen) ending.postMessage('close' satisfies ToSequencing);
      else void ending.terminate();
      const limit = setTimeout(() => void ending.terminate(), stopMs);
      await ended;
      clearTimeout(limit);
    },
  };
};
