/** Hashes, bytes and numbers as texts spell them, and no other spelling of the same. Without what only Node has. */

/** Of a SHA-256. */
export const HASH_BYTES = 32;

export const isHexHash = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/** In lower case. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(==)|[A-Za-z0-9+/]{3}(=))?$/;

/** Standard base64 with padding, its last bits zero. */
export const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const shape = BASE64.exec(text);
  if (shape === null) return undefined;
  const padding = (shape[1] ?? shape[2] ?? '').length;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let [held, bits, at] = [0, 0, 0];
  for (let n = 0; n < text.length - padding; n += 1) {
    held = (held << 6) | DIGITS.indexOf(text.charAt(n));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    held &= (1 << bits) - 1;
    at += 1;
  }
  return held === 0 ? bytes : undefined;
};

/** Of one hash. */
export const hashOfBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const bytes = bytesOfBase64(text);
  return bytes?.length === HASH_BYTES ? bytes : undefined;
};

const DECIMAL = /^(0|[1-9]\d{0,15})$/;

/** A whole number without leading zeroes, as far as JavaScript counts exactly. */
export const wholeOf = (text: string): number | undefined =>
  DECIMAL.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
