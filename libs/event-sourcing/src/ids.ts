/** Ids: new ones, and those that derive from other ids, so that every retry and every redelivery makes the same one. */
import { hash, randomBytes } from 'node:crypto';
import { stringify, v7 } from 'uuid';

/** Namespace of all derived ids of this system. Never changes: stored ids depend on it. */
const NAMESPACE = Buffer.from('8b5c1f1e5b0e5a439a650d1c5f0a7e11', 'hex');

/** UUIDv5 of the parts, in order. */
export const derivedId = (...parts: readonly (string | number)[]): string => {
  const name = Buffer.from(JSON.stringify(parts));
  const id = hash('sha1', Buffer.concat([NAMESPACE, name]), 'buffer').subarray(0, ID_BYTES);
  // RFC 9562, section 5.5: the version, and the variant.
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x50;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  return stringify(id);
};

/** A new id, ordered by time (UUIDv7), also among those of one millisecond. */
export const newId = (): string => {
  const random = randomId();
  const now = Date.now();
  if (now > newest.at) newest = { at: now, sequence: random.readUInt32BE(6) & 0x7fffffff };
  else newest = { at: newest.at, sequence: (newest.sequence + 1) | 0 };
  // As many in one millisecond as there are numbers: the next has to do.
  if (newest.sequence === 0) newest = { ...newest, at: newest.at + 1 };
  return v7({ random, msecs: newest.at, seq: newest.sequence });
};

let newest = { at: 0, sequence: 0 };

const ID_BYTES = 16;

/** Drawn ahead, so that the system's generator is asked once for many ids. */
const POOL_BYTES = 1024 * ID_BYTES;
let pool = Buffer.alloc(0);
let used = 0;

/** Each byte is given out once. */
const randomId = (): Buffer => {
  if (used >= pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
};

/** How every id is written: in lower case. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
