/** The papers and visits of a unit, and the level that they carry. */
import type { DataOf, DocumentKind, Level, VisitOutcome } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface ReadinessState {
  readonly level: Level | null;
  /** Until when the visit behind the level counts; null at Level 1, which rests on no visit. */
  readonly levelValidUntil: string | null;
  /** Newest version of each kind. */
  readonly documents: readonly HeldDocument[];
  readonly documentHashes: readonly string[];
  /** Newest outcome of each purpose. */
  readonly lastAav: NotedOutcome | null;
  readonly lastRdlVerification: NotedOutcome | null;
  /** Until when the newest successful visit of each purpose counts. A failed re-visit does not shorten it. */
  readonly visitsValidUntil: { readonly AAV: string | null; readonly RDL: string | null };
  /** `<purpose> <visit id>` of every outcome noted, so that a redelivered one changes nothing. */
  readonly notedVisits: readonly string[];
}

export interface HeldDocument {
  readonly kind: DocumentKind;
  readonly version: number;
  readonly eventId: string;
  /** The day that its first version bears; null where that is not known. What rests on the paper is not before it. */
  readonly datedOn: string | null;
}

export interface NotedOutcome {
  readonly visitId: string;
  readonly outcome: VisitOutcome;
  readonly conductedOn: string;
  /** Null when no level can rest on it. */
  readonly validUntil: string | null;
  readonly agreementReference: string | null;
  readonly eventId: string;
}

export interface ReadinessCommands {
  ReceiveDocumentation: Omit<DataOf<'DocumentationReceived'>, 'receivedOn'>;
  /** By policy, from the outcome of a visit. */
  NoteVisitOutcome: Omit<DataOf<'VisitOutcomeNoted'>, 'validUntil'>;
  AttainLevel: Omit<DataOf<'LevelAttained'>, 'level' | 'attainedOn' | 'basis' | 'basisValidUntil'> & {
    readonly level: Exclude<Level, 'L1'>;
  };
  DowngradeLevel: Fields<'LevelDowngraded', 'pledgeId' | 'level' | 'reason' | 'consentReference'>;
}

export const readinessState = statePart<ReadinessState, ReadinessCommands>({
  level: null,
  levelValidUntil: null,
  documents: [],
  documentHashes: [],
  lastAav: null,
  lastRdlVerification: null,
  visitsValidUntil: { AAV: null, RDL: null },
  notedVisits: [],
});
