/** What can be wished of a pledge: that its history be put right. Two records officers are needed. */
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { Change } from './correction.state.ts';

export interface CorrectionWishes {
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
 * What only the whole stream can tell, found by `examine` over all events up to the revision at which the command is
 * decided: whoever sends the command names that revision.
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
