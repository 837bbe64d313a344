/** `pledgeline import`: from a file to a summary, with the rows that were left out beside the file. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { conferenceRows } from './conference-rows.ts';
import { readTable } from './reading/read-table.ts';
import type { Table } from './reading/table.ts';
import { Ending, EXIT } from './exit-codes.ts';
import { importProgress } from './import-progress.ts';
import { importRows, type Outcome } from './import-rows.ts';
import { pledgeRows } from './pledge-rows.ts';
import { rejectFile, removeOutdated, type RejectFile } from './reject-file.ts';
import type { RowKind } from './row-kind.ts';
import { rowsLeftOut } from './rows-left-out.ts';
import { mustListen, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface ImportCommand {
  readonly rejects?: string;
  readonly encoding?: string;
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
  const { table, kind } = await readTable(file, [pledgeRows, conferenceRows], command.encoding);
  terminal.err(`read as: ${[table.readAs, rowsIn(table)].filter(Boolean).join(', ')}`);
  await mustListen(target);

  const rejects = rejectFile(rejectPath, table.columns);
  const tally: Tally = { read: 0, added: 0, unchanged: 0, changed: 0, rejected: 0 };
  const progress = importProgress(terminal, table.count);
  const leftOut = rowsLeftOut(rejects, progress.say);
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
      if (outcome.is === 'rejected') await leftOut.add(row, outcome);
      else await leftOut.taken();
      if (outcome.is === 'changed') progress.say(differs(row.line, outcome));
      progress.update(tally.read);
    }).finally(leftOut.end);
  } finally {
    progress.stop();
    await summarise(terminal, kind, tally, rejects, command.json === true);
  }
  if (interrupted.aborted) {
    throw new Ending(EXIT.interrupted, 'interrupted: run it again, and it goes on from here');
  }
  if (tally.rejected === 0) await removeOutdated(rejectPath);
  return tally.changed + tally.rejected > 0 ? EXIT.rowsLeftOut : EXIT.ok;
};

const rowsIn = ({ count }: Table): string =>
  count === null ? '' : `${count} ${count === 1 ? 'row' : 'rows'}`;

const count = (tally: Tally, { is }: Outcome): void => {
  if (is === 'stopped') return;
  tally.read += 1;
  tally[is] += 1;
};

const differs = (line: number, { id, fields }: Extract<Outcome, { readonly is: 'changed' }>): string => {
  const which = fields.length > 0 ? `: ${fields.join(', ')}` : '';
  return `row ${line} differs from ${id}${which} (not applied)`;
};

const summarise = async (
  terminal: Terminal,
  kind: RowKind,
  tally: Tally,
  rejects: RejectFile,
  json: boolean,
): Promise<void> => {
  const written = await rejects.close();
  if (json) terminal.json(tally);
  else {
    const { strong } = terminal.paint;
    const { read, ...parts } = tally;
    const list = Object.entries(parts).map(([what, number]) => `${strong(String(number))} ${what}`);
    terminal.out(`${strong(String(read))} ${kind.name} read: ${list.join(', ')}`);
  }
  if (written) terminal.err(`rejected rows, with reasons: ${rejects.path}`);
};
