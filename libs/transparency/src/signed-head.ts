/** Whether a tree is the one that was signed. */
import { parseCheckpoint } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { HistoryChanged } from './history.ts';
import { nodesOf, rootBetween } from './nodes.ts';
import type { ProofReader } from './proof-log.ts';

/** @throws {HistoryChanged} where the tree is shorter, or has another root at that size. */
export const mustHaveRoot = (log: ProofReader, { size, root }: Pick<Checkpoint, 'size' | 'root'>): void => {
  if (size > log.size())
    throw new HistoryChanged(`a head of ${size} leaves was signed, and there are ${log.size()}`);
  const nodes = nodesOf((level, index) => log.tile(level, index));
  if (Buffer.compare(rootBetween(nodes, 0, size), root) !== 0)
    throw new HistoryChanged(`the first ${size} leaves have another root than was signed`);
};

/**
 * The file of a log against the newest head that it keeps.
 * @throws {HistoryChanged}
 */
export const mustBeAsSigned = (log: ProofReader): void => {
  const newest = log.newest();
  if (newest === undefined) return;
  try {
    mustHaveRoot(log, parseCheckpoint(newest.note.slice(0, newest.note.indexOf('\n\n') + 1)));
  } catch (error) {
    if (error instanceof HistoryChanged) throw error;
    throw new HistoryChanged(`the file of the log is damaged: ${(error as Error).message}`, { cause: error });
  }
};
