/** The annulments that were proposed for the history of a pledge, and their outcomes. */
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { BlockedEvent, CorrectionStanding } from '../correction/correction.state.ts';
import { statePart } from '../state-part.ts';

export interface AnnulmentState {
  readonly annulments: readonly Annulment[];
}

export interface Annulment extends Omit<DataOf<'AnnulmentProposed'>, 'pledgeId'> {
  /** Subject of the person who proposed it, and so may not agree to it. Not for readers. */
  readonly proposedBy: string;
  readonly standing: CorrectionStanding;
}

/** Two persons are needed for an annulment; the one who agrees is a records officer. */
export interface AnnulmentCommands {
  ProposeAnnulment: AnnulmentExamined & {
    readonly pledgeId: string;
    readonly annulmentId: string;
    readonly reason: string;
  };
  AnnulEvent: AnnulmentExamined & { readonly pledgeId: string; readonly annulmentId: string };
  RejectAnnulment: { readonly pledgeId: string; readonly annulmentId: string; readonly reason: string };
}

/** What `examineAnnulment` found over the whole stream, up to the revision at which the command is decided. */
export interface AnnulmentExamined {
  /** The events that would be struck together; none where the stream has no such event. */
  readonly strikes: readonly RecordedEvent[];
  /** Later events that could not be, or would say something else, had those never been. */
  readonly blocked: readonly BlockedEvent[];
}

/** They are about the history and no part of it: no life depends on them, and they are not annulled themselves. */
export const ABOUT_THE_HISTORY: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'CorrectionProposed',
  'EventCorrected',
  'CorrectionRejected',
  'AnnulmentProposed',
  'EventAnnulled',
  'AnnulmentRejected',
  'ActObjected',
]);

export const annulmentState = statePart<AnnulmentState, AnnulmentCommands>({ annulments: [] });

export const openAnnulments = ({ annulments }: AnnulmentState): readonly Annulment[] =>
  annulments.filter(({ standing }) => standing === 'PROPOSED');
