/** Reads from the log which events operators skip for a group: `EventSkipped` in the group's own stream. */
import { type EventReader, type Skips, wholeStream } from '@pledgeline/event-sourcing';
import { EventSkipped } from './events/group.events.ts';
import { streamName } from './stream-name.ts';

export const skipsIn = (store: Pick<EventReader, 'read'>): Skips => ({
  async of(group) {
    const events = await wholeStream(store, streamName('group', group));
    const skipped = events.filter(({ type }) => type === EventSkipped.type);
    return new Set(skipped.map(({ data }) => (data as { readonly eventId: string }).eventId));
  },
});
