/**
 * How old the read models are, and how many events went into them. Each visibility has its own row, so that a reader sees changes
 * by events of his kind alone. Many streams feed a row: a count and a maximum come out the same in any order.
 */
import { eventContracts, readsAmongStates } from '@pledgeline/contracts';
import type { Views, Visibility } from '@pledgeline/event-sourcing';
import type { View } from '../visibility/view.ts';

interface FreshnessRow {
  readonly visibility: Visibility;
  /** When the newest event was recorded. */
  readonly recordedUpTo: string;
  readonly events: number;
}

export interface Freshness {
  /** Null while there is no event. */
  readonly recordedUpTo: string | null;
  readonly events: number;
}

const FRESHNESS = 'freshness';

export const freshness: View<FreshnessRow> = {
  category: null,
  projection: {
    name: FRESHNESS,
    version: 3,
    handles: eventContracts.map(({ type }) => type),
    columns: { visibility: ({ visibility }) => visibility },
    ofManyStreams: true,
    keyOf: ({ metadata }) => metadata.visibility,
    apply: (row, { recordedAt, metadata: { visibility } }) => ({
      visibility,
      recordedUpTo: row !== undefined && row.recordedUpTo > recordedAt ? row.recordedUpTo : recordedAt,
      events: (row?.events ?? 0) + 1,
    }),
  },
  readers: {
    where: (caller) => ({
      visibility: { in: readsAmongStates(caller) ? ['PUBLIC', 'MEMBER_STATES'] : ['PUBLIC'] },
    }),
  },
};

/** Sums up the visibilities that the views show. */
export const freshnessOf = async (views: Pick<Views, 'find'>): Promise<Freshness> => {
  const rows = (await views.find<FreshnessRow>(FRESHNESS)).map(({ row }) => row);
  return {
    recordedUpTo:
      rows
        .map(({ recordedUpTo }) => recordedUpTo)
        .sort()
        .at(-1) ?? null,
    events: rows.reduce((sum, { events }) => sum + events, 0),
  };
};
