/** The signed head of a log: C2SP tlog-checkpoint. */
import { parseCheckpoint } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import type { NoteVerifier } from './note-key.ts';
import { openNote } from './note.ts';
import type { SignedBy } from './note.ts';
import { Refused } from './refused.ts';

export interface OpenedCheckpoint extends Checkpoint {
  readonly signedBy: readonly SignedBy[];
}

/** What is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/**
 * @param logs keys of the log, of which one at least must have signed; what they are named is the origin.
 * @param witnesses whose cosignatures are looked at, too.
 * @throws {Refused} when the log has not signed it, or it is of another log.
 */
export const openCheckpoint = (
  note: string,
  logs: NoteVerifier | readonly NoteVerifier[],
  witnesses: readonly NoteVerifier[] = [],
): OpenedCheckpoint => {
  const keys = 'verify' in logs ? [logs] : logs;
  const { text, signedBy } = openNote(note, [...keys, ...witnesses]);
  const log = signedBy.find(({ verifier }) => keys.includes(verifier));
  if (log === undefined) throw new Refused('No key that is trusted here has signed this for the log.');
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== log.verifier.name) throw new Refused('This checkpoint is of another log.');
  return { ...checkpoint, signedBy };
};
