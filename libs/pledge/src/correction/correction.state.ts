/** What was asked to be put right in the history of a pledge, and what came of it. */
import type { DataOf } from '@pledgeline/contracts';

export type Change = DataOf<'CorrectionProposed'>['changes'][number];

export interface Correction {
  readonly correctionId: string;
  readonly corrects: string;
  readonly correctedType: string;
  readonly changes: readonly Change[];
  readonly reason: string;
  /** Subject of the one who asked for it, and so may not agree to it. Not for readers. */
  readonly proposedBy: string;
  readonly standing: CorrectionStanding;
}

export const CORRECTION_STANDINGS = ['PROPOSED', 'MADE', 'REJECTED'] as const;
export type CorrectionStanding = (typeof CORRECTION_STANDINGS)[number];

export const openProposals = ({
  corrections,
}: {
  readonly corrections: readonly Correction[];
}): readonly Correction[] => corrections.filter(({ standing }) => standing === 'PROPOSED');
