/**
 * The name of a pledge for people: where and by whom it was made, what it offers, and five characters of its id. No
 * counter, so no two writers ever wait for each other, and an import gives the same name every time.
 */
import { createHash } from 'node:crypto';

/** Crockford's: no I, L, O, U, so that it can be read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;

export interface NamedPledge {
  readonly pledgeId: string;
  readonly conference: string | null;
  readonly memberState: string;
  readonly capabilityCode: string | null;
  readonly category: string;
}

/** For instance `2021-seoul/KOR/INF-BN-7F3K2`. The category stands in where no capability was named. */
export const referenceOf = (pledge: NamedPledge): string => {
  const { conference, memberState, capabilityCode, category, pledgeId } = pledge;
  return `${conference ?? 'no-conference'}/${memberState}/${capabilityCode ?? category}-${mark(pledgeId)}`;
};

/** 25 bits of a hash, five at a time. */
const mark = (id: string): string => {
  const bits = createHash('sha256').update(id).digest().readUInt32BE(0);
  return Array.from({ length: LENGTH }, (_, n) => ALPHABET[(bits >>> (27 - 5 * n)) & 31]).join('');
};
