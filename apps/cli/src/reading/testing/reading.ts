/** Files as they come, and what is read of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Columns } from '../columns.ts';
import { readTable } from '../read-table.ts';
import type { Row } from '../table.ts';

export const KINDS = [
  {
    name: 'pledges',
    columns: { required: ['memberState', 'quantity', 'description'], optional: ['source'] },
  },
  { name: 'conferences', columns: { required: ['code', 'kind', 'place'], optional: [] } },
] as const;

interface Named {
  readonly name: string;
  readonly columns: Columns;
}

export interface WasRead {
  readonly kind: string;
  readonly readAs: string;
  readonly count: number | null;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export const readFileOf = async (
  content: string | Buffer,
  label?: string,
  kinds: readonly [Named, ...Named[]] = KINDS,
): Promise<WasRead> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-reading-'));
  try {
    const path = join(folder, 'table.csv');
    writeFileSync(path, content);
    const { table, kind } = await readTable(path, kinds, label);
    const rows: Row[] = [];
    for await (const row of table.rows) rows.push(row);
    const { readAs, count, columns } = table;
    return { kind: kind.name, readAs, count, columns, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The cells of each row, in the order of the file's columns. */
export const cellsOf = async (
  content: string | Buffer,
  label?: string,
): Promise<readonly (readonly string[])[]> =>
  (await readFileOf(content, label)).rows.map(({ cells }) => cells);

export const refusalOf = async (content: string | Buffer): Promise<Error> => {
  const answer = await readFileOf(content).catch((error: unknown) => error as Error);
  if (answer instanceof Error) return answer;
  throw new Error(`it was read as ${answer.readAs}`);
};
