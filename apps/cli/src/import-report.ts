/** What an import says: of single rows while it runs, and in all at its end. */
import type { ImportProgress } from './import-progress.ts';
import type { Outcome } from './outcome.ts';
import type { Fault } from './problem.ts';
import type { Row } from './reading/table.ts';
import type { Terminal } from './terminal.ts';

export interface Tally {
  read: number;
  added: number;
  unchanged: number;
  changed: number;
  repeated: number;
  rejected: number;
}

export interface ImportReport {
  readonly row: (row: Row, outcome: Outcome) => void;
  readonly sum: (what: string, tally: Tally) => void;
}

/** Of rejected rows the file has all, and repeats are no loss: the first of each are enough. */
const SHOWN = 5;

/** Of rows that are in there is nothing to say. */
export const importReport = (terminal: Terminal, { say }: ImportProgress, json: boolean): ImportReport => {
  const counts = { rejected: 0, repeated: 0 };
  let notChecked = 0;
  return {
    row: ({ line }, outcome) => {
      if (outcome.is === 'added' && outcome.isUnchecked) notChecked += 1;
      if (outcome.is === 'changed') say(`row ${line} ${formatOutcome(outcome)} (not applied)`);
      if (outcome.is !== 'rejected' && outcome.is !== 'repeated') return;
      counts[outcome.is] += 1;
      if (counts[outcome.is] <= SHOWN) say(`row ${line} ${formatOutcome(outcome)}`);
      if (counts[outcome.is] !== SHOWN) return;
      say(
        outcome.is === 'rejected'
          ? 'further rejected rows are in the reject file only'
          : 'further repeats are counted',
      );
    },
    sum: (what, tally) => {
      if (json) terminal.json({ ...tally, ...(notChecked > 0 && { notChecked }) });
      else terminal.out(sumOf(terminal, what, tally));
      if (notChecked > 0 && !json) {
        terminal.err(
          `${notChecked} of the added could not be looked at for repeats: the work queue lists those that may repeat another`,
        );
      }
    },
  };
};

/** Every row, and that none was entered. */
export const dryRunReport = (terminal: Terminal, json: boolean): ImportReport => ({
  row: ({ line }, outcome) => {
    if (!json) terminal.out(`row ${line} ${DRY[outcome.is] ?? ''}${formatOutcome(outcome)}`);
    else terminal.json({ row: line, ...saidOf(outcome) });
  },
  sum: (what, tally) => {
    if (json) terminal.json({ ...tally, dryRun: true });
    else terminal.out(`${sumOf(terminal, what, tally)}; nothing was written`);
  },
});

const DRY: Readonly<Partial<Record<Outcome['is'], string>>> = { added: 'would be ', rejected: 'would be ' };

const formatOutcome = (outcome: Outcome): string => {
  switch (outcome.is) {
    case 'changed':
      return `differs from ${outcome.id}${outcome.fields.length > 0 ? `: ${outcome.fields.join(', ')}` : ''}`;
    case 'repeated':
      return `repeats line ${outcome.line}`;
    case 'rejected':
      return `rejected: ${reasonOf(outcome.fault)}`;
    default:
      return outcome.is;
  }
};

/** With its field, once. */
const reasonOf = ({ field, reason }: Fault): string =>
  field === '' || reason.startsWith(`${field} `) ? reason : `${field}: ${reason}`;

const saidOf = (outcome: Outcome): object => {
  switch (outcome.is) {
    case 'changed':
      return { outcome: outcome.is, differsFrom: outcome.id, fields: outcome.fields };
    case 'repeated':
      return { outcome: outcome.is, line: outcome.line };
    case 'rejected':
      return { outcome: outcome.is, ...outcome.fault };
    default:
      return { outcome: outcome.is };
  }
};

const sumOf = ({ paint: { strong } }: Terminal, what: string, { read, ...parts }: Tally): string => {
  const list = Object.entries(parts).map(([part, number]) => `${strong(String(number))} ${part}`);
  return `${strong(String(read))} ${what} read: ${list.join(', ')}`;
};
