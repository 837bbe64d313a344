/** The corrections that were proposed for the history of a pledge, and their outcomes. */
import type { DataOf } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { statePart } from '../state-part.ts';

export interface CorrectionState {
  readonly corrections: readonly Correction[];
}

export type Change = DataOf<'CorrectionProposed'>['changes'][number];

export interface Correction {
  readonly correctionId: string;
  readonly corrects: string;
  readonly correctedType: string;
  readonly changes: readonly Change[];
  readonly reason: string;
  /** Subject of the person who proposed it, and so may not agree to it. Not for readers. */
  readonly proposedBy: string;
  readonly standing: CorrectionStanding;
}

export const CORRECTION_STANDINGS = ['PROPOSED', 'MADE', 'REJECTED'] as const;
export type CorrectionStanding = (typeof CORRECTION_STANDINGS)[number];

/** Two records officers are needed for a correction. */
export interface CorrectionCommands {
  ProposeCorrection: Examined & {
    readonly pledgeId: string;
    readonly correctionId: string;
    /** Id of the event. */
    readonly corrects: string;
    readonly changes: readonly Change[];
    readonly reason: string;
  };
  CorrectEvent: Examined & { readonly pledgeId: string; readonly correctionId: string };
  RejectCorrection: { readonly pledgeId: string; readonly correctionId: string; readonly reason: string };
}

/**
 * The findings over the whole stream, made by `examine` over all events up to the revision at which the command is
 * decided. The command names that revision.
 */
export interface Examined {
  /** The event as it reads now, earlier corrections applied; null when the stream has none of this id. */
  readonly original: RecordedEvent | null;
  readonly findings: Findings;
}

export interface Findings {
  /** Events that would be refused, had the corrected event been so from the beginning. */
  readonly blocked: readonly BlockedEvent[];
  /** Fields of the event that follow from what is changed, and would have to change with it. */
  readonly lacking: readonly { readonly field: string; readonly expected: unknown }[];
}

export interface BlockedEvent {
  readonly eventId: string;
  /** Type of the event; `type` is what a problem calls itself. */
  readonly event: string;
  readonly revision: number;
  readonly code: string;
  readonly message: string;
}

export const correctionState = statePart<CorrectionState, CorrectionCommands>({ corrections: [] });

export const openProposals = ({ corrections }: CorrectionState): readonly Correction[] =>
  corrections.filter(({ standing }) => standing === 'PROPOSED');
