/** SHA-256 as Node computes it. Hex is asked for, since Node gives buffers at a quarter of the speed. */
import { hash } from 'node:crypto';
import type { Hashing } from './hashing.ts';

/** @returns 64 lower-case hex digits. */
export const hexHash = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

export const hashOf = (content: string | Uint8Array): Buffer => Buffer.from(hexHash(content), 'hex');

/** Carries out a check whose hashes are asked for. */
export const hashedByNode = <A>(check: Hashing<A>): A => {
  let step = check.next();
  while (step.done !== true) step = check.next(hashOf(step.value));
  return step.value;
};
