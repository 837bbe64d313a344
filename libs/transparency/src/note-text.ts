/** The parts of a signed note. Whether a signature is right is for whoever has the key. */
import { hasControls } from './control-characters.ts';
import { bytesOfBase64, hexOf } from './hash-texts.ts';
import { isKeyName } from './key-text.ts';
import { Refused } from './refused.ts';

export interface NoteParts {
  /** What is signed: with its last newline, without the empty line. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

export interface Signature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const MAX_CHARACTERS = 1_000_000;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;

/** @throws {Refused} for what is no note. */
export const partsOfNote = (note: string): NoteParts => {
  if (note.length > MAX_CHARACTERS) throw new Refused('This is too long for a note.');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new Refused('A note has an empty line before its signatures.');
  const text = note.slice(0, end + 1);
  mustBeText(text);
  return { text, signatures: signaturesIn(note.slice(end + 2)) };
};

/** All of the lines below a text, of known keys and unknown ones. @throws {Refused} for anything else. */
export const signaturesIn = (lines: string): Signature[] => {
  if (!lines.endsWith('\n')) throw new Refused('A note ends with a signature and a newline.');
  const signatures = lines.slice(0, -1).split('\n');
  if (signatures.length > MAX_SIGNATURES)
    throw new Refused(`A note has at most ${MAX_SIGNATURES} signatures.`);
  return signatures.map((line) => {
    const [, name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
    const bytes = bytesOfBase64(encoded);
    if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_BYTES)
      throw new Refused('What stands below a note is not a signature.');
    return {
      name,
      keyId: hexOf(bytes.subarray(0, KEY_ID_BYTES)),
      signature: bytes.subarray(KEY_ID_BYTES),
    };
  });
};

/** @throws {Refused} */
export const mustBeText = (text: string): void => {
  if (!text.endsWith('\n') || LONE_SURROGATE.test(text) || hasControls(text, '\n\u007f'))
    throw new Refused('The text of a note ends with a newline, and has no other control characters.');
};

/** UTF-8 has no bytes for it. */
const LONE_SURROGATE = /\p{Surrogate}/u;
