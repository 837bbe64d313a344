/** Changes a file as somebody with access to the disk does, past all that our code would do. */
import { DatabaseSync } from 'node:sqlite';

/** @param sql one statement or several. */
export const tamper = (path: string, sql: string): void => {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
};
