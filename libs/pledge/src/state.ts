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
import { NOTHING_ENTERED, type Entered } from './entered.ts';
import type { Lineage } from './split/lineage.state.ts';
import type { Suspension } from './suspension/suspension.state.ts';
import type { ProposedReclassification } from './reclassification/reclassification.state.ts';
import type { ProgressReport, Tags } from './progress/progress.state.ts';
import type { Counting } from './counting/counting.state.ts';
import type { Amendment } from './amendment/amendment.state.ts';
import type { Delivered } from './delivery/delivery.state.ts';
import type { Correction } from './correction/correction.state.ts';
import type { Implementation } from './implementation/implementation.state.ts';
import type { Assessment } from './performance/performance.state.ts';
import type { Caveat } from './caveats/caveats.state.ts';
import type { MergeConsent } from './merge/merge.state.ts';
import type { Partnership } from './partnership/partnership.state.ts';
import type { Condition } from './conditions/conditions.state.ts';
import type { LateEntry } from './validity/late-entry.ts';

export interface Pledge {
  /** Null before the announcement. */
  readonly status: Status | null;
  readonly pledgeId: string;
  readonly reference: string;
  /** As first announced; later changes are in the fields below, and in `amendment`. */
  readonly announcement: DataOf<'PledgeAnnounced'> | null;
  readonly links: readonly DataOf<'AnnouncementLinked'>[];
  readonly amendment: Amendment | null;
  readonly counting: Counting | null;
  readonly progress: readonly ProgressReport[] | null;
  readonly tags: Tags | null;
  readonly reclassification: ProposedReclassification | null;
  readonly suspensions: readonly Suspension[] | null;
  readonly lineage: Lineage | null;
  readonly memberState: string;
  readonly track: Track | null;
  readonly capabilityCode: string | null;
  readonly quantity: Quantity | null;
  readonly timeframe: string | null;
  readonly deployWithinDays: number | null;
  readonly level: Level | null;
  /** Until when the visit behind the level counts; null at Level 1, which rests on no visit. */
  readonly levelValidUntil: string | null;
  readonly validUntil: string | null;
  /** Business date of the registration or of the last renewal. */
  readonly standsSince: string | null;
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
  /** Until when the newest successful visit of each purpose counts. A failed re-visit does not shorten it. */
  readonly visitsValidUntil: { readonly AAV: string | null; readonly RDL: string | null };
  /** `<purpose> <visit id>` of every outcome noted, so that a redelivered one changes nothing. */
  readonly notedVisits: readonly string[];
  /** Those that hold a reservation now. */
  readonly matches: readonly Match[];
  /** Reservations that were answered, by a match or a refusal. */
  readonly answeredReservations: readonly string[];
  /** With what follows from it down to the deployment: of the present turn. A renewal after repatriation clears them. */
  readonly selection: Selection | null;
  readonly mou: Mou | null;
  readonly pdvPassedOn: string | null;
  readonly deployment: Deployment | null;
  /** From the plan on, on the implementation track. */
  readonly implementation: Implementation | null;
  readonly conditions: readonly Condition[];
  /** Null for a pledge that one state carries. */
  readonly partnership: Partnership | null;
  readonly mergeConsent: MergeConsent | null;
  readonly caveats: readonly Caveat[];
  readonly assessments: readonly Assessment[];
  /** Money, courses, people, equipment, acts and measurements, from the first of them on. */
  readonly delivered: Delivered | null;
  readonly corrections: readonly Correction[];
  /** First day each status was reached, by business date; null where the source gives none. */
  readonly reachedOn: Readonly<Partial<Record<Status, string | null>>>;
  /** Latest business date of what people reported; what the system alone wrote (reminder, lapse, refused match) is no news. */
  readonly lastHeardOn: string | null;
  /** An amount was stored with more decimals than its currency has, and is read without them. */
  readonly amountsRounded: boolean;
  readonly lateEntry: LateEntry | null;
  /** What states, partners and implementing bodies have put on it. */
  readonly entered: Entered;
}

export interface Clarification {
  readonly clarificationId: string;
  readonly question: string;
  readonly field: string | null;
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
  /** Null when no level can rest on it. */
  readonly validUntil: string | null;
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
  readonly equipmentAnnexVersion: string;
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

export const initialPledge: Pledge = {
  status: null,
  pledgeId: '',
  reference: '',
  announcement: null,
  links: [],
  amendment: null,
  counting: null,
  progress: null,
  tags: null,
  reclassification: null,
  suspensions: null,
  lineage: null,
  memberState: '',
  track: null,
  capabilityCode: null,
  quantity: null,
  timeframe: null,
  deployWithinDays: null,
  level: null,
  levelValidUntil: null,
  validUntil: null,
  standsSince: null,
  remindedFor: null,
  lapsedOn: null,
  clarifications: [],
  documents: [],
  documentHashes: [],
  lastAav: null,
  lastRdlVerification: null,
  visitsValidUntil: { AAV: null, RDL: null },
  notedVisits: [],
  matches: [],
  answeredReservations: [],
  selection: null,
  mou: null,
  pdvPassedOn: null,
  deployment: null,
  implementation: null,
  conditions: [],
  partnership: null,
  mergeConsent: null,
  caveats: [],
  assessments: [],
  delivered: null,
  corrections: [],
  reachedOn: {},
  lastHeardOn: null,
  amountsRounded: false,
  lateEntry: null,
  entered: NOTHING_ENTERED,
};
