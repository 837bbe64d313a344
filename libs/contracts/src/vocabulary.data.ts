/** The closed lists of words that events, requests and reports share. Source: lifecycle of pledges, sections 2, 4, 6 and 7; PCRS pages 3 to 6. */

export const ROLES = [
  'MS',
  'DESK',
  'SFGC',
  'FGS',
  'PD',
  'DOS',
  'MISSION',
  'PARTNER',
  'IMPL',
  'EVAL',
  'ADMIN',
  'SYSTEM',
  'AUDITOR',
  'SUBSCRIBER',
  'PUBLIC',
] as const;
export type Role = (typeof ROLES)[number];

export const TRACKS = ['CAPABILITY', 'IMPLEMENTATION'] as const;
export type Track = (typeof TRACKS)[number];

/** Readiness levels of PCRS, lowest first. */
export const LEVELS = ['L1', 'L2', 'L3', 'RDL'] as const;
export type Level = (typeof LEVELS)[number];

export const STATUSES = [
  'ANNOUNCED',
  'ACKNOWLEDGED',
  'REGISTERED',
  'MATCHED',
  'SELECTED',
  'MOU_SIGNED',
  'READY',
  'DEPLOYED',
  'REPATRIATED',
  'PLANNED',
  'IN_PROGRESS',
  'FULFILLED',
  'PARTIALLY_FULFILLED',
  'WITHDRAWN',
  'DECLINED',
  'LAPSED',
  'SPLIT',
  'MERGED',
  'SUPERSEDED',
  'VOID',
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses in which nothing more can happen. */
export const END_STATUSES: readonly Status[] = [
  'FULFILLED',
  'WITHDRAWN',
  'DECLINED',
  'SPLIT',
  'MERGED',
  'SUPERSEDED',
  'VOID',
];

/** Nothing is waited for, and it is no end: a lapsed pledge can be renewed, and the rest of a promise can still be kept. */
export const REST_STATUSES: readonly Status[] = ['LAPSED', 'PARTIALLY_FULFILLED'];

/** What an earlier pledge can be to those that are counted against it. */
export const TOTAL_KINDS = ['CEILING', 'PACKAGE'] as const;

/** How a promise can be closed. */
export const CLOSINGS = ['FULL', 'PART'] as const;

/** How a pledge can come from others. */
export const DERIVATIONS = ['SPLIT', 'MERGE'] as const;

/** Who spoke for the state, highest first. */
export const SPEAKER_RANKS = [
  'HEAD_OF_STATE',
  'HEAD_OF_GOVERNMENT',
  'FOREIGN_MINISTER',
  'DEFENCE_MINISTER',
  'INTERIOR_MINISTER',
  'OTHER_MINISTER',
  'DEPUTY',
  'AMBASSADOR',
  'OFFICIAL',
] as const;

/** Whether an announcement makes a promise, repeats an older one, or brings it up to date. */
export const STANDINGS = ['NEW', 'RENEWED', 'UPDATED'] as const;

/** What the desk finds of an announcement that was entered although the same offer was known. */
/** Codes of refusals that an announcement may be entered without, while nobody can look for them. */
export const NOT_CHECKED = ['DUPLICATE_ANNOUNCEMENT'] as const;
export const REPEAT_DECISIONS = ['ADDITIONAL', 'REPEAT'] as const;

/** What a concrete promise says. */
export const SMART_PARTS = ['WHO', 'WHAT', 'HOW_MANY', 'BY_WHEN'] as const;
export type SmartPart = (typeof SMART_PARTS)[number];
/** What a state is asked about its promise: what it does not say, and what a multiple such as "double" starts from. */
export const ASKED_PARTS = [...SMART_PARTS, 'BASELINE'] as const;

export const FUNDING_KINDS = ['VOLUNTARY', 'ASSESSED'] as const;

export const DOCUMENT_KINDS = [
  'NOTE_VERBALE',
  'TABLE_OF_ORGANIZATION',
  'MAJOR_EQUIPMENT',
  'SELF_SUSTAINMENT',
  'LOAD_LIST',
  'CERTIFICATE',
  'OTHER',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DECLINE_REASONS = [
  'NOT_A_PLEDGE',
  'DUPLICATE',
  'OUT_OF_SCOPE',
  'INCOMPLETE',
  'STATE_REQUEST',
  'OTHER',
] as const;

/** PCRS page 3.4, and the end of an RDL agreement. */
export const DOWNGRADE_REASONS = [
  'VISIT_EXPIRED',
  'REVISIT_FAILED',
  'SUR_CHANGED',
  'EQUIPMENT_CHANGED',
  'PERSONNEL_CHANGED',
  'CAVEAT_BREAKS_SUR',
  'RDL_AGREEMENT_ENDED',
] as const;

export const VISIT_PURPOSES = ['AAV', 'RDL'] as const;
export const VISIT_MODES = ['IN_PERSON', 'REMOTE'] as const;
export const VISIT_OUTCOMES = ['SUCCESSFUL', 'SUCCESSFUL_WITH_RECOMMENDATIONS', 'NOT_SUCCESSFUL'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export const PERFORMANCE_RESULTS = ['SATISFACTORY', 'NEEDS_IMPROVEMENT', 'UNSATISFACTORY'] as const;
export type PerformanceResult = (typeof PERFORMANCE_RESULTS)[number];

/** Forms in which several carry one pledge: seed systems, parts B and D. */
export const PARTNERSHIP_KINDS = [
  'ROTATION',
  'JOINT_DEPLOYMENT',
  'HANDOVER',
  'IN_MISSION_TRAINING',
  'TRIANGULAR',
  'TRAIN_EQUIP_MENTOR',
  'JOINT_PLEDGE',
] as const;
export type PartnershipKind = (typeof PARTNERSHIP_KINDS)[number];
/** What a partner gives. */
export const PARTNER_ROLES = ['UNIT', 'EQUIPMENT', 'TRAINING', 'MONEY', 'LOGISTICS'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];
/** The parts that some kinds of partnership have; each kind is complete with three of them. */
export const PARTNER_PARTS = ['TRAINER', 'FUNDER', 'HOST', 'EQUIPPER', 'MENTOR'] as const;
export type PartnerPart = (typeof PARTNER_PARTS)[number];
export const PARTS_OF_KIND: Readonly<Partial<Record<PartnershipKind, readonly PartnerPart[]>>> = {
  TRIANGULAR: ['TRAINER', 'FUNDER', 'HOST'],
  TRAIN_EQUIP_MENTOR: ['TRAINER', 'EQUIPPER', 'MENTOR'],
};
/** By which word of the lead a partner is confirmed: it is the lead itself, was invited, asked, merged its pledge, or joined before. */
export const PARTNER_CONFIRMATIONS = ['LEAD', 'INVITED', 'REQUESTED', 'MERGED', 'LATER'] as const;
export type PartnerConfirmation = (typeof PARTNER_CONFIRMATIONS)[number];
/** In which role who takes part in a pledge is credited: accountability page, section 6. A mentor and who gives logistics have one too. */
export const CREDIT_ROLES = [
  'TRAINER',
  'FUNDER',
  'HOST',
  'UNIT',
  'EQUIPMENT',
  'MENTOR',
  'LOGISTICS',
] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];
/** On what ground: the first three count. The others joined by their own word alone, or are only named by another. */
export const CREDIT_BASES = [
  'PLEDGED',
  'CONFIRMED',
  'DELIVERED_COURSE',
  'NOT_CONFIRMED',
  'NAMED_ONLY',
] as const;
export type CreditBasis = (typeof CREDIT_BASES)[number];
export const PROPOSAL_KINDS = ['INVITATION', 'REQUEST'] as const;
export const PARTNER_SIDES = ['LEAD', 'PARTNER'] as const;
export type PartnerSide = (typeof PARTNER_SIDES)[number];

/** By what a list of pledges counts those that fit; each is a filter of it, too. */
export const PLEDGE_FACETS = [
  'conference',
  'memberState',
  'category',
  'capabilityCode',
  'theme',
  'track',
  'status',
  'level',
  'missing',
  'caveat',
] as const;
export type PledgeFacet = (typeof PLEDGE_FACETS)[number];

/** What a state keeps its unit from: where, what, when, or under whose orders. */
export const CAVEAT_KINDS = ['GEOGRAPHIC', 'TASK', 'TIME', 'COMMAND', 'OTHER'] as const;
export type CaveatKind = (typeof CAVEAT_KINDS)[number];

/** Who finds a caveat that was not declared. */
export const CAVEAT_FINDERS = ['MISSION', 'EVAL'] as const;
export type CaveatFinder = (typeof CAVEAT_FINDERS)[number];

/** Who confirms that a caveat is lifted: those who choose units, and those who found it. */
export const LIFTING_CONFIRMERS = ['FGS', 'PD', ...CAVEAT_FINDERS] as const;
export type LiftingConfirmer = (typeof LIFTING_CONFIRMERS)[number];

export const PRIORITIES = ['HIGH', 'MEDIUM', 'LOW'] as const;
/** Whom a gap is published for: accountability page, section 13. */
export const GAP_READERS = ['PUBLIC', 'MEMBER_STATES'] as const;
export const FITS = ['FULL', 'PARTIAL'] as const;
/** Who says how many persons a unit is: the pledge itself, the taxonomy, or who made the match. */
export const FACTOR_SOURCES = ['PLEDGE', 'TAXONOMY', 'MATCH'] as const;
export const HOST_CONSENTS = ['GIVEN', 'PENDING', 'NOT_REQUIRED', 'REFUSED'] as const;
export const PDV_RESULTS = ['PASSED', 'FAILED'] as const;
/** Those that let a unit go before it is READY. */
export const WAYS_BEFORE_READY = ['REHATTING', 'LETTER_OF_ASSIST'] as const;
/** For the closing of a mission that has ended or has lost the consent of its host: accountability page, section 10. */
export const LIQUIDATION = 'LIQUIDATION';
export const DEPLOYMENT_EXCEPTIONS = [...WAYS_BEFORE_READY, LIQUIDATION] as const;
export const REPATRIATION_REASONS = [
  'END_OF_TOUR',
  'MISSION_CLOSED',
  'HOST_REQUEST',
  'NATIONAL_DECISION',
  'CONDUCT',
  'PERFORMANCE',
] as const;
export const EVIDENCE_KINDS = ['RECEIPT', 'AGREEMENT', 'REPORT', 'LAW', 'PHOTO', 'LINK'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const CONTRIBUTOR_PARTS = ['TRAINER', 'FUNDER', 'HOST'] as const;
/** How far a course did what it was held for. */
export const COURSE_RESULTS = ['EFFECTIVE', 'PARTLY_EFFECTIVE', 'NOT_EFFECTIVE'] as const;
/** What became of a finding: nothing yet, or how far it has led. */
export const FINDING_OUTCOMES = ['OPEN', 'NEED', 'PLEDGE', 'COURSE', 'EVALUATED'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];
export const POLITICAL_ACTS = ['LAW', 'POLICY', 'ENDORSEMENT', 'REPORT', 'HOSTED', 'STATEMENT'] as const;
/** `fundraising`: its hosts raise money for a fund, a body or a mission. */
export const CONFERENCE_KINDS = ['summit', 'ministerial', 'preparatory', 'fundraising'] as const;
/** The one series of summits and ministerials, held in turn since 2014, is made of these (seed 001). */
export const KINDS_OF_SERIES: readonly (typeof CONFERENCE_KINDS)[number][] = ['summit', 'ministerial'];
/** A driver is a state that leads the preparation of a theme (seed 001). */
export const CONFERENCE_ROLES = ['HOST', 'CO_CHAIR', 'DRIVER'] as const;
/** What others publish about a conference. */
export const PUBLISHED_FACTS = [
  'PARTICIPANTS',
  'STATES_WITH_NEW_PLEDGES',
  'PLEDGES',
  'TOTALS',
  'DATE',
] as const;

/** What the light-coordination board asks for. */
export const NEED_KINDS = ['TRAINING', 'CAPABILITY', 'MEDICAL', 'TECHNOLOGY', 'EXPERTISE'] as const;
/** EXPECTED: an offer that those who speak with a state reckon with. */
export const IDEA_KINDS = ['IDEA', 'EXPECTED'] as const;
/** What a state asks of the Secretariat for its pledge. */
export const SUPPORT_KINDS = ['STUDY', 'SURVEY', 'VISIT', 'BRIEFING', 'OTHER'] as const;
export const HOST_STANDS = ['GIVEN', 'WITHDRAWN'] as const;
