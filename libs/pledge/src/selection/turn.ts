/** One turn from selection to repatriation, and what a match that ends leaves of it. */
import type { Pledge } from '../state.ts';

/**
 * What one turn from selection to repatriation leaves behind, gone when the offer stands anew or is withdrawn before the
 * unit went. A unit that went keeps its turn: it is what was delivered.
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
