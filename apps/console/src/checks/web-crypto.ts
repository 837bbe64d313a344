/** Hashes and signatures as the browser computes them: by WebCrypto, which answers by promises. */
import type { Hashing } from '@pledgeline/transparency/checks';

/** Whether the browser lends its cryptography to this page: it does so at `https:` addresses and on the own machine only. */
export const isAble = (): boolean => 'subtle' in crypto;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const sha256 = async (content: string | Uint8Array): Promise<Uint8Array> => {
  const bytes = typeof content === 'string' ? bytesOf(content) : new Uint8Array(content);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
};

/** Carries out a check whose hashes are asked for. */
export const hashedByBrowser = async <A>(check: Hashing<A>): Promise<A> => {
  let step = check.next();
  while (step.done !== true) step = check.next(await sha256(step.value));
  return step.value;
};

/** By Ed25519. @throws {DOMException} in a browser that does not know it. */
export const isSignature = async (
  publicKey: Uint8Array<ArrayBuffer>,
  text: string,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, bytesOf(text));
};
