/** Whether a promise is new, renews an older one or updates it; and whether it is a promise of its own at all. */
import { isDerived } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';

/** Not the part of a split, which carries on a promise that was counted, nor what was merged: the joint pledge counts. */
export const isOwnPromise = ({ pledge }: RegisterRow): boolean =>
  pledge.announcement !== null && !isDerived(pledge);

export const standsAs =
  (...standings: readonly ('NEW' | 'RENEWED' | 'UPDATED')[]) =>
  (row: RegisterRow): boolean =>
    isOwnPromise(row) && standings.some((one) => one === row.pledge.announcement?.standing);
