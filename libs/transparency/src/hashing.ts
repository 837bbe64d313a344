/**
 * A check that asks for its hashes and does not compute them: Node answers at once, a browser by a promise, and what is checked is
 * written once for both.
 */

/** It yields what is to be hashed with SHA-256, and goes on with the 32 bytes. */
export type Hashing<A> = Generator<Uint8Array, A, Uint8Array>;

/** What the hash of a leaf is made of. @param entry of any length. */
export const leafContent = (entry: Uint8Array): Uint8Array => joined(0, entry);

/** What the hash of a node is made of. */
export const nodeContent = (left: Uint8Array, right: Uint8Array): Uint8Array => joined(1, left, right);

const joined = (first: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = new Uint8Array(parts.reduce((length, part) => length + part.length, 1));
  content[0] = first;
  let at = 1;
  for (const part of parts) {
    content.set(part, at);
    at += part.length;
  }
  return content;
};
