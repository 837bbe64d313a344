/** Keys of notes as texts: `<name>+<8 hex digits>+<base64 of the type and the key>`. */
import { bytesOfBase64 } from './hash-texts.ts';

export interface KeyParts {
  readonly name: string;
  readonly keyId: string;
  readonly type: number;
  readonly key: Uint8Array<ArrayBuffer>;
}

/** Of a log. */
export const ED25519 = 1;
/** Of a witness. */
export const COSIGNATURE = 4;
export const KEY_ID_DIGITS = 8;
const KEY_BYTES = 32;

/** Names of keys are not empty, and have no spaces and no plus. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s\u0085+]/u.test(name);

/** Of a verifier key, or of what follows `PRIVATE+KEY+` in a signing key; undefined for any other text. Whether the id is right its hash says. */
export const keyPartsOf = (text: string): KeyParts | undefined => {
  const [, name = '', keyId = '', encoded = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 1 + KEY_BYTES) return undefined;
  return { name, keyId, type: bytes[0] ?? 0, key: bytes.subarray(1) };
};

/** The id of a key is the beginning of the hash of this. */
export const keyIdContent = (name: string, type: number, publicKey: Uint8Array): Uint8Array => {
  const named = new TextEncoder().encode(`${name}\n`);
  const content = new Uint8Array(named.length + 1 + publicKey.length);
  content.set(named);
  content[named.length] = type;
  content.set(publicKey, named.length + 1);
  return content;
};
