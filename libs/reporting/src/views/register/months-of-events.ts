/**
 * How many events a pledge has in each month, for each kind of reader, so that nobody's count is moved by what is not for him. It is
 * counted as events come, and is what the history of the pledge shows to the same reader, without what was annulled. Decision 61.
 */
import {
  dayOf,
  isOneOf,
  ownStateMayRead,
  readsAmongStates,
  readsInternalOf,
  type Caller,
} from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { concernedIn, type Pledge } from '@pledgeline/pledge';

/** By readers: those below and, of what was recorded for a state, that state. A row that somebody is shown has his own count alone. */
type Counts = Readonly<Partial<Record<string, number>>>;

export interface EventsOfMonth {
  /** As in 2026-01. */
  readonly month: string;
  /** By their business dates; where no source gives one, by the day they were recorded. */
  readonly happened: Counts;
  readonly recorded: Counts;
}

/** Of who is shown the row. */
const OWN = 'OWN';
const forState = (state: string): string => `FOR ${state}`;

export const monthsAfter = (
  months: readonly EventsOfMonth[],
  event: RecordedEvent,
): readonly EventsOfMonth[] => {
  const { occurredOn } = event.metadata;
  const recordedOn = dayOf(event.recordedAt);
  const readers = readersOf(event);
  const happened = counted(months, (occurredOn ?? recordedOn).slice(0, 7), 'happened', readers);
  return counted(happened, recordedOn.slice(0, 7), 'recorded', readers);
};

const readersOf = (event: RecordedEvent): readonly string[] => {
  const { visibility, recordedFor, onBehalfOf } = event.metadata;
  if (visibility === 'PUBLIC') return ['PUBLIC', 'MEMBER_STATES', 'CONCERNED', 'ALL'];
  if (visibility === 'MEMBER_STATES') return ['MEMBER_STATES', 'CONCERNED', 'ALL'];
  if (!ownStateMayRead(event)) return ['ALL'];
  const other = recordedFor === undefined || onBehalfOf === null ? [] : [forState(onBehalfOf)];
  return ['CONCERNED', 'ALL', ...other];
};

/** Months that stay as they are keep their identity: they are not written again. */
const counted = (
  months: readonly EventsOfMonth[],
  month: string,
  by: 'happened' | 'recorded',
  readers: readonly string[],
): readonly EventsOfMonth[] => {
  const at = months.findIndex((one) => one.month === month);
  const before = months[at] ?? { month, happened: {}, recorded: {} };
  const more = Object.fromEntries(readers.map((reader) => [reader, (before[by][reader] ?? 0) + 1]));
  const after: EventsOfMonth = { ...before, [by]: { ...before[by], ...more } };
  return at === -1 ? [...months, after] : months.with(at, after);
};

/** Of all readers' counts that of the caller alone; months in which there is nothing for him are left out. */
export const ownMonths = (
  months: readonly EventsOfMonth[],
  pledge: Pledge,
  caller: Caller,
): readonly EventsOfMonth[] => {
  const reader = readerKind(pledge, caller);
  const { state } = caller;
  // What was recorded for a partner is among what is shared with those concerned.
  const also = reader !== 'CONCERNED' && state !== null && isOneOf([state], caller) ? forState(state) : '';
  const own = (counts: Counts): Counts => ({ [OWN]: (counts[reader] ?? 0) + (counts[also] ?? 0) });
  return months
    .map(({ month, happened, recorded }) => ({ month, happened: own(happened), recorded: own(recorded) }))
    .filter((one) => ownCount(one.happened) + ownCount(one.recorded) > 0);
};

const readerKind = (pledge: Pledge, caller: Caller): string => {
  if (readsInternalOf(caller, concernedIn(pledge))) return 'CONCERNED';
  return readsAmongStates(caller) ? 'MEMBER_STATES' : 'PUBLIC';
};

/** Rows as they are stored are those of readers of everything. */
export const ownCount = (counts: Counts): number => counts[OWN] ?? counts['ALL'] ?? 0;
