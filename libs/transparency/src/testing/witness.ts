/** Signs as a witness does. The service submits to witnesses and is none, so this is for tests. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { cosignedText } from '../cosignature.ts';
import { hexHash } from '../hash.ts';
import { signatureLine } from '../note.ts';

export interface Witness {
  readonly verifierKey: string;
  /** The line that it adds below a checkpoint. @param time in seconds since 1970. */
  readonly cosign: (checkpoint: string, time: number) => string;
}

const PKCS8 = '302e020100300506032b657004220420';
const COSIGNATURE = 4;

export const witness = (name: string, seed: string): Witness => {
  const key = createPrivateKey({ format: 'der', type: 'pkcs8', key: Buffer.from(PKCS8 + seed, 'hex') });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const typed = Buffer.concat([Buffer.of(COSIGNATURE), publicKey]);
  const keyId = hexHash(Buffer.concat([Buffer.from(`${name}\n`), typed])).slice(0, 8);
  return {
    verifierKey: `${name}+${keyId}+${typed.toString('base64')}`,
    cosign: (checkpoint, time) => {
      const seconds = Buffer.alloc(8);
      seconds.writeBigUInt64BE(BigInt(time));
      const signature = sign(null, Buffer.from(cosignedText(checkpoint, time)), key);
      return signatureLine({ name, keyId }, Buffer.concat([seconds, signature]));
    },
  };
};
