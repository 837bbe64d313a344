/** Columns of single rows, changed again and again as somebody with access to the disk does: nothing is flushed or checked. */
import { DatabaseSync } from 'node:sqlite';

export interface Columns {
  /** A text by its bytes, of any encoding. @param column as `table.column`. @param where which row it is, in SQL. */
  text(column: string, where: string): ChangedColumn<Uint8Array>;
  whole(column: string, where: string): ChangedColumn<bigint>;
  close(): void;
}

export interface ChangedColumn<Value> {
  readonly before: Value;
  readonly set: (value: Value) => void;
}

export const columnsIn = (path: string): Columns => {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  database.exec('PRAGMA synchronous = OFF');
  const open = <Value extends Uint8Array | bigint>(
    name: string,
    where: string,
    type: 'TEXT' | 'INTEGER',
  ): ChangedColumn<Value> => {
    const [table = '', column = ''] = name.split('.');
    const read = database.prepare(
      `SELECT CAST(${column} AS ${type === 'TEXT' ? 'BLOB' : type}) AS value FROM ${table} WHERE ${where}`,
    );
    read.setReadBigInts(true);
    const change = database.prepare(`UPDATE ${table} SET ${column} = CAST(? AS ${type}) WHERE ${where}`);
    return {
      before: read.get()?.['value'] as Value,
      set: (value) => void change.run(value),
    };
  };
  return {
    text: (column, where) => open(column, where, 'TEXT'),
    whole: (column, where) => open(column, where, 'INTEGER'),
    close: () => database.close(),
  };
};
