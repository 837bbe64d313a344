/** Whether a tree is the one that was signed. */
import { parseCheckpoint } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { HistoryChanged } from './history.ts';
import { nodesOf, rootBetween } from './nodes.ts';
import type { NoteSigner, NoteVerifier } from './note-key.ts';
import { openNote, signatureLine } from './note.ts';
import type { ProofReader, SignedHead } from './proof-log.ts';
import { Refused } from './refused.ts';

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
    const head = parseCheckpoint(textOf(newest));
    if (head.size !== newest.size)
      throw new HistoryChanged(`a head of ${head.size} leaves is kept as one of ${newest.size}`);
    mustHaveRoot(log, head);
  } catch (error) {
    if (error instanceof HistoryChanged) throw error;
    throw new HistoryChanged(`the file of the log is damaged: ${(error as Error).message}`, { cause: error });
  }
};

/**
 * That one of the keys has signed the newest head that is kept: another key of the same name would sign a second tree for one log.
 * @param earlier keys that the log had before: a file that nobody went on with for long ends with a head of theirs.
 * @throws {HistoryChanged}
 */
export const mustBeSignedBy = (
  signers: readonly NoteSigner[],
  log: ProofReader,
  earlier: readonly NoteVerifier[] = [],
): void => {
  const newest = log.newest();
  if (newest === undefined) return;
  const text = textOf(newest);
  // The same text has the same signature.
  const isSigned = signers.some((signer) => newest.note.includes(signatureLine(signer, signer.sign(text))));
  if (!isSigned && !isOf(earlier, newest))
    throw new HistoryChanged('the newest head of the file of the log is not signed by the key of the log');
};

const isOf = (verifiers: readonly NoteVerifier[], { note }: SignedHead): boolean => {
  try {
    return openNote(note, verifiers).signedBy.length > 0;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

const textOf = ({ note }: SignedHead): string => note.slice(0, note.indexOf('\n\n') + 1);
