/** The head of a log: C2SP tlog-checkpoint, with the three lines that ours have. */
import { hashOfBase64, wholeOf } from './hash-texts.ts';
import { isKeyName } from './key-text.ts';
import { Refused } from './refused.ts';

export interface Checkpoint {
  /** Which log it is: the name of its key, too. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** @throws {Refused} for any other text, also where only a zero stands before the size. */
export const parseCheckpoint = (text: string): Checkpoint => {
  const [, origin = '', digits = '', encoded = ''] = /^([^\n]+)\n([^\n]+)\n([^\n]+)\n$/.exec(text) ?? [];
  const size = wholeOf(digits);
  const root = hashOfBase64(encoded);
  if (!isKeyName(origin) || size === undefined || root === undefined)
    throw new Refused('A checkpoint has an origin, a size and a root, each on a line, and nothing else.');
  return { origin, size, root };
};
