/** What a failed publication means. */
import type { RecordedEvent } from '@pledgeline/event-sourcing';

const FENCED = new Set(['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED', 'TRANSACTIONAL_ID_NOT_FOUND']);

/** Another process has taken the transactional id over: for good, never to be retried. */
export const isFenced = (error: unknown): boolean => typesOf(error).some((type) => FENCED.has(type));

/** Kafka refuses a batch as a whole; the largest event is the one to look at. */
export const namingTheLargest = (error: unknown, batch: readonly RecordedEvent[]): unknown => {
  if (!typesOf(error).includes('MESSAGE_TOO_LARGE')) return error;
  const sizes = batch.map(({ data }) => JSON.stringify(data).length);
  const largest = batch[sizes.indexOf(Math.max(...sizes))];
  const { type, stream, revision, id } = largest ?? { type: '', stream: '', revision: -1, id: '' };
  return new Error(`${type} ${stream}@${revision} (${id}) is larger than a message may be`, { cause: error });
};

/** Kafka's names for it; kafkajs wraps an error in what it gave up with. */
const typesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  const { type, cause } = error as Error & { readonly type?: string };
  return [...(type === undefined ? [] : [type]), ...typesOf(cause)];
};
