/** What is given to a browser to keep, and taken back only as we gave it: encrypted, and each kind by itself. */
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { JWTPayload } from 'jose';

/** What a sealed text is for: one that was made for another purpose is not opened. */
export type Purpose = 'session' | 'renewal' | 'sign-in';

export interface Seals {
  /** @param untilMs when it is no longer opened, in milliseconds since 1970, rounded down to a second. */
  seal(purpose: Purpose, content: JWTPayload, untilMs: number): Promise<string>;
  /** Null for what we did not seal, for this purpose, with this key, and for what is too old. */
  open(purpose: Purpose, text: string): Promise<Readonly<Record<string, unknown>> | null>;
}

/** The key itself encrypts: there is nobody to wrap another one for. */
const ALGORITHM = { alg: 'dir', enc: 'A256GCM' } as const;

/** @param key 32 bytes. @param nowMs as `Date.now`. */
export const seals = (key: Uint8Array, nowMs: () => number): Seals => ({
  seal: (purpose, content, untilMs) =>
    new EncryptJWT(content)
      .setProtectedHeader({ ...ALGORITHM, typ: purpose })
      .setExpirationTime(Math.floor(untilMs / 1000))
      .encrypt(key),
  open: async (purpose, text) => {
    try {
      const { payload } = await jwtDecrypt(text, key, {
        typ: purpose,
        keyManagementAlgorithms: [ALGORITHM.alg],
        contentEncryptionAlgorithms: [ALGORITHM.enc],
        currentDate: new Date(nowMs()),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  },
});
