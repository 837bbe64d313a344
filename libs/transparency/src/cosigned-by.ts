/** Which witnesses of a policy stand below a note. */
import { partsOfNote } from './note-text.ts';
import type { NoteParts } from './note-text.ts';
import type { SignedBy } from './note.ts';
import type { PolicyWitness } from './policy.ts';
import { Refused } from './refused.ts';

export interface CosignedBy extends SignedBy {
  /** As the policy calls it. */
  readonly name: string;
  /** By its own clock, in seconds since 1970. */
  readonly time: number;
}

/** In the order of the policy. What only looks like a signature of one of them is passed over, and so is what is no note. */
export const cosignedBy = (note: string, witnesses: readonly PolicyWitness[]): readonly CosignedBy[] => {
  const parts = readable(note);
  return witnesses.flatMap(({ name, verifier }) => {
    const own = parts?.signatures.find((one) => one.name === verifier.name && one.keyId === verifier.keyId);
    const time = own === undefined ? null : verifier.verify(parts?.text ?? '', own.signature);
    return time === null ? [] : [{ name, verifier, time }];
  });
};

const readable = (note: string): NoteParts | undefined => {
  try {
    return partsOfNote(note);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};
