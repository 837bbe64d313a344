/** What becomes of the rows of an import that were left out: a file with the reasons, and the first of them on the terminal. */
import { Ending, EXIT } from './exit-codes.ts';
import type { Rejected } from './import-rows.ts';
import type { Row } from './reading/table.ts';
import type { RejectFile } from './reject-file.ts';

export interface RowsLeftOut {
  readonly add: (row: Row, outcome: Rejected) => Promise<void>;
  /** A row was taken: its sender may send rows. */
  readonly taken: () => Promise<void>;
  /** @throws {Ending} when the server forbade every row. */
  readonly end: () => Promise<void>;
}

/** So many rows wait until one shows whether their sender may send any. */
const MOST_WAITING = 100;

/** Rejected rows that are told on the terminal; the file has them all. */
const TOLD = 5;

/**
 * A row that its sender may not send goes to the file like any other, unless every row is such: then not the rows are wrong
 * but the sender, which is one error and no file.
 */
export const rowsLeftOut = (file: RejectFile, say: (line: string) => void): RowsLeftOut => {
  const waiting: [Row, Rejected][] = [];
  let maySend = false;
  let told = 0;

  const write = async (row: Row, { fault }: Rejected): Promise<void> => {
    await file.add(row, fault);
    told += 1;
    if (told > TOLD) return;
    say(`row ${row.line} rejected: ${fault.field === '' ? '' : `${fault.field}: `}${fault.reason}`);
    if (told === TOLD) say('further rejected rows are in the reject file only');
  };
  const writeWaiting = async (): Promise<void> => {
    for (const [row, outcome] of waiting.splice(0)) await write(row, outcome);
  };
  const taken = async (): Promise<void> => {
    maySend = true;
    await writeWaiting();
  };
  const end = async (): Promise<void> => {
    const forbidden = waiting.find(([, outcome]) => outcome.by === 'who asks');
    if (forbidden === undefined) {
      await writeWaiting();
      return;
    }
    const { reason, code } = forbidden[1].fault;
    throw new Ending(EXIT.refused, `none of these rows may be sent: ${reason} (${code})`);
  };

  return {
    taken,
    end,
    add: async (row, outcome) => {
      waiting.push([row, outcome]);
      if (maySend || outcome.by === 'what it says') await taken();
      else if (waiting.length >= MOST_WAITING) await end();
    },
  };
};
