/** Salts of events: what an outsider would have to guess before he could try what an event may say against its digest. */
import { randomBytes } from 'node:crypto';

const SALT_BYTES = 16;

/** Drawn ahead, so that the system's generator is asked once for many events and not at each. */
const POOL_BYTES = 4096 * SALT_BYTES;

let pool = Buffer.alloc(0);
let used = 0;

/** 16 random bytes of the system's generator as 32 lower-case hex digits, each byte given out once. */
export const newSalt = (): string => {
  if (used >= pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += SALT_BYTES;
  return pool.toString('hex', used - SALT_BYTES, used);
};
