/** A batch of messages as recorded events, up to the first that is none. */
import type { Batch, KafkaMessage } from 'kafkajs';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { EventName } from '../delivery-retries.ts';
import { recordedEventOf } from './cloud-event.ts';

export interface BatchOfMessages {
  readonly events: readonly RecordedEvent[];
  /** What follows the events, when it cannot be read. */
  readonly unreadable: UnreadableMessage | undefined;
}

/** A message that is not one of ours: named by its place, and by its event as far as it names one. */
export class UnreadableMessage extends Error {
  constructor(
    place: string,
    readonly event: EventName,
    cause: unknown,
  ) {
    super(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'UnreadableMessage';
  }
}

export const readMessages = ({ topic, partition, messages }: Batch): BatchOfMessages => {
  const events: RecordedEvent[] = [];
  for (const message of messages) {
    try {
      events.push(recordedEventOf(message));
    } catch (error) {
      const place = `${topic}, partition ${partition}, offset ${message.offset}`;
      return { events, unreadable: new UnreadableMessage(place, eventNamedBy(message), error) };
    }
  }
  return { events, unreadable: undefined };
};

const eventNamedBy = ({ headers }: KafkaMessage): EventName => {
  const header = (name: string): string => String(headers?.[name] ?? '');
  const revision = header('ce_revision');
  return {
    id: header('ce_id'),
    stream: header('ce_stream'),
    revision: /^\d+$/.test(revision) ? Number(revision) : -1,
  };
};
