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

/** What was found without waiting longer than `quietMs` for any of it. It is whole with as many events as were asked for, or at the end of the log. */
export interface LogPage {
  readonly events: RecordedEvent[];
  readonly isWhole: boolean;
}

/** A read that finds nothing for a while has events of others before it. It does not say how far it is, so it is given up. */
export const readAll = async (
  client: KurrentDBClient,
  prefixes: readonly string[],
  {
    after,
    limit,
    quietMs,
  }: { readonly after: Position | undefined; readonly limit: number; readonly quietMs: number },
  signal: AbortSignal,
): Promise<LogPage> => {
  const events: RecordedEvent[] = [];
  const late = new AbortController();
  let timer = setTimeout(() => late.abort(), quietMs);
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), quietMs);
  };
  const either = AbortSignal.any([signal, late.signal]);
  let from = after === undefined ? undefined : logPositionOf(after);
  try {
    for (;;) {
      const last = from;
      let received = 0;
      // A read begins at its position, and we go on after it.
      for await (const resolved of grpcRead(client, { prefixes, from: last, count: limit + 1 }, either)) {
        restart();
        received += 1;
        from = resolved.event?.position ?? from;
        const isLast = from?.commit === last?.commit && from?.prepare === last?.prepare;
        const event = isLast ? undefined : recordedEventOf(resolved);
        if (event !== undefined) events.push(event);
      }
      // What the server keeps in our streams for itself is left out; a page made shorter by that is not the end.
      if (events.length >= limit || received <= limit)
        return { events: events.slice(0, limit), isWhole: true };
    }
  } catch (error) {
    if (late.signal.aborted && !signal.aborted) return { events: events.slice(0, limit), isWhole: false };
    throw error;
  } finally {
    clearTimeout(timer);
  }
};
