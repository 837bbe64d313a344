/**
 * One append. The revision is always exact and the ids are drawn for it alone, so that it can be sent again when its outcome is not
 * known: the server finds the ids at the places asked for and writes nothing twice. What it answers is not read back.
 */
import { jsonEvent } from '@kurrent/kurrentdb-client';
import type { AppendResult, EventToAppend, ExpectedRevision } from '@pledgeline/event-sourcing';
import { AppendTooLarge, WrongExpectedRevision } from '@pledgeline/event-sourcing';
import type { Connection } from './connection.ts';
import { errorClassOf, refusedSizeOf } from './error-classification.ts';
import { batchAppend, takesBatches, type ProposedAppend } from './grpc-append.ts';
import { lastRevision, readStream } from './read.ts';
import { appendedEvents, proposedEvents, sizeOf } from './recorded-event.ts';

/**
 * After so long without an answer it is looked for: sent twice within a moment, it may be in the log for seconds before the
 * server says so. Doubled after each look.
 */
const LOOK_AFTER_MS = 200;

/** @throws {TypeError} for events that no log can hold. @throws {AppendTooLarge} */
export const appendOf = (stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]) => {
  const append: ProposedAppend = { stream, expected, proposed: proposedEvents(events) };

  /** The revision of its last event, or where the stream is instead. */
  const send = async ({ client }: Connection, signal: AbortSignal): Promise<Sent> => {
    try {
      const batches = await takesBatches(client);
      return { last: await (batches ? batchAppend(client, append, signal) : singleAppend(client, append)) };
    } catch (error) {
      const limit = refusedSizeOf(error);
      if (limit !== undefined) throw new AppendTooLarge(sizeOf(append.proposed), limit, { cause: error });
      if (errorClassOf(error) !== 'conflict') throw error;
      const { actualState } = error as { readonly actualState: unknown };
      return { actual: typeof actualState === 'bigint' ? Number(actualState) : null };
    }
  };

  /** What stands at its place: itself, or what somebody else wrote there; undefined while nothing does. */
  const look = async ({ client }: Connection, signal: AbortSignal): Promise<Sent | undefined> => {
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const found = await readStream(client, stream, { from: first, limit: events.length }, signal);
    if (found.length === 0) return undefined;
    const isThere = found.length === events.length && found.every(({ id }, n) => id === events[n]?.id);
    if (isThere) return { last: first + events.length - 1 };
    return { actual: await lastRevision(client, stream, signal) };
  };

  return async (connection: Connection, signal: AbortSignal): Promise<AppendResult> => {
    const sent = await answerOrSight(send(connection, signal), () => look(connection, signal));
    if ('actual' in sent) throw new WrongExpectedRevision(stream, expected, sent.actual);
    return { revision: sent.last, events: appendedEvents(stream, sent.last, events, append.proposed) };
  };
};

type Sent = { readonly last: number } | { readonly actual: number | null };

/** The answer, or what a look shows before it comes. Once there is an answer nobody looks any more. */
const answerOrSight = (answer: Promise<Sent>, look: () => Promise<Sent | undefined>): Promise<Sent> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    let isOver = false;
    const over = (): void => {
      isOver = true;
      clearTimeout(timer);
    };
    const lookAfter = (milliseconds: number): void => {
      timer = setTimeout(() => {
        // A look that fails shows nothing: the append itself will tell what is wrong.
        void look()
          .catch(() => undefined)
          .then((found) => {
            if (isOver) return;
            if (found === undefined) lookAfter(2 * milliseconds);
            else resolve(found);
          });
      }, milliseconds);
    };
    lookAfter(LOOK_AFTER_MS);
    answer.finally(over).then(resolve, reject);
  });

/** For a server that knows no batches. */
const singleAppend = async (
  client: Connection['client'],
  { stream, expected, proposed }: ProposedAppend,
): Promise<number> => {
  const events = proposed.map(({ id, type, data, metadata }) =>
    jsonEvent({ id, type, data: contentOf(data), metadata: contentOf(metadata) }),
  );
  const { nextExpectedRevision } = await client.appendToStream(stream, events, {
    streamState: expected === 'no-stream' ? 'no_stream' : BigInt(expected),
    requiresLeader: true,
  });
  return Number(nextExpectedRevision);
};

const contentOf = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
