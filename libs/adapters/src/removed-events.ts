/** What an administrator has taken out of the log is no reason to stop, and is said once of each stream. */
import type { EventAt, Position, StreamRevision } from '@pledgeline/event-sourcing';

/** @returns what was found at the position, as it was. */
export type TellRemoved = (found: EventAt, position: Position, stood: StreamRevision | undefined) => EventAt;

/** Streams that are remembered: each is of an event by which a place was kept, so there are few. */
const MOST = 1000;

/** @param tell in words for a log. */
export const tellRemoved = (tell: (message: string) => void): TellRemoved => {
  const told = new Set<string>();
  return (found, position, stood) => {
    if (found.is !== 'removed' || stood === undefined || told.has(stood.stream) || told.size >= MOST)
      return found;
    told.add(stood.stream);
    tell(
      `the event by which the log was known, ${stood.stream} at revision ${stood.revision} (${position}), is gone with the beginning of its stream, which an administrator deleted, truncated or limited: the place holds`,
    );
    return found;
  };
};
