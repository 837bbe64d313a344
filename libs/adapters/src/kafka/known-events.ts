/**
 * By what a file of rows that is fed from Kafka knows the log again: its place is an offset of each partition, which says nothing
 * about the log, so the last event that was handled of each partition is kept beside it. The log is also asked for streams that the
 * rows know, taken by chance: a file that an earlier version filled has no more than these.
 */
import type { Checkpoints, EventStore, KnownEvent, RecordedEvent } from '@pledgeline/event-sourcing';
import { knownEventOf, mustBeIn, mustReach } from '@pledgeline/event-sourcing';
import type { Arrived } from './messages-of-others.ts';

/** The last event of each partition, and the last one that was read from the store itself. */
export type KnownEvents = ReadonlyMap<string, KnownEvent>;

const FROM_THE_STORE = 'store';

/** Beside the checkpoint of the group, and emptied with it. */
export const knownEventsKey = (group: string): string => `${group} known-events`;

export const loadKnownEvents = async (checkpoints: Checkpoints, group: string): Promise<KnownEvents> => {
  const text = await checkpoints.load(knownEventsKey(group));
  return new Map(Object.entries(text === undefined ? {} : (JSON.parse(text) as Record<string, KnownEvent>)));
};

export const saveKnownEvents = (checkpoints: Checkpoints, group: string, known: KnownEvents): Promise<void> =>
  checkpoints.save(knownEventsKey(group), JSON.stringify(Object.fromEntries(known)));

/** With the last of what was handled by each partition. */
export const knownWith = (known: KnownEvents, handled: readonly Arrived[]): KnownEvents => {
  const more = new Map(known);
  for (const { event, place } of handled) more.set(String(place.partition), knownEventOf(event));
  return more;
};

export const knownFromTheStore = (last: RecordedEvent): KnownEvents =>
  new Map([[FROM_THE_STORE, knownEventOf(last)]]);

/**
 * @param applied some of the streams that the rows know, with the last revision that they have of each.
 * @throws {AnotherLog}
 * @throws {StoreUnavailable} while it cannot be known.
 */
export const mustKnowAgain = async (
  history: Pick<EventStore, 'at' | 'last' | 'read'>,
  known: KnownEvents,
  applied: ReadonlyMap<string, number>,
): Promise<void> => {
  for (const event of known.values()) await mustBeIn(history, { position: event.position, event });
  for (const [stream, revision] of applied) await mustReach(history, stream, revision);
};
