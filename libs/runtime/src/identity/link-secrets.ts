/** The slow hash of sign-in links' secrets. They are random and long; it guards against a reader of the file that they are kept in. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export interface SecretHash {
  readonly salt: string;
  /** In base64url, as the salt. */
  readonly hash: string;
}

const derive = promisify<string, string, number, { N: number }, Buffer>(scrypt);
const SLOWNESS = { N: 16_384 };
const LENGTH = 32;

export const hashedSlowly = async (secret: string): Promise<SecretHash> => {
  const salt = randomBytes(LENGTH).toString('base64url');
  const derived = await derive(secret, salt, LENGTH, SLOWNESS);
  return { salt, hash: derived.toString('base64url') };
};

export const isHashOf = async (secret: string, { salt, hash }: SecretHash): Promise<boolean> =>
  timingSafeEqual(await derive(secret, salt, LENGTH, SLOWNESS), Buffer.from(hash, 'base64url'));
