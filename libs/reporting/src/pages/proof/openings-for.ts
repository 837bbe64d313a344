/**
 * What of an event is opened to whom: what the history shows him, and nothing else. Whoever may not read an event gets no opening
 * of it, which is decided before.
 */
import { audienceOf, isKeptBack, readsAll, type Caller } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { namesOf, UNITS_BEFORE_DATA } from '@pledgeline/transparency';

/** Which event it is, and what all who read it are told of its metadata. */
const FOR_ALL_READERS = 2;

/**
 * Of the parts of an event, which are shown, by their places. Who acted, and by which request, only readers of all are shown. A member
 * of the data that is redacted, even deep within, is kept back whole: half of a digest proves nothing. So is one that is empty, or
 * its digest would tell of another that there is something.
 * @param concerned the states that the stream concerns.
 */
export const shownOf = (
  event: RecordedEvent,
  caller: Caller,
  concerned: readonly string[],
): ((unit: number) => boolean) => {
  if (readsAll(caller)) return () => true;
  const audience = audienceOf(caller, concerned);
  const names = namesOf(event.data ?? {});
  return (unit) => {
    if (unit < UNITS_BEFORE_DATA) return unit < FOR_ALL_READERS;
    const name = names[unit - UNITS_BEFORE_DATA];
    return name !== undefined && !isKeptBack(event, audience, name);
  };
};
