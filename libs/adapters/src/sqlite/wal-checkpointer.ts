/**
 * Keeps the write-ahead log short without holding the writer up. A worker thread copies it into the database whenever it
 * has grown by `softPages`. Under load that never reaches the end, so past `hardPages` the writer copies the few pages
 * that are left after the worker's pass; the log then starts over.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

export interface WalCheckpointerOptions {
  /** The writer's connection. */
  readonly database: DatabaseSync;
  /** Its file; nothing is done for `:memory:`. */
  readonly path: string;
  /** Pages of 4 KiB after which the worker is asked. */
  readonly softPages: number;
  /** Pages after which the writer helps. A reader of another process can keep the log longer than this. */
  readonly hardPages: number;
}

export interface WalCheckpointer {
  /** Call after each commit. */
  committed(): void;
  /** Ends the worker and copies the whole log into the database. */
  close(): Promise<void>;
}

export const walCheckpointer = (options: WalCheckpointerOptions): WalCheckpointer => {
  const { database, path, softPages, hardPages } = options;
  if (path === ':memory:') return { committed: () => undefined, close: () => Promise.resolve() };

  const look = database.prepare('PRAGMA wal_checkpoint(NOOP)');
  const finish = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  look.setReturnArrays(true);
  let worker: Worker | undefined;
  let working = false;
  let alone = false;
  let askedAt = 0;

  const pages = (): number => (look.get() as unknown as [busy: number, pages: number])[1];

  const help = (): void => {
    if (!database.isOpen || pages() <= hardPages) return;
    try {
      finish.get();
    } catch {
      // A full or failing disk: the log is whole, a later try copies it.
    }
  };

  const start = (): Worker => {
    const started = new Worker(workerFile(), { workerData: { path }, execArgv: [] });
    started.on('message', () => {
      working = false;
      help();
    });
    // Without the thread the writer does it alone: slower, and as safe.
    started.on('error', () => {
      working = false;
      worker = undefined;
      alone = true;
    });
    // After the listeners: adding one would hold the process again.
    started.unref();
    return started;
  };

  return {
    committed() {
      if (working) return;
      const length = pages();
      if (length < askedAt) askedAt = 0;
      if (length - askedAt < softPages) return;
      askedAt = length;
      if (alone) {
        help();
        return;
      }
      working = true;
      worker ??= start();
      worker.postMessage('checkpoint');
    },
    async close() {
      const ending = worker;
      if (ending !== undefined) {
        const ended = new Promise((resolve) => ending.once('exit', resolve));
        ending.ref();
        ending.postMessage('close');
        await ended;
      }
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
};

/** From source in development and tests, compiled in production. */
const workerFile = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./wal-checkpoint.worker.ts', import.meta.url)
    : new URL('./wal-checkpoint.worker.js', import.meta.url);
