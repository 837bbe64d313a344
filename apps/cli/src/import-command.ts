/** `pledgeline import`: from a file to a summary, with the rows that were left out beside the file. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { conferenceRows } from './conference-rows.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { importProgress } from './import-progress.ts';
import { dryRunReport, importReport, type Tally } from './import-report.ts';
import { importRows } from './import-rows.ts';
import { pledgeRows } from './pledge-rows.ts';
import { readTable } from './reading/read-table.ts';
import type { Table } from './reading/table.ts';
import { noRejectFile, rejectFile, removeOutdated } from './reject-file.ts';
import { rowsLeftOut } from './rows-left-out.ts';
import { mustListen, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface ImportCommand {
  readonly rejects?: string;
  readonly encoding?: string;
  readonly inFlight: number;
  readonly retryFor: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** @throws {CliError} when the file cannot be read or is of no known kind, or when nobody answers; a bad row ends nothing. */
export const importCommand = async (
  file: string,
  command: ImportCommand,
  target: Server,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> => {
  const { dryRun = false, json = false } = command;
  const rejectPath = command.rejects ?? (file === '-' ? 'stdin.rejects.csv' : `${file}.rejects.csv`);
  if (resolve(rejectPath) === resolve(file)) {
    throw new CliError(EXIT.usage, 'the reject file would overwrite the file to import');
  }
  const { table, kind } = await readTable(file, [pledgeRows, conferenceRows], command.encoding);
  terminal.err(`read as: ${[table.readAs, rowsIn(table)].filter(Boolean).join(', ')}`);
  await mustListen(target);
  if (target.isSimulated() && !dryRun) {
    throw new CliError(
      EXIT.refused,
      'not imported: the server is SIMULATED, and what people did does not belong there',
    );
  }

  const rejects =
    dryRun && command.rejects === undefined ? noRejectFile : rejectFile(rejectPath, table.columns);
  const tally: Tally = { read: 0, added: 0, unchanged: 0, changed: 0, repeated: 0, rejected: 0 };
  // What is said of every row would run into the bar.
  const progress = importProgress(dryRun ? { ...terminal, errIsWatched: false } : terminal, table.count);
  const report = dryRun ? dryRunReport(terminal, json) : importReport(terminal, progress, json);
  const leftOut = rowsLeftOut(async (row, outcome) => {
    report.row(row, outcome);
    await rejects.add(row, outcome.fault);
  });
  const work = {
    server: target,
    kind,
    rows: table.rows,
    runId: randomUUID(),
    inFlight: command.inFlight,
    retryForMs: command.retryFor * 1000,
    dryRun,
    interrupted,
  };
  try {
    await importRows(work, async (row, outcome) => {
      if (outcome.is === 'stopped') return;
      tally.read += 1;
      tally[outcome.is] += 1;
      if (outcome.is === 'rejected') await leftOut.add(row, outcome);
      else {
        await leftOut.taken();
        report.row(row, outcome);
      }
      progress.update(tally.read);
    }).finally(leftOut.end);
  } finally {
    progress.stop();
    const written = await rejects.close();
    report.sum(kind.name, tally);
    if (written) terminal.err(`rejected rows, with reasons: ${rejects.path}`);
  }
  if (interrupted.aborted) {
    throw new CliError(EXIT.interrupted, 'interrupted: run it again, and it goes on from here');
  }
  if (tally.rejected === 0 && !dryRun) await removeOutdated(rejectPath);
  return tally.changed + tally.rejected > 0 ? EXIT.rowsLeftOut : EXIT.ok;
};

const rowsIn = ({ count }: Table): string =>
  count === null ? '' : `${count} ${count === 1 ? 'row' : 'rows'}`;
