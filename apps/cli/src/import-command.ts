/** `pledgeline import`: from a file to a summary, with the rows that were left out beside the file. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { conferenceRows } from './conference-rows.ts';
import { checkColumns, readTable, type Row } from './csv-rows.ts';
import { Ending, EXIT } from './exit-codes.ts';
import { importProgress, type ImportProgress } from './import-progress.ts';
import { importRows, type Outcome } from './import-rows.ts';
import { pledgeRows } from './pledge-rows.ts';
import { rejectFile, removeOutdated, type RejectFile } from './reject-file.ts';
import type { RowKind } from './row-kind.ts';
import { mustListen, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface ImportCommand {
  readonly rejects?: string;
  readonly inFlight: number;
  readonly retryFor: number;
  readonly json?: boolean;
}

interface Tally {
  read: number;
  added: number;
  unchanged: number;
  changed: number;
  rejected: number;
}

/** Rejected rows told on the terminal; the reject file has them all. */
const TOLD = 5;

/** @throws {Ending} when the file cannot be read or is of no known kind, or when nobody answers; a bad row ends nothing. */
export const importCommand = async (
  file: string,
  command: ImportCommand,
  target: Server,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> => {
  const rejectPath = command.rejects ?? (file === '-' ? 'stdin.rejects.csv' : `${file}.rejects.csv`);
  if (resolve(rejectPath) === resolve(file)) {
    throw new Ending(EXIT.usage, 'the reject file would overwrite the file to import');
  }
  const input = await open(file);
  const table = await readTable(input.stream);
  const kind = kindOf(table.header);
  await mustListen(target);

  const rejects = rejectFile(rejectPath, table.header);
  const tally: Tally = { read: 0, added: 0, unchanged: 0, changed: 0, rejected: 0 };
  const progress = importProgress(terminal, input.bytes);
  const work = {
    server: target,
    kind,
    rows: table.rows,
    runId: randomUUID(),
    inFlight: command.inFlight,
    retryForMs: command.retryFor * 1000,
    interrupted,
  };
  try {
    await importRows(work, async (row, outcome) => {
      count(tally, outcome);
      tell(progress, row, outcome, tally);
      if (outcome.is === 'rejected') await rejects.add(row, outcome.fault);
      progress.update(row.bytes, tally.read);
    });
  } finally {
    progress.stop();
    await summarise(terminal, kind, tally, rejects, command.json === true);
    input.stream.destroy();
  }
  if (interrupted.aborted) {
    throw new Ending(EXIT.interrupted, 'interrupted: run it again, and it goes on from here');
  }
  if (tally.rejected === 0) await removeOutdated(rejectPath);
  return tally.changed + tally.rejected > 0 ? EXIT.rowsLeftOut : EXIT.ok;
};

const open = async (file: string): Promise<{ readonly stream: Readable; readonly bytes: number | null }> => {
  if (file === '-') return { stream: process.stdin, bytes: null };
  const stream = createReadStream(file);
  try {
    await once(stream, 'open');
    const { size } = await stat(file);
    return { stream, bytes: size > 0 ? size : null };
  } catch (error) {
    throw new Ending(EXIT.usage, `the file cannot be read: ${(error as Error).message}`);
  }
};

const kindOf = (header: readonly string[]): RowKind => {
  const kind = header.includes('hostsCoChairs') ? conferenceRows : pledgeRows;
  checkColumns(header, kind.columns);
  return kind;
};

const count = (tally: Tally, { is }: Outcome): void => {
  if (is === 'stopped') return;
  tally.read += 1;
  tally[is] += 1;
};

const tell = (progress: ImportProgress, row: Row, outcome: Outcome, { rejected }: Tally): void => {
  if (outcome.is === 'changed') {
    const fields = outcome.fields.length > 0 ? `: ${outcome.fields.join(', ')}` : '';
    progress.say(`row ${row.line} differs from ${outcome.id}${fields} (not applied)`);
  }
  if (outcome.is === 'rejected' && rejected <= TOLD) {
    const { field, reason } = outcome.fault;
    progress.say(`row ${row.line} rejected: ${field === '' ? '' : `${field}: `}${reason}`);
    if (rejected === TOLD) progress.say('further rejected rows are in the reject file only');
  }
};

const summarise = async (
  terminal: Terminal,
  kind: RowKind,
  tally: Tally,
  rejects: RejectFile,
  json: boolean,
): Promise<void> => {
  const written = await rejects.close();
  if (json) terminal.out(JSON.stringify(tally));
  else {
    const { strong } = terminal.paint;
    const { read, ...parts } = tally;
    const list = Object.entries(parts).map(([what, number]) => `${strong(String(number))} ${what}`);
    terminal.out(`${strong(String(read))} ${kind.name} read: ${list.join(', ')}`);
  }
  if (written) terminal.err(`rejected rows, with reasons: ${rejects.path}`);
};
