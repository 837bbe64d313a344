/** How the pages and the places of this log are asked for. */
import type { EventAt, StreamRevision, StreamsPage } from '@pledgeline/event-sourcing';
import type { SqliteLog, StreamPlace } from './sqlite-log.ts';

const PAGE = 500;
const MAX_PAGE = 10_000;

/** @throws {TypeError} for a position of another log. */
export const positionOf = (after: string | undefined): number => {
  if (after === undefined) return 0;
  if (!/^\d{1,15}$/.test(after))
    throw new TypeError(`${JSON.stringify(after)} is not a position of this log`);
  return Number(after);
};

/** Refused rather than cut: a caller that takes a short page for the last one would miss the rest. */
export const pageSize = (limit: number = PAGE): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return limit;
  throw new RangeError(`a page holds 1 to ${MAX_PAGE} events, not ${limit}`);
};

/** The first event of the first stream comes after it. */
const BEFORE_ALL: StreamPlace = { stream: 0, revision: -1 };

/** @throws {TypeError} for an `after` that no page has answered. */
export const streamsPage = (
  log: SqliteLog,
  { after, limit }: { readonly after?: string | undefined; readonly limit?: number } = {},
): StreamsPage => {
  const size = pageSize(limit);
  const { events, last } = log.readStreams(after === undefined ? BEFORE_ALL : streamPlaceIn(after), size);
  return { events, after: events.length < size ? undefined : `${last.stream} ${last.revision}` };
};

const streamPlaceIn = (after: string): StreamPlace => {
  const [, stream, revision] = /^(\d{1,15}) (\d{1,15})$/.exec(after) ?? [];
  if (stream === undefined)
    throw new TypeError(`${JSON.stringify(after)} is no place among the streams of this log`);
  return { stream: Number(stream), revision: Number(revision) };
};

/**
 * @param stood as `EventStore.at` has it.
 * @throws {TypeError} for a position of another log.
 */
export const eventAt = (log: SqliteLog, position: string, stood: StreamRevision | undefined): EventAt => {
  const place = positionOf(position);
  const event = log.at(place);
  if (event !== undefined) return { is: 'event', event };
  if (place > Number(log.last()?.position ?? 0)) return { is: 'beyond-the-end' };
  return { is: stood !== undefined && isRemoved(log, place, stood) ? 'removed' : 'nothing' };
};

/** Of a stream that is known, nothing up to there is left. */
const isRemoved = (log: SqliteLog, place: number, { stream, revision }: StreamRevision): boolean => {
  const [first] = log.readStream(stream, 0, 1);
  if (first === undefined) return log.head(stream) !== undefined;
  return first.revision > revision && Number(first.position) > place;
};
