/** The end of one turn from selection to repatriation, and the end of a match. */
import type { Pledge } from '../state.ts';

/**
 * The fields of one turn, cleared when the offer is renewed, or withdrawn before the unit went. A unit that went keeps its turn,
 * because that is its delivery.
 */
export const newTurn = {
  matches: [],
  selection: null,
  mou: null,
  pdvPassedOn: null,
  deployment: null,
} satisfies Partial<Pledge>;

/** Back to where a pledge is without it: matched by others still, or registered. */
export const withoutMatch = (pledge: Pledge, reservationId: string): Pledge => {
  const matches = pledge.matches.filter((match) => match.reservationId !== reservationId);
  return { ...pledge, matches, status: matches.length > 0 ? 'MATCHED' : 'REGISTERED' };
};
