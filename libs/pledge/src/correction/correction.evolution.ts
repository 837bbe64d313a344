/**
 * How the pledge changes by corrections: what they change is folded anew over the corrected events. Here is kept only
 * what was asked for, and what came of it.
 */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';
import type { CorrectionStanding } from './correction.state.ts';

export const correctionEvolution = {
  CorrectionProposed: (pledge, { pledgeId: _, ...asked }, { metadata: { actor: proposedBy } }) => ({
    ...pledge,
    corrections: [...pledge.corrections, { ...asked, proposedBy, standing: 'PROPOSED' }],
  }),
  EventCorrected: (pledge, { correctionId }) => settled(pledge, correctionId, 'MADE'),
  CorrectionRejected: (pledge, { correctionId }) => settled(pledge, correctionId, 'REJECTED'),
} satisfies Partial<Evolutions>;

const settled = (pledge: Pledge, id: string, standing: CorrectionStanding): Pledge => ({
  ...pledge,
  corrections: pledge.corrections.map((asked) =>
    asked.correctionId === id ? { ...asked, standing } : asked,
  ),
});
