/**
 * What stands at a position of the log. A scavenge removes what a deletion, a truncation or a limit hides, and a read from there
 * then begins at the next record that is left.
 */
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { isOurs } from '@pledgeline/event-sourcing';
import type { EventAt, Position, StreamRevision } from '@pledgeline/event-sourcing';
import { errorClassOf, isInsideARecord } from './error-classification.ts';
import { firstFrom, grpcRead } from './grpc-read.ts';
import { ABOUT_A_STREAM, logPositionOf, recordedEventOf } from './recorded-event.ts';
import type { Received } from './recorded-event.ts';

export interface AskedPlace {
  readonly position: Position;
  /** As `EventStore.at` has it. */
  readonly stood: StreamRevision | undefined;
  /** Events of other streams are not looked into. */
  readonly isWanted: (stream: string) => boolean;
}

/** @throws errors of the client's kind. */
export const eventAt = async (
  client: KurrentDBClient,
  { position, stood, isWanted }: AskedPlace,
  signal: AbortSignal,
): Promise<EventAt> => {
  const from = logPositionOf(position);
  try {
    const found = await firstFrom(client, from, isWanted, signal);
    if (found === undefined) return { is: 'beyond-the-end' };
    const isThere = found.position.commit === from.commit && found.position.prepare === from.prepare;
    if (!isThere && stood !== undefined && (await isRemoved(client, from.commit, stood, signal)))
      return { is: 'removed' };
    const event = isThere && found.received ? recordedEventOf(found.received) : undefined;
    return event !== undefined && isOurs(event) ? { is: 'event', event } : { is: 'others' };
  } catch (error) {
    if (isInsideARecord(error)) return { is: 'nothing' };
    throw error;
  }
};

/** Whether nothing of the stream up to there is left. */
const isRemoved = async (
  client: KurrentDBClient,
  place: bigint,
  { stream, revision }: StreamRevision,
  signal: AbortSignal,
): Promise<boolean> => {
  try {
    const first = await oneOf(client, stream, 0, signal);
    if (first?.position === undefined) return await isHidden(client, stream, revision, signal);
    return first.revision > revision && first.position.commit > place;
  } catch (error) {
    // Deleted for good.
    if (errorClassOf(error) === 'gone') return true;
    throw error;
  }
};

/** Whether the newest event about a stream hides the revision. A stream that never was has none. */
const isHidden = async (
  client: KurrentDBClient,
  stream: string,
  revision: number,
  signal: AbortSignal,
): Promise<boolean> => {
  try {
    const about = await oneOf(client, `${ABOUT_A_STREAM}${stream}`, 'end', signal);
    const { data } = about ?? {};
    const set = (typeof data === 'object' && data !== null ? data : {}) as Readonly<Record<string, unknown>>;
    return Number(set['$tb'] ?? 0) > revision || '$maxAge' in set;
  } catch (error) {
    // Who may not read it does not know, and takes no other log for the one that was known.
    if (errorClassOf(error) === 'forbidden') return false;
    throw error;
  }
};

const oneOf = async (
  client: KurrentDBClient,
  stream: string,
  from: number | 'end',
  signal: AbortSignal,
): Promise<Received['event']> => {
  let found: Received['event'];
  for await (const { event } of grpcRead(client, { stream, from, count: 1 }, signal)) found = event;
  return found;
};
