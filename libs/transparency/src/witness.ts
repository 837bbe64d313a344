/** What is said to a witness, and what is taken of its answer: the client's side of C2SP tlog-witness. */
import { hexHash } from './hash.ts';
import { wholeOf } from './hash-texts.ts';
import type { NoteVerifier } from './note-key.ts';
import { partsOfNote, signaturesIn } from './note-text.ts';
import type { Signature } from './note-text.ts';
import { signatureLine } from './note.ts';
import { Refused } from './refused.ts';

/** What `add-checkpoint` takes. @param path from the tree that the witness cosigned last to the one of the note. */
export const submissionText = (old: number, path: readonly Uint8Array[], note: string): string =>
  [`old ${old}`, ...path.map((hash) => Buffer.from(hash).toString('base64')), '', note].join('\n');

/** Where a witness that shows what it cosigned last shows it, below its address. */
export const cosignedPath = (origin: string): string => `${hexHash(origin)}/checkpoint`;

/** The leaves of the tree that it cosigned last, as it says with 409; undefined for any other answer. */
export const knownSizeIn = (answer: string): number | undefined =>
  answer.endsWith('\n') ? wholeOf(answer.slice(0, -1)) : undefined;

/**
 * Signatures of other keys in the answer are passed over.
 * @returns the line of the witness, as it stands below a note.
 * @throws {Refused} where it has not signed this checkpoint.
 */
export const cosignatureIn = (answer: string, note: string, witness: NoteVerifier): string => {
  const own = signaturesIn(answer).find((one) => isSameKey(one, witness));
  if (own === undefined)
    throw new Refused('its answer has no signature of the key that the policy has of it');
  if (witness.verify(partsOfNote(note).text, own.signature) === null)
    throw new Refused('its signature is not of this checkpoint');
  return signatureLine(own, own.signature);
};

/** Below the other signatures, in the place of an older one of the same key. @param line a signature. */
export const withSignature = (note: string, line: string): string => {
  const { text, signatures } = partsOfNote(note);
  const added = signaturesIn(line);
  const kept = signatures.filter((one) => !added.some((other) => isSameKey(one, other)));
  return `${text}\n${[...kept, ...added].map((one) => signatureLine(one, one.signature)).join('')}`;
};

type Key = Pick<Signature, 'name' | 'keyId'>;

const isSameKey = (one: Key, other: Key): boolean => one.name === other.name && one.keyId === other.keyId;
