/** How the pledge changes by corrections: not at all by itself. The stream is folded anew over the corrected events. */
import type { Evolutions } from '../evolution.ts';

export const correctionEvolution = {
  CorrectionProposed: (pledge) => pledge,
  EventCorrected: (pledge) => pledge,
  CorrectionRejected: (pledge) => pledge,
} satisfies Partial<Evolutions>;
