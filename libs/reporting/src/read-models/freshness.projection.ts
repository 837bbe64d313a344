/**
 * How old the read models are, and how many events went into them. The one row that many streams feed: a count and a
 * maximum come out the same in any order.
 */
import { eventContracts } from '@pledgeline/contracts';
import type { Projection, Views } from '@pledgeline/event-sourcing';

interface FreshnessRow {
  /** When the newest event was recorded. */
  readonly recordedUpTo: string;
  readonly events: number;
}

export const FRESHNESS = 'freshness';
const KEY = 'log';

export const freshness: Projection<FreshnessRow> = {
  name: FRESHNESS,
  version: 2,
  handles: eventContracts.map(({ type }) => type),
  columns: {},
  ofManyStreams: true,
  keyOf: () => KEY,
  apply: (row, { recordedAt }) => ({
    recordedUpTo: row !== undefined && row.recordedUpTo > recordedAt ? row.recordedUpTo : recordedAt,
    events: (row?.events ?? 0) + 1,
  }),
};

export const freshnessOf = (views: Views): Promise<FreshnessRow | undefined> => views.get(FRESHNESS, KEY);
