/** Reads what somebody was shown of an event. Nothing but the opening is used, and only what its entry proves is given back. */
import { entryOfUnits } from './event-leaf.ts';
import { openedUnits } from './opened-units.ts';
import type { OpenedUnits } from './opened-units.ts';

export interface OpenedEvent extends Omit<OpenedUnits, 'units'> {
  /** What the leaf must be hashed from. */
  readonly entry: Buffer;
}

/**
 * @param value of one JSON text.
 * @throws {Refused} for anything that the rule does not make: it proves nothing.
 */
export const readOpening = (value: unknown): OpenedEvent => {
  const { units, ...event } = openedUnits(value);
  return { ...event, entry: entryOfUnits(units) };
};
