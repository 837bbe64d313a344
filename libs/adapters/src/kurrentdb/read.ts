/** Pages of a stream and of the log. */
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Position, RecordedEvent } from '@pledgeline/event-sourcing';
import { grpcRead } from './grpc-read.ts';
import { logPositionOf, recordedEventOf } from './recorded-event.ts';

export const readStream = async (
  client: KurrentDBClient,
  stream: string,
  { from, limit }: { readonly from: number; readonly limit: number },
  signal: AbortSignal,
): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const received of grpcRead(client, { stream, from, count: limit }, signal)) {
    const event = recordedEventOf(received);
    if (event !== undefined) events.push(event);
  }
  return events;
};

export const lastRevision = async (
  client: KurrentDBClient,
  stream: string,
  signal: AbortSignal,
): Promise<number | null> => {
  let last: number | null = null;
  for await (const { event } of grpcRead(client, { stream, from: 'end', count: 1 }, signal))
    last = Number(event?.revision);
  return last;
};

export const readAll = async (
  client: KurrentDBClient,
  prefixes: readonly string[],
  { after, limit }: { readonly after: Position | undefined; readonly limit: number },
  signal: AbortSignal,
): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  let from = after === undefined ? undefined : logPositionOf(after);
  for (;;) {
    const last = from;
    let received = 0;
    // A read begins at its position, and we go on after it.
    for await (const resolved of grpcRead(client, { prefixes, from: last, count: limit + 1 }, signal)) {
      received += 1;
      from = resolved.event?.position ?? from;
      const isLast = from?.commit === last?.commit && from?.prepare === last?.prepare;
      const event = isLast ? undefined : recordedEventOf(resolved);
      if (event !== undefined) events.push(event);
    }
    if (events.length >= limit || received <= limit) return events.slice(0, limit);
  }
};
