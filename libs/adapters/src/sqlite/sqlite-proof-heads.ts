/** The signed heads in the file of the log of proofs: those of the log alone, and those that enough witnesses have signed, too. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ProofReader, SignedHead } from '@pledgeline/transparency';

type Table = 'checkpoints' | 'cosigned';

/** Heads that enough witnesses have signed. A file of an earlier version has none of it until its writer opens it. */
export const COSIGNED = `
  CREATE TABLE IF NOT EXISTS cosigned (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL,
    signed_at TEXT NOT NULL
  ) STRICT`;

/** Of the older heads it leaves the first of each hour. */
export const keeperIn = (database: DatabaseSync, table: Table): ((head: SignedHead) => void) => {
  const add = database.prepare(`
    INSERT INTO ${table} (size, note, signed_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (size) DO UPDATE SET note = ?2, signed_at = ?3`);
  const thin = database.prepare(`
    DELETE FROM ${table} WHERE size = (SELECT max(size) FROM ${table} WHERE size < ?) AND EXISTS (
      SELECT 1 FROM ${table} AS older
      WHERE older.size < ${table}.size AND substr(older.signed_at, 1, 13) = substr(${table}.signed_at, 1, 13))`);
  return ({ size, note, signedAt }) => {
    add.run(size, note, signedAt);
    thin.run(size);
  };
};

export const headsIn = (database: DatabaseSync): Pick<ProofReader, 'newest' | 'cosigned'> => {
  const getNewest = database.prepare(newestIn('checkpoints'));
  const hasCosigned = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'cosigned'");
  let getCosigned: StatementSync | undefined;
  return {
    newest: () => headIn(getNewest),
    cosigned: () => {
      if (hasCosigned.get() === undefined) return undefined;
      return headIn((getCosigned ??= database.prepare(newestIn('cosigned'))));
    },
  };
};

const newestIn = (table: Table): string =>
  `SELECT size, note, signed_at FROM ${table} ORDER BY size DESC LIMIT 1`;

const headIn = (newest: StatementSync): SignedHead | undefined => {
  const row = newest.get();
  if (row === undefined) return undefined;
  const { size, note, signed_at: signedAt } = row;
  return { size, note, signedAt } as unknown as SignedHead;
};
