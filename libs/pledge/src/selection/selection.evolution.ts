/** How the pledge changes: set against a gap, and chosen for it. */
import type { Evolutions } from '../evolution.ts';
import { withoutMatch } from './turn.ts';

export const selectionEvolution = {
  PledgeMatched: (pledge, data) => {
    const { pledgeId: _, fit: _fit, openCaveats: _caveats, ...match } = data;
    return {
      ...pledge,
      status: 'MATCHED',
      matches: [...pledge.matches, match],
      answeredReservations: [...pledge.answeredReservations, data.reservationId],
    };
  },
  MatchRefused: (pledge, data) => ({
    ...pledge,
    answeredReservations: [...pledge.answeredReservations, data.reservationId],
  }),
  MatchReleased: (pledge, data) => withoutMatch(pledge, data.reservationId),
  UnitSelected: (pledge, data) => {
    const { gapId, mission, selectedOn } = data;
    const reservationId = pledge.matches.find((match) => match.gapId === gapId)?.reservationId ?? '';
    return { ...pledge, status: 'SELECTED', selection: { gapId, reservationId, mission, selectedOn } };
  },
  SelectionDeclined: (pledge, data) => ({ ...withoutMatch(pledge, data.reservationId), selection: null }),
} satisfies Partial<Evolutions>;
