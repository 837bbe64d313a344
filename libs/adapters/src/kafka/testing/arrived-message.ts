/** A message as a consumer of kafkajs gets it. */
import type { KafkaMessage } from 'kafkajs';
import type { EventMessage } from '../cloud-event.ts';

export const arrivedMessage = (
  { key, value, headers, timestamp }: EventMessage,
  offset = 0,
): KafkaMessage => ({
  key: Buffer.from(key),
  value: Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  timestamp,
  offset: String(offset),
  attributes: 0,
});
