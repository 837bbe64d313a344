/** The handler that decides and appends to the skipped events of a group. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { handleCommand, Rejected } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { skips, type SkipEvent, type SkippedEvents } from './skips.ts';

export type SkipCommands = CommandHandler<SkippedEvents, SkipEvent>;
export const SKIP_COMMANDS = Symbol('SkipCommands');

export const skipCommands = (store: EventStore): SkipCommands =>
  handleCommand({ store, decider: skips, catalogue, reads: readsByVisibility });

export const sendToGroup = senderTo<SkipEvent>({
  category: 'group',
  id: ({ group }) => group,
  path: ({ group }) => `/operations/skips/${group}`,
  makes: 'SkipEvent',
});

/** A skipped event is named twice, by place and by id, so that a typing error skips nothing. @throws {Rejected} EVENT_NOT_FOUND */
export const mustBeRecorded = async (
  store: EventStore,
  { stream, revision, eventId }: DataOf<'EventSkipped'>,
): Promise<void> => {
  const [event] = await store.read(stream, { from: revision, limit: 1 });
  if (event?.revision === revision && event.id === eventId) return;
  throw new Rejected('missing', 'EVENT_NOT_FOUND', `${stream}@${revision} is not the event ${eventId}.`, {
    field: 'eventId',
  });
};
