/**
 * One append. The revision is always exact and the ids are the caller's, so that an append whose outcome is not known can be
 * sent again: the server finds the ids at the places asked for and writes nothing twice.
 */
import type { AppendResult, EventToAppend, ExpectedRevision } from '@pledgeline/event-sourcing';
import { WrongExpectedRevision } from '@pledgeline/event-sourcing';
import type { Connection } from './connection.ts';
import { lastRevision, readStream } from './read.ts';
import { isSameAppend, proposedEvents } from './recorded-event.ts';
import { errorClassOf } from './error-classification.ts';

/** The client tells the server a time of its own clock; a server that is ahead of it would refuse every append. */
const DEADLINE_MS = 3_600_000;
/** An append is one message, whatever its size: the client could not be stopped from waiting between several. */
const MESSAGE_BYTES = 64 << 20;

/** @throws {TypeError} for events that no log can hold. */
export const appendOf = (stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]) => {
  const proposed = proposedEvents(events);
  const first = expected === 'no-stream' ? 0 : expected + 1;

  /** The revision of its last event, or where the stream is instead. */
  const send = async ({ client, appendSlot }: Connection, signal: AbortSignal): Promise<Sent> => {
    const answered = await appendSlot();
    try {
      signal.throwIfAborted();
      const { nextExpectedRevision } = await client.appendToStream(stream, proposed, {
        streamState: expected === 'no-stream' ? 'no_stream' : BigInt(expected),
        requiresLeader: true,
        batchAppendSize: MESSAGE_BYTES,
        deadline: DEADLINE_MS,
      });
      return { last: Number(nextExpectedRevision) };
    } catch (error) {
      if (errorClassOf(error) !== 'conflict') throw error;
      const { actualState } = error as { readonly actualState: unknown };
      return { actual: typeof actualState === 'bigint' ? Number(actualState) : null };
    } finally {
      answered();
    }
  };

  return async (connection: Connection, signal: AbortSignal): Promise<AppendResult> => {
    const { client } = connection;
    const sent = await send(connection, signal);
    const last = 'last' in sent ? sent.last : first + events.length - 1;
    if ('actual' in sent && (sent.actual === null || sent.actual < last))
      throw new WrongExpectedRevision(stream, expected, sent.actual);
    // Only a read shows when and where the events were recorded, and whether the ids found are of the same append.
    const found = await readStream(
      client,
      stream,
      { from: last - events.length + 1, limit: events.length },
      signal,
    );
    if (isSameAppend(found, events)) return { revision: last, events: found };
    if ('actual' in sent) throw new WrongExpectedRevision(stream, expected, sent.actual);
    if (found.length < events.length) throw new Error(`${stream} does not show what was just written to it`);
    throw new WrongExpectedRevision(stream, expected, await lastRevision(client, stream, signal));
  };
};

type Sent = { readonly last: number } | { readonly actual: number | null };
