/** What a change to a promise means: quantities are read as at the announcement, everything else is taken as it is. */
import type { AmendedFieldRequest } from './amendment.request.ts';
import { countOf } from '../announcement/stated-announcement.ts';

interface StatedChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** @throws {Rejected} QUANTITY_UNREADABLE */
export const changeOf = ({ field, old: before, new: after, unit }: AmendedFieldRequest): StatedChange => {
  const read = (value: AmendedFieldRequest['old'], of: typeof unit): unknown =>
    field === 'quantity' && value !== null && value !== undefined ? countOf(value, of) : (value ?? null);
  return { field, old: read(before, null), new: read(after, unit) };
};
