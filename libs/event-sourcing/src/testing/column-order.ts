/** In which order views answer: numbers as numbers, all else by its UTF-8 bytes. */
import type { ColumnValue } from '../views.ts';

/** Nulls last. */
export const compare = (one: ColumnValue, other: ColumnValue): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : byBytes(String(one), String(other));
};

export const byBytes = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));
