/** Whether a promise is new, renews an older one or updates it; and whether it is a promise of its own at all. */
import { isDerived } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';

/** Announced: neither the part of a split nor a joint pledge, which carry on promises that were counted. */
export const isOwnPromise = ({ pledge }: RegisterRow): boolean =>
  pledge.announcement !== null && !isDerived(pledge);

export const standsAs =
  (...standings: readonly ('NEW' | 'RENEWED' | 'UPDATED')[]) =>
  (row: RegisterRow): boolean =>
    isOwnPromise(row) && standings.some((one) => one === row.pledge.announcement?.standing);
