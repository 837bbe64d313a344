/** The head of a log: C2SP tlog-checkpoint, with the three lines that ours have. */
import { hashOfBase64, wholeOf } from './hash.ts';
import { isKeyName, type NoteVerifier } from './note-key.ts';
import { openNote } from './note.ts';
import type { SignedBy } from './note.ts';
import { Refused } from './refused.ts';

export interface Checkpoint {
  /** Which log it is: the name of its key, too. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface OpenedCheckpoint extends Checkpoint {
  readonly signedBy: readonly SignedBy[];
}

/** What is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** @throws {Refused} for any other text, also where only a zero stands before the size. */
export const parseCheckpoint = (text: string): Checkpoint => {
  const [, origin = '', digits = '', encoded = ''] = /^([^\n]+)\n([^\n]+)\n([^\n]+)\n$/.exec(text) ?? [];
  const size = wholeOf(digits);
  const root = hashOfBase64(encoded);
  if (!isKeyName(origin) || size === undefined || root === undefined)
    throw new Refused('A checkpoint has an origin, a size and a root, each on a line, and nothing else.');
  return { origin, size, root };
};

/**
 * @param log key of the log; what it is named is the origin.
 * @param witnesses whose cosignatures are looked at, too.
 * @throws {Refused} when the log has not signed it, or it is of another log.
 */
export const openCheckpoint = (
  note: string,
  log: NoteVerifier,
  witnesses: readonly NoteVerifier[] = [],
): OpenedCheckpoint => {
  const { text, signedBy } = openNote(note, [log, ...witnesses]);
  if (!signedBy.some(({ verifier }) => verifier === log))
    throw new Refused('No key that is trusted here has signed this for the log.');
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== log.name) throw new Refused('This checkpoint is of another log.');
  return { ...checkpoint, signedBy };
};
