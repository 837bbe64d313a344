/** SHA-256 as texts and as bytes. Hex is asked for, since Node gives buffers at a quarter of the speed. */
import { hash } from 'node:crypto';

export const HASH_BYTES = 32;

/** @returns 64 lower-case hex digits. */
export const hexHash = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

export const hashOf = (content: string | Uint8Array): Buffer => Buffer.from(hexHash(content), 'hex');

export const isHexHash = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/** Standard base64 with padding, and no other spelling of the same bytes. */
export const bytesOfBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};

/** Of one hash. */
export const hashOfBase64 = (text: string): Buffer | undefined => {
  const bytes = bytesOfBase64(text);
  return bytes?.length === HASH_BYTES ? bytes : undefined;
};

const DECIMAL = /^(0|[1-9]\d{0,15})$/;

/** A whole number without leading zeroes, as far as JavaScript counts exactly. */
export const wholeOf = (text: string): number | undefined =>
  DECIMAL.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
