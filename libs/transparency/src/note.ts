/** Texts with signatures below them: C2SP signed-note. */
import { hasControls } from './control-characters.ts';
import { bytesOfBase64 } from './hash.ts';
import { isKeyName } from './note-key.ts';
import type { NoteSigner, NoteVerifier } from './note-key.ts';
import { Refused } from './refused.ts';

export interface SignedBy {
  readonly verifier: NoteVerifier;
  /** When, in seconds since 1970, where the signature says it. */
  readonly time: number | null;
}

export interface OpenedNote {
  /** With its last newline, without the empty line. */
  readonly text: string;
  /** Those of the given keys whose signatures are right, in the order of the note: at least one. */
  readonly signedBy: readonly SignedBy[];
}

const MAX_CHARACTERS = 1_000_000;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;

/** @param text ends with a newline. */
export const signNote = (text: string, signers: readonly NoteSigner[]): string => {
  mustBeText(text);
  return `${text}\n${signers.map((signer) => signatureLine(signer, signer.sign(text))).join('')}`;
};

/** As it stands below a text. */
export const signatureLine = (
  { name, keyId }: Pick<NoteSigner, 'name' | 'keyId'>,
  signature: Uint8Array,
): string => `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`;

/**
 * Signatures of keys that are not given are passed over, as the standard wants it.
 * @throws {Refused} when it is no note, a given key's signature is wrong, or none of the given keys has signed.
 */
export const openNote = (note: string, verifiers: readonly NoteVerifier[]): OpenedNote => {
  if (note.length > MAX_CHARACTERS) throw new Refused('This is too long for a note.');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new Refused('A note has an empty line before its signatures.');
  const text = note.slice(0, end + 1);
  mustBeText(text);
  const signedBy: SignedBy[] = [];
  for (const { name, keyId, signature } of signaturesIn(note.slice(end + 2))) {
    const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId);
    if (verifier === undefined || signedBy.some((known) => known.verifier === verifier)) continue;
    const time = verifier.verify(text, signature);
    if (time === null) throw new Refused(`The signature of ${name} (${keyId}) is not of this text.`);
    signedBy.push({ verifier, time: verifier.isWitness ? time : null });
  }
  if (signedBy.length === 0) throw new Refused('No key that is trusted here has signed this.');
  return { text, signedBy };
};

interface Signature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

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
      keyId: bytes.toString('hex', 0, KEY_ID_BYTES),
      signature: bytes.subarray(KEY_ID_BYTES),
    };
  });
};

const mustBeText = (text: string): void => {
  if (!text.endsWith('\n') || LONE_SURROGATE.test(text) || hasControls(text, '\n\u007f'))
    throw new Refused('The text of a note ends with a newline, and has no other control characters.');
};

/** UTF-8 has no bytes for it. */
const LONE_SURROGATE = /\p{Surrogate}/u;
