/** Names of streams. Everything after the first hyphen is the id, which is also the key of the event for subscribers. */
import type { StreamCategory } from './events/event-contract.ts';

export const streamName = (category: StreamCategory, id: string): string => `${category}-${id}`;

export const streamId = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
