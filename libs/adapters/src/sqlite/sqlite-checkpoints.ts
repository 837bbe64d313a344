/**
 * How far each group has come, in a file of its own or in one that is open already.
 *
 * Not flushed to disk at each save: a power cut takes the newest checkpoints away, never an older one's truth, and what
 * is then delivered again changes nothing. A group's own rows belong into the same file, so that a checkpoint is never
 * ahead of them.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Checkpoints } from '@pledgeline/event-sourcing';
import { answerOf, openDatabase } from './sqlite-database.ts';
import type { WalCheckpointer } from './wal-checkpointer.ts';
import { walCheckpointer } from './wal-checkpointer.ts';

export interface SqliteCheckpointsOptions {
  /** A file, created when missing, or `:memory:`. */
  readonly path: string;
}

export interface SqliteCheckpoints extends Checkpoints {
  close(): Promise<void>;
}

export const CHECKPOINTS_SCHEMA = `
  CREATE TABLE checkpoints (
    consumer TEXT PRIMARY KEY,
    position TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`;

export const sqliteCheckpoints = ({ path }: SqliteCheckpointsOptions): SqliteCheckpoints => {
  const database = openDatabase({
    path,
    schema: CHECKPOINTS_SCHEMA,
    version: 1,
    synchronous: 'NORMAL',
    cacheSizeKib: 1024,
  });
  const wal = walCheckpointer({ database, path, softPages: 1024, hardPages: 4096 });
  return {
    ...checkpointsIn(database, wal),
    async close() {
      if (!database.isOpen) return;
      await wal.close();
      database.close();
    },
  };
};

/** On a connection whose file has the table. */
export const checkpointsIn = (database: DatabaseSync, wal: WalCheckpointer): Checkpoints => {
  const load = database.prepare('SELECT position FROM checkpoints WHERE consumer = ?');
  const save = database.prepare(
    `INSERT INTO checkpoints (consumer, position) VALUES (?, ?)
     ON CONFLICT (consumer) DO UPDATE SET position = excluded.position`,
  );
  const forget = database.prepare('DELETE FROM checkpoints WHERE consumer = ?');
  return {
    load: (group) => answerOf(() => load.get(group)?.['position'] as string | undefined),
    save: (group, position) =>
      answerOf(() => {
        save.run(group, position);
        wal.committed();
      }),
    forget: (group) =>
      answerOf(() => {
        forget.run(group);
        wal.committed();
      }),
  };
};
