/** Whom somebody trusts who trusts one key of a log: the keys that it has handed over to. */
import { keyStatementsIn, parseKeyStatement } from './key-statement.ts';
import { verifierOf } from './note-key.ts';
import type { NoteVerifier } from './note-key.ts';
import { partsOfNote } from './note-text.ts';
import { openNote } from './note.ts';
import { Refused } from './refused.ts';

/**
 * @param served the statements of the log, oldest first; those before the trusted key lead nowhere from it.
 * @returns the trusted key, and after it those that it leads to, the newest last.
 * @throws {Refused} for what is no such statement, or is not signed by the key that it names.
 */
export const keysFrom = (trusted: NoteVerifier, served: string): readonly NoteVerifier[] => {
  const keys = [trusted];
  let last = trusted;
  for (const note of keyStatementsIn(served)) {
    const { signatures } = partsOfNote(note);
    const { name, keyId } = last;
    if (!signatures.some((one) => one.name === name && one.keyId === keyId)) continue;
    const { origin, verifierKey } = parseKeyStatement(openNote(note, [last]).text);
    if (origin !== trusted.name) throw new Refused(`The change of keys is of the log ${origin}.`);
    last = verifierOf(verifierKey);
    keys.push(last);
  }
  return keys;
};
