/**
 * The board of needs: what a mission seeks, and what is held for it. A query joins the pledges that fill it. The public reads what is
 * sought, and nothing of what is held (accountability page, section 13): its rows are made of public events alone.
 */
import { readsAmongStates, type DataOf, type GapEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { viewOf, type Readers } from '../visibility/view.ts';

export interface GapRow {
  readonly gap: DataOf<'GapPublished'>;
  readonly revision: number;
  readonly publishedOn: string | null;
  readonly isClosed: boolean;
  /** Null also for the public. */
  readonly closedFor: string | null;
  /** How many of its events are public, and the day of the first; null where none is. */
  readonly inPublic: { readonly events: number; readonly since: string | null } | null;
  readonly reservations: readonly Reservation[];
  /** How many reservations were given back. */
  readonly released: number;
}

interface Reservation {
  readonly reservationId: string;
  readonly pledgeId: string;
  readonly quantity: number;
  readonly reservedOn: string | null;
}

export const FILLS = ['OPEN', 'PARTLY_FILLED', 'FILLED', 'CLOSED'] as const;
export type Fill = (typeof FILLS)[number];

export const GAP_STATES = ['OPEN', 'CLOSED'] as const;

export const GAP_BOARD = 'gap-board';

const PUBLIC_ROW = 'PUBLIC';

const readers: Readers<GapRow> = {
  where: (caller) => (readsAmongStates(caller) ? {} : { readers: PUBLIC_ROW }),
  row: (row, caller) => (readsAmongStates(caller) ? row : inPublic(row)),
  columns: {
    mission: 'PUBLIC',
    capabilityCode: 'PUBLIC',
    state: 'PUBLIC',
    readers: 'PUBLIC',
    fill: 'MEMBER_STATES',
  },
};

/** Without the days and reasons that only states were told, and as if nothing were held. */
const inPublic = (row: GapRow): GapRow => ({
  ...row,
  publishedOn: row.inPublic?.since ?? null,
  closedFor: null,
  reservations: [],
  released: 0,
});

export const gapBoard = viewOf<GapRow, GapEvent>({
  name: GAP_BOARD,
  version: 3,
  category: 'gap',
  columns: {
    mission: ({ gap }) => gap.mission,
    capabilityCode: ({ gap }) => gap.capabilityCode,
    fill: (row) => fillOf(row),
    state: (row) => stateOf(row),
    readers: (row) => (row.inPublic === null ? null : PUBLIC_ROW),
  },
  apply: (row, event) => {
    const next = changedBy(row, event);
    const { visibility, occurredOn } = event.metadata;
    if (next === undefined || visibility !== 'PUBLIC') return next;
    const { events, since } = next.inPublic ?? { events: 0, since: occurredOn };
    return { ...next, inPublic: { events: events + 1, since } };
  },
  readers,
});

const changedBy = (row: GapRow | undefined, event: RecordedEvent & GapEvent): GapRow | undefined => {
  const { occurredOn } = event.metadata;
  if (event.type === 'GapPublished') {
    return {
      gap: event.data,
      revision: event.revision,
      publishedOn: occurredOn,
      isClosed: false,
      closedFor: null,
      inPublic: null,
      reservations: [],
      released: 0,
    };
  }
  if (row === undefined) return undefined;
  switch (event.type) {
    case 'GapRevised': {
      const { number, neededBy, priority, narrowed } = event.data;
      return { ...row, gap: { ...row.gap, number, neededBy, priority, narrowed } };
    }
    case 'GapClosed':
      return { ...row, isClosed: true, closedFor: event.data.reason };
    case 'GapReserved': {
      const { reservationId, pledgeId, quantity } = event.data;
      const reservation = { reservationId, pledgeId, quantity, reservedOn: occurredOn };
      return { ...row, reservations: [...row.reservations, reservation] };
    }
    case 'GapReleased': {
      const { reservationId } = event.data;
      const reservations = row.reservations.filter((held) => held.reservationId !== reservationId);
      return {
        ...row,
        reservations,
        released: row.released + row.reservations.length - reservations.length,
      };
    }
    default:
      return row;
  }
};

export const stateOf = ({ isClosed }: GapRow): (typeof GAP_STATES)[number] => (isClosed ? 'CLOSED' : 'OPEN');

export const reserved = ({ reservations }: GapRow): number =>
  reservations.reduce((sum, { quantity }) => sum + quantity, 0);

/** Counts what is reserved now, although some of it may yet be refused. */
export const fillOf = (row: GapRow): Fill => {
  if (row.isClosed) return 'CLOSED';
  const held = reserved(row);
  if (held === 0) return 'OPEN';
  return held < row.gap.number ? 'PARTLY_FILLED' : 'FILLED';
};
