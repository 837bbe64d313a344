/** Texts with signatures below them: C2SP signed-note. */
import type { NoteSigner, NoteVerifier } from './note-key.ts';
import { mustBeText, partsOfNote } from './note-text.ts';
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
  const { text, signatures } = partsOfNote(note);
  const signedBy: SignedBy[] = [];
  for (const { name, keyId, signature } of signatures) {
    const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId);
    if (verifier === undefined || signedBy.some((known) => known.verifier === verifier)) continue;
    const time = verifier.verify(text, signature);
    if (time === null) throw new Refused(`The signature of ${name} (${keyId}) is not of this text.`);
    signedBy.push({ verifier, time: verifier.isWitness ? time : null });
  }
  if (signedBy.length === 0) throw new Refused('No key that is trusted here has signed this.');
  return { text, signedBy };
};
