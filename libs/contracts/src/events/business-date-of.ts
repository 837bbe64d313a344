/** The day an event counts from, wherever days are compared: reports of the past, and how long a state has been silent. */
import { recordedTimeOf } from '@pledgeline/event-sourcing';
import type { AppendedEvent } from '@pledgeline/event-sourcing';
import { dayOf, isDay } from '../business-date.ts';
import { conference } from '../reference/conference.ts';
import type { DataOf } from './catalogue.ts';

/**
 * Where no source gives one: an announcement counts from the last day of its conference, anything else from the day it was
 * recorded.
 */
export const businessDateOf = (event: AppendedEvent): string =>
  event.metadata.occurredOn ??
  (event.type === 'PledgeAnnounced'
    ? lastDayOf((event.data as DataOf<'PledgeAnnounced'>).conference)
    : null) ??
  dayOf(recordedTimeOf(event));

/** Of a conference in the reference data; null where its end is not known to the day. */
export const lastDayOf = (code: string | null): string | null => {
  const known = code === null ? undefined : conference(code);
  const day = known?.end ?? known?.start ?? null;
  return day !== null && isDay(day) ? day : null;
};
