/**
 * What a pledge is after its history: plain data, kept apart along the dimensions of the lifecycle page (status, level,
 * validity, clarifications, matches), so that read models can store it as it is.
 */
import type {
  DataOf,
  DocumentKind,
  Level,
  Quantity,
  Status,
  Track,
  VisitOutcome,
} from '@pledgeline/contracts';

export interface Pledge {
  /** Null before the announcement. */
  readonly status: Status | null;
  readonly pledgeId: string;
  readonly reference: string;
  /** As first announced; later changes are in the fields below. */
  readonly announcement: DataOf<'PledgeAnnounced'> | null;
  readonly links: readonly DataOf<'AnnouncementLinked'>[];
  readonly memberState: string;
  readonly track: Track | null;
  readonly capabilityCode: string | null;
  readonly quantity: Quantity | null;
  readonly timeframe: string | null;
  readonly deployWithinDays: number | null;
  readonly level: Level | null;
  /** Until when the visit behind the level counts. */
  readonly levelValidUntil: string | null;
  readonly validUntil: string | null;
  /** Validity end for which a reminder went out. */
  readonly remindedFor: string | null;
  readonly lapsedOn: string | null;
  readonly clarifications: readonly Clarification[];
  /** Newest version of each kind. */
  readonly documents: readonly HeldDocument[];
  readonly documentHashes: readonly string[];
  /** Newest outcome of each purpose. */
  readonly lastAav: NotedOutcome | null;
  readonly lastRdlVerification: NotedOutcome | null;
  readonly matches: readonly Match[];
  readonly selection: Selection | null;
  readonly mou: Mou | null;
  readonly pdvPassedOn: string | null;
  readonly deployment: Deployment | null;
  /** First day each status was reached, by business date; null where the source gives none. */
  readonly reachedOn: Readonly<Partial<Record<Status, string | null>>>;
  /** Business date of the newest event that has one. */
  readonly lastHeardOn: string | null;
}

export interface Clarification {
  readonly clarificationId: string;
  readonly question: string;
  readonly dueOn: string;
  readonly blocking: boolean;
  readonly answered: boolean;
}

export interface HeldDocument {
  readonly kind: DocumentKind;
  readonly version: number;
  readonly eventId: string;
}

export interface NotedOutcome {
  readonly visitId: string;
  readonly outcome: VisitOutcome;
  readonly conductedOn: string;
  readonly agreementReference: string | null;
  readonly eventId: string;
}

export interface Match {
  readonly gapId: string;
  readonly reservationId: string;
  readonly mission: string;
  readonly quantity: number;
}

export interface Selection {
  readonly gapId: string;
  readonly reservationId: string;
  readonly mission: string;
  readonly selectedOn: string;
}

export interface Mou {
  readonly reference: string;
  readonly strength: number;
  readonly signedOn: string;
  readonly from: string;
  readonly to: string;
}

export interface Deployment {
  readonly mission: string;
  readonly deployedOn: string;
  readonly strength: number;
  readonly lastRotatedOn: string | null;
  readonly repatriatedOn: string | null;
}
