/**
 * What the client means for its own classes and we use all the same, each where its own calls fall short (docs/kurrentdb.md). So its
 * version is pinned, and this is what to look at before another one is taken.
 */
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { StreamsClient } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';

type CallOf = StreamsClient['batchAppend'];

interface ClientInside {
  /** What the server said of itself, asked once for a client. */
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
  /** Opens a call on the channel of the client. @param cache of the calls that are open, where one serves for all. */
  GRPCStreamCreator<Call>(
    kind: typeof StreamsClient,
    name: string,
    open: (client: StreamsClient) => Call,
    cache?: WeakMap<object, Call>,
  ): () => Promise<Call>;
  callArguments(
    options: { readonly requiresLeader: boolean },
    call: { readonly deadline: number },
  ): [Parameters<CallOf>[0], Parameters<CallOf>[1]];
  /** @param method of the service. */
  supports(method: unknown): Promise<boolean>;
}

export const insideOf = (client: KurrentDBClient): ClientInside => client as unknown as ClientInside;
