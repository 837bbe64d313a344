/**
 * Which day it is, for acts all over the world: accountability page, section 5. Where it is latest (UTC+14) a day has begun up
 * to fourteen hours before it does in UTC; where it is earliest (UTC-12) it ends twelve hours after.
 */
import { Rejected } from '@pledgeline/event-sourcing';

/** The first peacekeeping operation, UNTSO. Nothing that is pledged, done or due is older. */
export const FIRST_OPERATION = '1948-05-29';

/** Today where the day begins first. A later day is in the future everywhere. */
export const latestToday = (now: string): string => dayAfterHours(now, 14);

/** Today where the day ends last. An earlier day is over everywhere. */
export const earliestToday = (now: string): string => dayAfterHours(now, -12);

const HOUR_MS = 3_600_000;

const dayAfterHours = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * HOUR_MS).toISOString().slice(0, 10);

/** @throws {Rejected} DATE_IN_FUTURE for a day that has begun nowhere, DATE_TOO_EARLY before the first operation. */
export const mustHaveCome = (field: string, day: string, now: string): void => {
  const today = latestToday(now);
  if (day > today) {
    const message = `${day} is later than today, ${today}.`;
    throw new Rejected('invalid', 'DATE_IN_FUTURE', message, { field, today });
  }
  mustBePossible(field, day);
};

/** @throws {Rejected} DATE_TOO_EARLY */
const mustBePossible = (field: string, day: string): void => {
  if (day < FIRST_OPERATION) throw dayTooEarly(field, day);
};

/** Name of the rule by which a body is refused for such a day, whatever the field. */
export const TOO_EARLY = 'notBeforeFirstOperation';

/** The same refusal wherever a day is read: in a body, in a row of a table, in a correction. @param day how it is called. */
export const dayTooEarly = (field: string, day = field): Rejected =>
  new Rejected(
    'invalid',
    'DATE_TOO_EARLY',
    `${day} is before the first peacekeeping operation, ${FIRST_OPERATION}.`,
    { field, earliest: FIRST_OPERATION },
  );
