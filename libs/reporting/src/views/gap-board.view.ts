/** The board of needs: what a mission seeks, and what is held for it. A query joins the pledges that fill it. */
import type { DataOf, GapEvent } from '@pledgeline/contracts';
import { forStates, viewOf } from '../visibility/view.ts';

export interface GapRow {
  readonly gap: DataOf<'GapPublished'>;
  readonly revision: number;
  readonly publishedOn: string | null;
  readonly closedFor: string | null;
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

export const GAP_BOARD = 'gap-board';

export const gapBoard = viewOf<GapRow, GapEvent>({
  name: GAP_BOARD,
  version: 2,
  category: 'gap',
  columns: {
    mission: ({ gap }) => gap.mission,
    capabilityCode: ({ gap }) => gap.capabilityCode,
    fill: (row) => fillOf(row),
  },
  apply: (row, event) => {
    const { occurredOn } = event.metadata;
    if (event.type === 'GapPublished') {
      return {
        gap: event.data,
        revision: event.revision,
        publishedOn: occurredOn,
        closedFor: null,
        reservations: [],
        released: 0,
      };
    }
    if (row === undefined) return undefined;
    switch (event.type) {
      case 'GapRevised': {
        const { number, neededBy, priority } = event.data;
        return { ...row, gap: { ...row.gap, number, neededBy, priority } };
      }
      case 'GapClosed':
        return { ...row, closedFor: event.data.reason };
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
    }
  },
  readers: forStates,
});

export const reserved = ({ reservations }: GapRow): number =>
  reservations.reduce((sum, { quantity }) => sum + quantity, 0);

/** Counts what is reserved now, although some of it may yet be refused. */
export const fillOf = (row: GapRow): Fill => {
  if (row.closedFor !== null) return 'CLOSED';
  const held = reserved(row);
  if (held === 0) return 'OPEN';
  return held < row.gap.number ? 'PARTLY_FILLED' : 'FILLED';
};
