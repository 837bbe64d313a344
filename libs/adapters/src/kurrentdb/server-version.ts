/** Which servers we can work with. `CaughtUp` came with 23.10, and everything that follows the log waits for it. */
import { OldServer } from './error-classification.ts';

const OLDEST = { year: 23, month: 10 };

/**
 * A version that is none, such as that of a build of one's own, is taken for a new one.
 * @throws {OldServer}
 */
export const checkServerVersion = (version: string): void => {
  const [, year, month] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (year === undefined || Number(year) === 0) return;
  const isOlder =
    Number(year) < OLDEST.year || (Number(year) === OLDEST.year && Number(month) < OLDEST.month);
  if (isOlder) throw new OldServer(version);
};
