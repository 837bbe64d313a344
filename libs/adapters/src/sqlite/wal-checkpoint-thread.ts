/** The thread that copies write-ahead logs, one for all files of the process: a thread costs some 30 MiB of memory. */
import { Worker } from 'node:worker_threads';

/** Requests about one file are answered in their order. */
export interface ToCheckpointThread {
  readonly path: string;
  /** The file is let go of instead of copied. */
  readonly leave: boolean;
}

export interface FromCheckpointThread {
  readonly path: string;
  readonly helped: boolean;
}

interface Thread {
  readonly worker: Worker;
  /** By file, in the order of the requests. */
  readonly waiting: Map<string, ((helped: boolean) => void)[]>;
}

export interface WalCopier {
  /**
   * Copies the log of the file into its database, starting the thread with the first that asks.
   * @returns whether the thread can help with this file.
   */
  readonly copy: () => Promise<boolean>;
  /** Has the thread let go of the file; the last to leave ends the thread. */
  readonly leave: () => Promise<void>;
}

let running: Thread | undefined;
const users = new Set<WalCopier>();

/** Another request may have ended it, or begun one anew, while this one waited. */
const isRunning = (worker: Worker): boolean => running?.worker === worker;

/** For one connection that writes to the file. */
export const walCopier = (path: string): WalCopier => {
  const copier: WalCopier = {
    copy: () => {
      users.add(copier);
      return ask({ path, leave: false });
    },
    leave: async () => {
      if (!users.delete(copier) || running === undefined) return;
      const { worker } = running;
      // The process waits for it when it closes a file, also as the last thing that the process does.
      worker.ref();
      await ask({ path, leave: true });
      worker.unref();
      if (users.size > 0 || !isRunning(worker)) return;
      running = undefined;
      await worker.terminate();
    },
  };
  return copier;
};

const ask = (request: ToCheckpointThread): Promise<boolean> =>
  new Promise((resolve) => {
    const { worker, waiting } = (running ??= begin());
    waiting.set(request.path, [...(waiting.get(request.path) ?? []), resolve]);
    worker.postMessage(request);
  });

const begin = (): Thread => {
  const worker = new Worker(workerFile(), { execArgv: [] });
  const waiting: Thread['waiting'] = new Map();
  worker.on('message', ({ path, helped }: FromCheckpointThread) => waiting.get(path)?.shift()?.(helped));
  const ended = (): void => {
    if (running?.worker === worker) running = undefined;
    for (const answered of [...waiting.values()].flat()) answered(false);
    waiting.clear();
  };
  // Without the thread each writer copies alone: slower, and as safe.
  worker.on('error', ended).on('exit', ended);
  // After the listeners: adding one would hold the process again.
  worker.unref();
  return { worker, waiting };
};

/** From source in development and tests, compiled in production. */
const workerFile = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./wal-checkpoint.worker.ts', import.meta.url)
    : new URL('./wal-checkpoint.worker.js', import.meta.url);
