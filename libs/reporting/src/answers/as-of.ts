/**
 * The two times of a question: what had happened by a day (`asOf`, business date), as far as it was recorded by then (`knownAt`).
 * Design, section 4.
 */
import {
  businessDateOf,
  catalogue,
  dayOf,
  earliestToday,
  eventContract,
  latestToday,
  mustHaveCome,
} from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';

/** Null where the question sets no limit. */
export interface AsOf {
  /** A day; events of that day count. */
  readonly asOf: string | null;
  /** RFC 3339 in UTC; events recorded at that very time count. */
  readonly knownAt: string | null;
}

/** As it comes with a question. */
export interface AsOfQuery {
  /** `<stream>@<revision>` that the answer must have seen, as every command answers it. */
  readonly after?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** @throws {Rejected} DATE_IN_FUTURE: what will have happened nobody knows. DATE_TOO_EARLY before the first operation. */
export const asOfIn = ({ asOf, knownAt }: AsOfQuery, now: string): AsOf => {
  if (asOf !== undefined) mustHaveCome('asOf', asOf, now);
  const known = knownAt === undefined ? null : new Date(knownAt).toISOString();
  if (known !== null && known > now) throw inFuture('knownAt', known, now);
  return { asOf: asOf ?? null, knownAt: known };
};

const inFuture = (field: string, value: string, now: string): Rejected =>
  new Rejected('invalid', 'DATE_IN_FUTURE', `${field} ${value} is later than now, ${now}.`, { field, now });

/**
 * The last day that counts, which is the default `asOf`: what is dated later is in the future everywhere. Ages and what has begun
 * are counted to it.
 */
export const latestDayOf = ({ asOf, knownAt }: AsOf, now: string): string => {
  const latest = latestToday(knownAt ?? now);
  return asOf !== null && asOf < latest ? asOf : latest;
};

/** The day on which a question about these times is asked: that of a command which states none. */
export const dayOfQuestion = ({ asOf, knownAt }: AsOf, now: string): string => {
  return asOf === null ? dayOf(knownAt ?? now) : latestDayOf({ asOf, knownAt }, now);
};

/** What was due earlier is overdue all over the world: accountability page, section 5. Where a day was named, on that day. */
export const overBefore = ({ asOf, knownAt }: AsOf, now: string): string => {
  const earliest = earliestToday(knownAt ?? now);
  return asOf !== null && asOf < earliest ? asOf : earliest;
};

export const isOfThePast = ({ asOf, knownAt }: AsOf): boolean => asOf !== null || knownAt !== null;

export const isKnown = ({ recordedAt }: RecordedEvent, { knownAt }: AsOf): boolean =>
  knownAt === null || recordedAt <= knownAt;

/**
 * Whether it had happened by then. A correction says what had been so all along, and the record of a conference describes
 * it also before it is held: for both only the time of recording counts.
 */
export const hadHappened = (event: RecordedEvent, { asOf }: AsOf): boolean =>
  asOf === null || isTimeless(event) || businessDateOf(event) <= asOf;

/** The same of an event that is shown by itself: a correction then stands among the others, on its own day. */
export const isOfThatDay = (event: RecordedEvent, { asOf }: AsOf): boolean =>
  asOf === null || businessDateOf(event) <= asOf;

const isTimeless = (event: RecordedEvent): boolean =>
  catalogue.corrects(event) ||
  eventContract((catalogue.struck(event) ?? event).type).category === 'conference';
