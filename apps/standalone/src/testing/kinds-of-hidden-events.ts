/** What a test that hides events must know of their types beside what the contracts say. */

/** Events that something else has to come before; by type and visibility where that differs. */
export const NEEDS: Readonly<Record<string, readonly string[]>> = {
  ActRejected: ['ActProposed'],
  AnnulmentRejected: ['AnnulmentProposed'],
  ClarificationProvided: ['ClarificationRequested'],
  PartnerInvited: ['PartnershipDeclared'],
  PartnershipRequested: ['PartnershipDeclared'],
  PartnerProposalEnded: ['PartnershipDeclared', 'PartnershipRequested'],
  SupportRequestAnswered: ['SupportRequested'],
  SupportRequestDeclined: ['SupportRequested'],
  CaveatLifted: ['CaveatDeclared'],
  CaveatGivenUp: ['CaveatDeclared'],
  CaveatLiftingConfirmed: ['CaveatDeclared', 'CaveatGivenUp'],
  CaveatLiftingRefused: ['CaveatDeclared', 'CaveatGivenUp'],
  CaveatTalkNoted: ['CaveatDeclared'],
  CorrectionRejected: ['CorrectionProposed'],
  EventCorrected: ['VisitOutcomeNoted'],
  'EventAnnulled INTERNAL': ['CaveatDeclared', 'CaveatTalkNoted'],
  'EventAnnulled MEMBER_STATES': ['CaveatDeclared'],
  FindingFollowedUp: ['PerformanceAssessed'],
  ImprovementPlanClosed: ['PerformanceAssessed'],
  FindingsShared: ['PerformanceAssessed'],
  FindingsConsentWithdrawn: ['PerformanceAssessed', 'FindingsShared'],
  CourseEvaluated: ['CourseDelivered'],
  MatchReleased: ['PledgeMatched'],
  MouAmended: ['MouSigned'],
  EvidenceVerified: ['EvidenceSubmitted'],
  EvidenceRejected: ['EvidenceSubmitted'],
  LevelDowngraded: ['LevelAttained'],
  SelectionDeclined: ['PledgeMatched'],
  GapRevised: ['GapPublished'],
  GapClosed: ['GapPublished'],
  GapReserved: ['GapPublished'],
  GapReleased: ['GapPublished', 'GapReserved'],
  ContactLogged: ['PledgeIdeaRaised'],
  PledgeIdeaTakenUp: ['PledgeIdeaRaised'],
  PledgeIdeaDropped: ['PledgeIdeaRaised'],
  OfferMade: ['NeedPublished'],
  OfferChosen: ['NeedPublished', 'OfferMade'],
  OfferDeclined: ['NeedPublished', 'OfferMade'],
  OfferWithdrawn: ['NeedPublished', 'OfferMade'],
  NeedClosed: ['NeedPublished'],
  AavConducted: ['AavScheduled'],
  AavOutcomeRecorded: ['AavScheduled', 'AavConducted'],
  RdlVerificationRecorded: ['AavScheduled', 'AavConducted'],
};

/** Narrower than their types: what the state keeps back, and what is expected of it. */
export const NARROWED = [
  ['CaveatDeclared', 'INTERNAL'],
  ['CaveatLifted', 'INTERNAL'],
  ['CaveatGivenUp', 'INTERNAL'],
  ['CaveatLiftingConfirmed', 'INTERNAL'],
  ['CaveatLiftingRefused', 'INTERNAL'],
  ['CourseEvaluated', 'INTERNAL'],
  ['EventCorrected', 'INTERNAL'],
  ['EventAnnulled', 'INTERNAL'],
  ['EventAnnulled', 'MEMBER_STATES'],
  ['ProgressReported', 'INTERNAL'],
  ['ProgressReported', 'MEMBER_STATES'],
  ['PledgeIdeaRaised', 'INTERNAL'],
  ['PledgeIdeaTakenUp', 'INTERNAL'],
  ['ContactLogged', 'INTERNAL'],
  ['GapPublished', 'MEMBER_STATES'],
  ['GapRevised', 'MEMBER_STATES'],
  ['GapClosed', 'MEMBER_STATES'],
] as const;

/**
 * Events that move what is public, whoever may read them (SECURITY.md): a status with its day. They are there each time; only what
 * else they say, and when they were recorded, differs.
 */
export const MOVES: ReadonlySet<string> = new Set([
  'RegistrationDeclined',
  'PledgeMatched',
  'MatchReleased',
  'SelectionDeclined',
  'MouSigned',
  'PdvConducted',
  'UnitRepatriated',
]);

/** The same of what is for states: how much of a gap is reserved. The public is told nothing of it. */
export const MOVES_FOR_STATES: ReadonlySet<string> = new Set(['GapReserved', 'GapReleased']);
