/** A message as a consumer of kafkajs gets it. */
import type { KafkaMessage } from 'kafkajs';
import type { EventMessage } from '../cloud-event.ts';
import type { ForeignMessage } from './foreign-messages.ts';

/** @param inTransaction as the relay writes. */
export const arrivedMessage = (
  { key, value, headers }: EventMessage | ForeignMessage,
  offset = 0,
  inTransaction = true,
): KafkaMessage => ({
  key: key === null ? null : Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, text]) => [
      name,
      typeof text === 'string' ? Buffer.from(text) : text.map((one) => Buffer.from(one)),
    ]),
  ),
  timestamp: '0',
  offset: String(offset),
  attributes: 0,
  ...{ batchContext: { inTransaction } },
});
