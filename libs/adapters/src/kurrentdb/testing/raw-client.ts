/** The client as it comes, with what our adapter would append: the benchmarks compare the two. */
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { JSONType } from '@kurrent/kurrentdb-client';
import type { EventToAppend, ExpectedRevision } from '@pledgeline/event-sourcing';

export interface RawClient {
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<unknown>;
  close(): Promise<void>;
}

export const rawClient = (url: string): RawClient => {
  const client = KurrentDBClient.connectionString(url);
  return {
    append(stream, expected, events) {
      const messages = events.map(({ id, type, data, metadata, schemaVersion }) =>
        jsonEvent({ id, type, data: data as JSONType, metadata: { ...metadata, schemaVersion } }),
      );
      const streamState = expected === 'no-stream' ? ('no_stream' as const) : BigInt(expected);
      return client.appendToStream(stream, messages, { streamState });
    },
    close: () => client.dispose(),
  };
};
