/**
 * How far a consumer of the log has come, as it is kept from one start to the next: the place, and the event by which the log
 * is known again. At a place behind events of others that is the last event of ours before it.
 */
import type { Position, RecordedEvent } from './event.ts';
import { isOurs } from './not-ours.ts';

export interface KeptPlace {
  readonly position: Position;
  /** Null before the first event of ours, and where an earlier version kept the position alone. */
  readonly event: KnownEvent | null;
}

export interface KnownEvent {
  readonly position: Position;
  readonly id: string;
  /** Absent where an earlier version kept the other two alone. */
  readonly in?: StreamRevision;
}

/** An event by its place in its stream. */
export interface StreamRevision {
  readonly stream: string;
  readonly revision: number;
}

export const knownEventOf = ({ position, id, stream, revision }: RecordedEvent): KnownEvent => ({
  position,
  id,
  in: { stream, revision },
});

/**
 * Where everything up to the last of these events has been handled. What others wrote may be scavenged, so the log is known
 * again by the last one of ours.
 * @param before the event that the log was known by before them.
 */
export const placeAfter = (
  last: RecordedEvent,
  events: readonly RecordedEvent[],
  before: KnownEvent | null,
): KeptPlace => {
  const ours = events.findLast(isOurs);
  return { position: last.position, event: ours === undefined ? before : knownEventOf(ours) };
};

export const textOfPlace = (place: KeptPlace): string => JSON.stringify(place);

/** The reverse of `textOfPlace`. Any other text is a position that an earlier version kept alone. */
export const placeInText = (text: string): KeptPlace =>
  text.startsWith('{') ? (JSON.parse(text) as KeptPlace) : { position: text, event: null };
