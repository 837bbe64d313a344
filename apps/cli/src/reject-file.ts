/**
 * The rows that were left out, as a CSV file beside the source: where the row stands, what is wrong, and the row itself.
 * Made on the first such row only, so that a clean import leaves nothing behind.
 */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open as openFile, rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { guardedCell, printable } from '@pledgeline/contracts';
import type { Row } from './reading/table.ts';
import { CliError, EXIT } from './exit-codes.ts';
import type { Fault } from './problem.ts';

const REASONS = ['row', 'field', 'reason', 'code'];

export interface RejectFile {
  readonly path: string;
  add(row: Row, fault: Fault): Promise<void>;
  /** Resolves when everything is on its way to the disk; true when there is a file. */
  close(): Promise<boolean>;
}

/** Where a run is to leave nothing behind. */
export const noRejectFile: RejectFile = {
  path: '',
  add: () => Promise.resolve(),
  close: () => Promise.resolve(false),
};

export const rejectFile = (path: string, header: readonly string[]): RejectFile => {
  let file: WriteStream | undefined;

  const open = async (): Promise<WriteStream> => {
    const opened = createWriteStream(path);
    try {
      await once(opened, 'open');
    } catch (error) {
      throw new CliError(EXIT.usage, `the reject file cannot be written: ${(error as Error).message}`);
    }
    opened.write(csvLine([...REASONS, ...header]));
    return opened;
  };

  return {
    path,
    add: async (row, { field, reason, code }) => {
      file ??= await open();
      const fits = file.write(csvLine([String(row.line), field, printable(reason), code, ...row.cells]));
      if (!fits) await once(file, 'drain');
    },
    close: async () => {
      if (!file) return false;
      file.end();
      await finished(file);
      return true;
    },
  };
};

/**
 * Takes away what an earlier import left, once nothing is rejected any more: it would look current. Only a file that
 * begins as this tool writes it.
 */
export const removeOutdated = async (path: string): Promise<void> => {
  try {
    // A pipe or a terminal would be waited for.
    if (!(await stat(path)).isFile()) return;
    if (await beginsWith(path, `${REASONS.join(',')},`)) await rm(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new CliError(EXIT.usage, `the older reject file cannot be removed: ${(error as Error).message}`);
  }
};

const beginsWith = async (path: string, mark: string): Promise<boolean> => {
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mark.length), 0, mark.length, 0);
    return buffer.toString('utf8', 0, bytesRead) === mark;
  } finally {
    await file.close();
  }
};

/** Guarded like every CSV that we write; an import takes the guard away, so that this file can be fixed and sent. */
const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(guardedCell(cell))).join(',')}\n`;

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
