/** A W3C trace context made of what an event already carries, so that a trace goes on beyond Kafka. */
import { createHash } from 'node:crypto';

/** A UUID, or a trace id as it is. */
const TRACE = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32})$/i;
const NO_TRACE = '0'.repeat(32);

/**
 * The trace id is the correlation id where that is a UUID or the caller's own trace id, else a hash of it; the parent is
 * the event.
 */
export const traceparentOf = (correlationId: string, eventId: string): string =>
  `00-${traceIdOf(correlationId)}-${hash(eventId).slice(0, 16)}-01`;

const traceIdOf = (correlationId: string): string => {
  const hex = correlationId.replaceAll('-', '').toLowerCase();
  return TRACE.test(correlationId) && hex !== NO_TRACE ? hex : hash(correlationId).slice(0, 32);
};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
