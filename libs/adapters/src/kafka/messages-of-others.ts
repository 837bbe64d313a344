/**
 * Tells the events of the log from whatever else is on the internal topic. A message that cannot be read, that was not
 * written in a transaction as the relay writes, or that is of an unknown kind is looked up in the log. What the log has is
 * handed over as the log has it, with all of its stream, so that no copy comes before what precedes it; anything else is set
 * aside. So nobody's message stops a group, and no event is lost.
 * Limit: a producer that may write to the topic, in transactions and in our form, is trusted: the topic's ACL keeps it out.
 */
import type { Batch, KafkaMessage } from 'kafkajs';
import { HandlingFailed, incompleteBehind, isOurs, isOutage, wholeStream } from '@pledgeline/event-sourcing';
import type { BatchHandler, EventStore, RecordedEvent, SetAsideMessage } from '@pledgeline/event-sourcing';
import type { EventName } from '../delivery-retries.ts';
import type { HandledRevisions } from './handled-revisions.ts';
import { eventNamedBy, recordedEventOf } from './read-message.ts';

export interface MessagesOfOthersOptions {
  /** The log that the topic is fed from. */
  readonly history: EventStore;
  /** Whether this program knows events of that type and version. */
  readonly knows: (type: string, schemaVersion: number) => boolean;
  /** At least one message. */
  readonly onSetAside: (messages: readonly SetAsideMessage[]) => void;
}

export interface MessagesOfOthers {
  /** Those that are events of the log, in their order. @throws {StoreUnavailable} while a doubtful one cannot be looked up. */
  withoutThem(batches: readonly Batch[], handled: HandledRevisions): Promise<Arrived[]>;
  /**
   * Hands the events over; one that cannot be handled and that the log does not have is set aside.
   * @returns those that were handled.
   * @throws what the handler throws otherwise.
   */
  handleWithoutThem(handle: BatchHandler, arrived: readonly Arrived[]): Promise<RecordedEvent[]>;
}

export interface Arrived {
  readonly event: RecordedEvent;
  readonly place: Omit<SetAsideMessage, 'why'>;
}

export const messagesOfOthers = (options: MessagesOfOthersOptions): MessagesOfOthers => {
  const { history, knows, onSetAside } = options;

  const isInTheLog = async ({ id, stream, revision }: EventName): Promise<boolean> => {
    try {
      const [event] = await history.read(stream, { from: revision, limit: 1 });
      return event?.id === id && event.revision === revision;
    } catch (error) {
      if (isOutage(error)) throw error;
      // The log refuses to be asked for a stream of this name, so it is none of ours.
      return false;
    }
  };

  const historyOf = async (
    stream: string,
  ): Promise<{ readonly events: readonly RecordedEvent[] } | { readonly why: string }> => {
    try {
      return { events: (await wholeStream(history, stream)).filter(isOurs) };
    } catch (error) {
      const incomplete = incompleteBehind(error);
      if (incomplete === undefined) throw error;
      return { why: incomplete.message };
    }
  };

  return {
    async withoutThem(batches, handled) {
      const arrived: Arrived[] = [];
      const aside: SetAsideMessage[] = [];
      for (const { topic, partition, messages } of batches) {
        for (const message of messages) {
          const place = { topic, partition, offset: message.offset };
          const read = readOf(message, knows);
          if ('event' in read) {
            arrived.push({ event: read.event, place });
            continue;
          }
          const { named, doubt } = read;
          if (named === undefined || !(await isInTheLog(named))) {
            aside.push({ ...place, why: doubt });
          } else if (!handled.has(named)) {
            const found = await historyOf(named.stream);
            if ('why' in found) aside.push({ ...place, why: found.why });
            else arrived.push(...found.events.map((event) => ({ event, place })));
          }
        }
      }
      if (aside.length > 0) onSetAside(aside);
      return arrived;
    },

    async handleWithoutThem(handle, arrived) {
      let open = arrived;
      while (open.length > 0) {
        const events = open.map(({ event }) => event);
        try {
          await handle(events);
          return events;
        } catch (error) {
          if (!(error instanceof HandlingFailed) || isOutage(error)) throw error;
          const { id } = error.event;
          const failed = open.find(({ event }) => event.id === id);
          if (failed === undefined || (await isInTheLog(failed.event))) throw error;
          onSetAside([{ ...failed.place, why: 'it cannot be handled, and the log does not have it' }]);
          open = open.filter((one) => one !== failed);
        }
      }
      return [];
    },
  };
};

type Read =
  { readonly event: RecordedEvent } | { readonly doubt: string; readonly named: EventName | undefined };

const readOf = (message: KafkaMessage, knows: MessagesOfOthersOptions['knows']): Read => {
  try {
    const event = recordedEventOf(message);
    const doubt = !isInTransaction(message)
      ? 'it was not written in a transaction'
      : knows(event.type, event.schemaVersion)
        ? undefined
        : 'no event of this type and version is known';
    return doubt === undefined ? { event } : { doubt, named: event };
  } catch (error) {
    return { doubt: (error as Error).message, named: eventNamedBy(message) };
  }
};

/** The relay writes nothing outside of one. kafkajs hands it over, and its types do not say so. */
const isInTransaction = (message: KafkaMessage): boolean =>
  (message as { readonly batchContext?: { readonly inTransaction?: boolean } }).batchContext
    ?.inTransaction === true;
