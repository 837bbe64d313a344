/** What becomes of the rows of an import that were left out: a file with the reasons, if there is to be one, and a word to the user. */
import { CliError, EXIT } from './exit-codes.ts';
import type { Rejected } from './outcome.ts';
import type { Row } from './reading/table.ts';

export interface RowsLeftOut {
  readonly add: (row: Row, outcome: Rejected) => Promise<void>;
  /** A row was taken: its sender may send rows. */
  readonly taken: () => Promise<void>;
  /** @throws {CliError} when the server forbade every row. */
  readonly end: () => Promise<void>;
}

/** So many rows wait until one shows whether their sender may send any. */
const MOST_WAITING = 100;

/**
 * A row that its sender may not send is left out like any other, unless every row is such: then not the rows are wrong but the
 * sender, which is one error and no file.
 * @param leave leaves a row out, in the order of the file.
 */
export const rowsLeftOut = (leave: (row: Row, outcome: Rejected) => Promise<void>): RowsLeftOut => {
  const waiting: [Row, Rejected][] = [];
  let maySend = false;

  const leaveWaiting = async (): Promise<void> => {
    for (const [row, outcome] of waiting.splice(0)) await leave(row, outcome);
  };
  const taken = async (): Promise<void> => {
    maySend = true;
    await leaveWaiting();
  };
  const end = async (): Promise<void> => {
    const forbidden = waiting.find(([, outcome]) => outcome.by === 'who asks');
    if (forbidden === undefined) {
      await leaveWaiting();
      return;
    }
    const { reason, code } = forbidden[1].fault;
    throw new CliError(EXIT.refused, `none of these rows may be sent: ${reason} (${code})`);
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
