/** The closed lists that documents name: wherever one is meant, generated clients have one type for it. */
import { CONSUMER_GROUPS } from './consumer-groups.ts';
import { pledgeEventTypes } from './events/catalogue.ts';
import { capabilities, categories } from './reference/capability.ts';
import { indicators } from './reference/indicator.ts';
import { LANGUAGES } from './reference/languages.ts';
import { MISSION_KINDS } from './reference/mission.ts';
import { PERFORMANCE_TOOLS } from './reference/performance-tool.ts';
import { ALL_REGISTERS, REGISTERS } from './reference/registers.ts';
import { TAGS } from './reference/tag.ts';
import { TASK_KINDS } from './task-kinds.data.ts';
import { TASK_SENTENCE_CODES } from './task-sentences.data.ts';
import * as vocabulary from './vocabulary.data.ts';

/** By the name of one of its words. No two have the same words: by these they are found. */
export const closedLists: Readonly<Record<string, readonly string[]>> = {
  AskedPart: vocabulary.ASKED_PARTS,
  CapabilityCode: capabilities.map(({ code }) => code),
  Category: categories,
  CaveatKind: vocabulary.CAVEAT_KINDS,
  ConferenceKind: vocabulary.CONFERENCE_KINDS,
  ConferenceRole: vocabulary.CONFERENCE_ROLES,
  ConsumerGroup: CONSUMER_GROUPS,
  CourseResult: vocabulary.COURSE_RESULTS,
  CreditBasis: vocabulary.CREDIT_BASES,
  CreditRole: vocabulary.CREDIT_ROLES,
  DeclineReason: vocabulary.DECLINE_REASONS,
  DeploymentException: vocabulary.DEPLOYMENT_EXCEPTIONS,
  DocumentKind: vocabulary.DOCUMENT_KINDS,
  DowngradeReason: vocabulary.DOWNGRADE_REASONS,
  EvidenceKind: vocabulary.EVIDENCE_KINDS,
  FactorSource: vocabulary.FACTOR_SOURCES,
  FindingOutcome: vocabulary.FINDING_OUTCOMES,
  FundingKind: vocabulary.FUNDING_KINDS,
  GapReaders: vocabulary.GAP_READERS,
  HostConsent: vocabulary.HOST_CONSENTS,
  HostStand: vocabulary.HOST_STANDS,
  IdeaKind: vocabulary.IDEA_KINDS,
  Indicator: indicators.map(({ code }) => code),
  Language: LANGUAGES,
  MissionException: [vocabulary.LIQUIDATION],
  MissionKind: MISSION_KINDS,
  NeedKind: vocabulary.NEED_KINDS,
  NotChecked: vocabulary.NOT_CHECKED,
  PartnerConfirmation: vocabulary.PARTNER_CONFIRMATIONS,
  PartnerPart: vocabulary.PARTNER_PARTS,
  PartnerProposalKind: vocabulary.PROPOSAL_KINDS,
  PartnerRole: vocabulary.PARTNER_ROLES,
  PartnerSide: vocabulary.PARTNER_SIDES,
  PartnershipKind: vocabulary.PARTNERSHIP_KINDS,
  PdvResult: vocabulary.PDV_RESULTS,
  PerformanceResult: vocabulary.PERFORMANCE_RESULTS,
  PerformanceTool: PERFORMANCE_TOOLS,
  PledgeEventType: pledgeEventTypes,
  PledgeFacet: vocabulary.PLEDGE_FACETS,
  PledgeStatus: vocabulary.STATUSES,
  PoliticalActKind: vocabulary.POLITICAL_ACTS,
  Priority: vocabulary.PRIORITIES,
  PublishedFactKind: vocabulary.PUBLISHED_FACTS,
  ReadinessLevel: vocabulary.LEVELS,
  RepatriationReason: vocabulary.REPATRIATION_REASONS,
  RegisterName: REGISTERS,
  RegisterOrMissions: ALL_REGISTERS,
  Role: vocabulary.ROLES,
  SmartPart: vocabulary.SMART_PARTS,
  TaskKind: TASK_KINDS,
  TaskSentence: TASK_SENTENCE_CODES,
  SpeakerRank: vocabulary.SPEAKER_RANKS,
  Standing: vocabulary.STANDINGS,
  Theme: TAGS,
  TotalKind: vocabulary.TOTAL_KINDS,
  Track: vocabulary.TRACKS,
  Visibility: ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'],
  VisitMode: vocabulary.VISIT_MODES,
  VisitOutcome: vocabulary.VISIT_OUTCOMES,
  VisitPurpose: vocabulary.VISIT_PURPOSES,
};
