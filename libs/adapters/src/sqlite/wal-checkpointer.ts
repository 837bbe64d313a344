/**
 * Keeps the write-ahead log short without holding the writer up. A thread copies it into the database whenever it has
 * grown by `softPages`. Under load that never reaches the end, so past `hardPages` the writer copies the few pages
 * that are left after its pass; the log then starts over.
 */
import type { DatabaseSync } from 'node:sqlite';
import { walCopier } from './wal-checkpoint-thread.ts';

export interface WalCheckpointerOptions {
  /** The writer's connection. */
  readonly database: DatabaseSync;
  /** Its file; nothing is done for `:memory:`. */
  readonly path: string;
  /** Pages of 4 KiB after which the thread is asked. */
  readonly softPages: number;
  /** Pages after which the writer helps. A reader of another process can keep the log longer than this. */
  readonly hardPages: number;
}

export interface WalCheckpointer {
  /** Call after each commit. */
  committed(): void;
  /** Copies the whole log into the database. */
  close(): Promise<void>;
}

export const walCheckpointer = (options: WalCheckpointerOptions): WalCheckpointer => {
  const { database, path, softPages, hardPages } = options;
  if (path === ':memory:') return { committed: () => undefined, close: () => Promise.resolve() };

  const look = database.prepare('PRAGMA wal_checkpoint(NOOP)');
  const finish = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  look.setReturnArrays(true);
  const copier = walCopier(path);
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
      void copier.copy().then((helped) => {
        working = false;
        alone = !helped;
        if (helped) help();
      });
    },
    async close() {
      await copier.leave();
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
};
