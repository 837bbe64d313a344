/**
 * Whose word each event of a pledge is: accountability page, section 4. What a state, a partner or the implementing body says or
 * does breaks the silence; what the Secretariat, a mission or an evaluator does is no word of theirs. The compiler asks for an
 * entry where a type is new.
 */
import type { PledgeEvent } from './catalogue.ts';

/** Who has spoken: a side, never a person. */
export const SPEAKERS = ['STATE', 'PARTNER', 'BODY'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** `SENDER`: the side of whoever sent it, which may be none. Null: nobody's word, whoever sent it. */
export type SpeakerRule = 'STATE' | 'SENDER' | null;

export const speakerRules: Readonly<Record<PledgeEvent['type'], SpeakerRule>> = {
  // The promise itself, whoever enters it.
  PledgeAnnounced: 'STATE',
  AnnouncementLinked: 'STATE',
  // States agreed to it in their own words: without their reference nothing is split or merged.
  PledgeSplit: 'STATE',
  PledgeDerived: 'STATE',
  MergeConsented: 'STATE',

  ClarificationProvided: 'SENDER',
  SupportRequested: 'SENDER',
  ProgressReported: 'SENDER',
  PledgeAmended: 'SENDER',
  TermsStated: 'SENDER',
  TargetStated: 'SENDER',
  PhasesDeclared: 'SENDER',
  PledgeRenewed: 'SENDER',
  PledgeWithdrawn: 'SENDER',
  PledgeSuspended: 'SENDER',
  PledgeResumed: 'SENDER',
  SelectionDeclined: 'SENDER',
  ConditionDeclared: 'SENDER',
  ConditionMet: 'SENDER',
  ConditionFailed: 'SENDER',
  CaveatDeclared: 'SENDER',
  CaveatLifted: 'SENDER',
  CaveatGivenUp: 'SENDER',
  FindingsShared: 'SENDER',
  FindingsConsentWithdrawn: 'SENDER',
  PartnershipDeclared: 'SENDER',
  PartnerInvited: 'SENDER',
  PartnershipRequested: 'SENDER',
  PartnerProposalEnded: 'SENDER',
  PartnerJoined: 'SENDER',
  PartnerConfirmed: 'SENDER',
  PartnerLeft: 'SENDER',
  LeadNamed: 'SENDER',
  TurnsAgreed: 'SENDER',
  ImplementationPlanned: 'SENDER',
  MilestoneRevised: 'SENDER',
  ImplementationStarted: 'SENDER',
  MilestoneMet: 'SENDER',
  EvidenceSubmitted: 'SENDER',
  FundsPledged: 'SENDER',
  FundsCommitted: 'SENDER',
  FundsReceived: 'SENDER',
  CourseDelivered: 'SENDER',
  ExpertSeconded: 'SENDER',
  SecondmentEnded: 'SENDER',
  EquipmentDelivered: 'SENDER',
  PoliticalActRecorded: 'SENDER',
  TargetMeasured: 'SENDER',
  // The implementing body may ask as well.
  ClarificationRequested: 'SENDER',

  // The desk and the cells.
  PledgeAcknowledged: null,
  PledgeRegistered: null,
  RegistrationDeclined: null,
  PledgeCountedAgainst: null,
  ThemeTagged: null,
  SupportRequestAnswered: null,
  SupportRequestDeclined: null,
  ReclassificationProposed: null,
  PledgeReclassified: null,
  RecordsCarriedOver: null,
  PledgesMerged: null,
  PledgeMergedInto: null,
  PledgeSuperseded: null,
  RepeatDecided: null,
  DocumentationReceived: null,
  VisitOutcomeNoted: null,
  LevelAttained: null,
  LevelDowngraded: null,
  PledgeMatched: null,
  MatchRefused: null,
  MatchReleased: null,
  UnitSelected: null,
  MouSigned: null,
  MouAmended: null,
  PdvConducted: null,
  PledgeFulfilled: null,
  PledgePartiallyFulfilled: null,
  // The field, and who evaluates.
  CaveatDiscovered: null,
  CaveatTalkNoted: null,
  CaveatLiftingConfirmed: null,
  CaveatLiftingRefused: null,
  UnitDeployed: null,
  UnitRotated: null,
  UnitRepatriated: null,
  PerformanceAssessed: null,
  FindingFollowedUp: null,
  ImprovementPlanClosed: null,
  CourseEvaluated: null,
  EvidenceVerified: null,
  EvidenceRejected: null,
  // Jobs, and the records.
  RenewalReminded: null,
  PledgeLapsed: null,
  CorrectionProposed: null,
  EventCorrected: null,
  CorrectionRejected: null,
  // The act that was recorded is the word, and not the note of it.
  ActRecorded: null,
  ActProposed: null,
  ActRejected: null,
  AnnulmentProposed: null,
  EventAnnulled: null,
  AnnulmentRejected: null,
  ActObjected: 'SENDER',
};
