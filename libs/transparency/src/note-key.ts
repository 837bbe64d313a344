/** Ed25519 keys in the texts that C2SP signed-note gives them, for logs and for witnesses. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { cosignedText, SIGNATURE_BYTES, timeOf } from './cosignature.ts';
import { hexOf } from './hash-texts.ts';
import { hexHash } from './hash.ts';
import { COSIGNATURE, ED25519, isKeyName, KEY_ID_DIGITS, keyIdContent, keyPartsOf } from './key-text.ts';
import { Refused } from './refused.ts';

/** Signs notes. It may stand before a device that keeps the key. */
export interface NoteSigner {
  readonly name: string;
  /** 8 hex digits. */
  readonly keyId: string;
  sign(text: string): Uint8Array;
}

export interface NoteVerifier {
  readonly name: string;
  /** 8 hex digits. */
  readonly keyId: string;
  /** The public key, in hex: two names may stand for one key. */
  readonly publicKey: string;
  /** Of a witness, whose signatures say when they were made. */
  readonly isWitness: boolean;
  /** @returns when it was signed, in seconds since 1970; 0 where a signature does not say it; null when it is not one. */
  verify(text: string, signature: Uint8Array): number | null;
}

/** A new key, from 32 random bytes. */
export interface KeyTexts {
  /** `PRIVATE+KEY+<name>+<id>+<base64>`: a secret. */
  readonly signingKey: string;
  /** `<name>+<id>+<base64>`. */
  readonly verifierKey: string;
}

const PRIVATE = 'PRIVATE+KEY+';
/** What stands before the seed in PKCS#8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @throws {Refused} for a name that no key can have. */
export const keyTexts = (name: string, seed: Uint8Array): KeyTexts => {
  if (!isKeyName(name)) throw new Refused('The name of a key is not empty and has no spaces and no plus.');
  const publicKey = publicKeyOf(privateKeyOf(seed));
  const keyId = keyIdOf(name, ED25519, publicKey);
  const text = (key: Uint8Array): string => Buffer.concat([Buffer.of(ED25519), key]).toString('base64');
  return {
    signingKey: `${PRIVATE}${name}+${keyId}+${text(seed)}`,
    verifierKey: `${name}+${keyId}+${text(publicKey)}`,
  };
};

/** @throws {Refused} for a text that is not a signing key; it does not quote it. */
export const signerOf = (signingKey: string): NoteSigner => {
  const parts = signingKey.startsWith(PRIVATE) ? keyPartsOf(signingKey.slice(PRIVATE.length)) : undefined;
  if (parts?.type !== ED25519) throw new Refused('This is not an Ed25519 signing key of a note.');
  const { name, keyId, key } = parts;
  const privateKey = privateKeyOf(key);
  if (keyId !== keyIdOf(name, ED25519, publicKeyOf(privateKey)))
    throw new Refused('The id in the signing key is not the id of the key.');
  return { name, keyId, sign: (text) => sign(null, Buffer.from(text), privateKey) };
};

/** The public side of a signing key. @throws {Refused} as `signerOf`. */
export const verifierKeyOf = (signingKey: string): string => {
  const { name } = signerOf(signingKey);
  const seed = keyPartsOf(signingKey.slice(PRIVATE.length))?.key ?? Buffer.alloc(0);
  return keyTexts(name, seed).verifierKey;
};

/** By the key of a log, under the name of its bundles: no text is ever both a checkpoint and the list of a bundle. @throws {Refused} as `signerOf`. */
export const bundleSignerOf = (signingKey: string): NoteSigner => {
  const { name } = signerOf(signingKey);
  const seed = keyPartsOf(signingKey.slice(PRIVATE.length))?.key ?? Buffer.alloc(0);
  return signerOf(keyTexts(bundleName(name), seed).signingKey);
};

/** @param log the key of the log. */
export const bundleVerifierOf = ({ name, publicKey }: NoteVerifier): NoteVerifier => {
  const key = Buffer.from(publicKey, 'hex');
  const encoded = Buffer.concat([Buffer.of(ED25519), key]).toString('base64');
  return verifierOf(`${bundleName(name)}+${keyIdOf(bundleName(name), ED25519, key)}+${encoded}`);
};

const bundleName = (log: string): string => `${log}/bundle`;

/** @throws {Refused} for a text that is not the key of a log or of a witness. */
export const verifierOf = (verifierKey: string): NoteVerifier => {
  const parts = keyPartsOf(verifierKey);
  if (parts === undefined || (parts.type !== ED25519 && parts.type !== COSIGNATURE))
    throw new Refused('This is not the key of a log, nor of a witness: <name>+<8 hex digits>+<base64>.');
  const { name, keyId, type, key } = parts;
  if (keyId !== keyIdOf(name, type, key))
    throw new Refused('The id in the verifier key is not the id of the key.');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') },
  });
  const isWitness = type === COSIGNATURE;
  const isSigned = (text: string, signature: Uint8Array): boolean =>
    signature.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), publicKey, signature);
  return {
    name,
    keyId,
    publicKey: hexOf(key),
    isWitness,
    verify: (text, signature) => {
      if (!isWitness) return isSigned(text, signature) ? 0 : null;
      const time = timeOf(signature);
      if (time === null) return null;
      return isSigned(cosignedText(text, time), signature.subarray(-SIGNATURE_BYTES)) ? time : null;
    },
  };
};

const keyIdOf = (name: string, type: number, publicKey: Uint8Array): string =>
  hexHash(keyIdContent(name, type, publicKey)).slice(0, KEY_ID_DIGITS);

const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ format: 'der', type: 'pkcs8', key: Buffer.concat([PKCS8, seed]) });

const publicKeyOf = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');
