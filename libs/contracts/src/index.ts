export { EVERYBODY, mustHaveAccess, mustRecordForOthers, recordable, sentBy } from './access.ts';
export type { AccessRule, AccessRules } from './access.ts';
export { mayActFor, mustActFor, ownerNamed, speaksForAState, type Owners } from './acting-for.ts';
export { isTrainer, RECORDED_ROLES, RECORDERS } from './acting-for.ts';
export {
  announcedPledgeId,
  announcementKey,
  differingFields,
  isDerivedId,
  wordsOf,
} from './announcement-key.ts';
export type { Keyed, Stated } from './announcement-key.ts';
export { addDays, addMonths, dayOf, daysBetween, earliestDay, isDay, laterDay } from './business-date.ts';
export { closedLists } from './closed-lists.ts';
export { answerFor, commandFor, createdId, foreseenIn } from './command-context.ts';
export type {
  Caller,
  CallerRequest,
  QuestionRequest,
  CommandAnswer,
  CommandContext,
  CommandRequest,
  NotChecked,
} from './command-context.ts';
export { commandRoutes, type CommandRoute } from './command-routes.data.ts';
export { commandHref, hasAddress } from './command-routes.ts';
export { senderTo } from './command-sender.ts';
export { FIELD_TITLE } from './text/field-title.ts';
export { forbiddenTo, peopleAmong } from './people.ts';
export { CONSUMER_GROUPS } from './consumer-groups.ts';
export { businessDateOf, lastDayOf } from './events/business-date-of.ts';
export { catalogue, eventContract, eventContracts, isKnown, pledgeEventTypes } from './events/catalogue.ts';
export type {
  ConferenceEvent,
  DataOf,
  GapEvent,
  GroupEvent,
  IdeaEvent,
  MissionEvent,
  RegisterEvent,
  FileEvent,
  NeedEvent,
  PledgeEvent,
  PledgelineEvent,
  RequirementEvent,
  VisitEvent,
} from './events/catalogue.ts';
export {
  coChairsNamed,
  isInSeries,
  publishedInColumns,
  themesInColumn,
} from './events/conference-upcasters.ts';
export { correctedBy, struckEvent, valueInShape } from './events/corrected-events.ts';
export { dataErrors, daysIn, fieldsOf } from './events/data-errors.ts';
export { dataFaults, type DataFault } from './events/data-faults.ts';
export { isSaid, isTermValue, NO_TERMS, TERM_NAMES, type TermName, type Terms } from './events/term-value.ts';
export { STREAM_CATEGORIES } from './events/event-contract.ts';
export type { EventContract, Owner, StreamCategory, Upcaster } from './events/event-contract.ts';
export { isKeptBack, redactedFor } from './events/redacted-for.ts';
export { speakerRules, SPEAKERS, type Speaker, type SpeakerRule } from './events/speaker.data.ts';
export { NOT_MEASURED } from './events/not-measured.ts';
export { ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS, NOTHING_BESIDE } from './events/announcement-defaults.ts';
export { LISTED_STATUSES, OPEN_STATUSES } from './open-statuses.ts';
export {
  mayReadEvent,
  ownStateMayRead,
  readsBySenders,
  readsByVisibility,
  wroteEvent,
} from './readable-events.ts';
export { nameOfCode } from './reference/code-names.ts';
export { capabilities, capability, categories, themes, trackOf } from './reference/capability.ts';
export type { Capability, CapabilityCode, Category, Theme } from './reference/capability.ts';
export { mission, MISSION_KINDS, missions, nearestMissions, resolveMission } from './reference/mission.ts';
export { namesAfter, type NameEntered } from './events/names-entered.ts';
export { hostSaidBy, missionClosesOn } from './events/mission-standing.ts';
export { NOT_ON_RECORD } from './events/mission-on-record.ts';
export type { Mission } from './reference/mission.ts';
export type { Named, NameRegister } from './reference/name-register.ts';
export {
  ALL_REGISTERS,
  bodyKey,
  implementingBodyOf,
  measures,
  OPEN_REGISTERS,
  registerOf,
  REGISTERS,
} from './reference/registers.ts';
export type { AnyRegister, Entry, RegisterName, TitleRegister } from './reference/registers.ts';
export { TASKS, TASK_KINDS } from './task-kinds.data.ts';
export { TASK_SENTENCE_CODES, TASK_SENTENCES, type TaskSentence } from './task-sentences.data.ts';
export { unknownMission } from './reference/unknown-mission.ts';
export { conference, conferences, type Conference } from './reference/conference.ts';
export { unknownConference } from './reference/unknown-conference.ts';
export { isCurrency, isInMinorUnits, largestAmount, minorUnits, toMinorUnits } from './reference/currency.ts';
export { perCentOf, sumOf } from './reference/decimal.ts';
export { DIMENSIONS, dimensionOf, isYearly, type Dimension } from './reference/dimension.ts';
export { servedBefore } from './reference/earlier-contributor.ts';
export { readFigure, type Figure } from './reference/figure.ts';
export { indicator, indicators, type Indicator } from './reference/indicator.ts';
export { LANGUAGES } from './reference/languages.ts';
export { memberState, memberStates, regionOf } from './reference/member-state.ts';
export type { MemberState, MemberStateCode, Region } from './reference/member-state.ts';
export { IN_USE } from './reference/milestone-templates.data.ts';
export { milestoneTemplate, milestoneTemplates } from './reference/milestone-templates.ts';
export type { MilestoneTemplate } from './reference/milestone-templates.ts';
export { assumedCurrency, inMoney, moneyIn, type Money } from './reference/money.ts';
export { partnersNamed } from './reference/partner-names.ts';
export { performanceTool, PERFORMANCE_TOOLS, type PerformanceTool } from './reference/performance-tool.ts';
export type { Quantity } from './reference/quantity.ts';
export { nameKey } from './reference/name-key.ts';
export { namesOfStates, resolveMemberState, statesNamed } from './reference/state-name.ts';
export { TAG_REGISTERS, tagOf, tags, TAGS, type Tag } from './reference/tag.ts';
export { MEASURES } from './reference/unit.data.ts';
export { contentsOf, countedIn, measureName, unitMeasure, withoutContents } from './reference/unit.ts';
export { unknownCapability } from './reference/unknown-capability.ts';
export { unknownState } from './reference/unknown-state.ts';
export { readDay } from './reference/written-day.ts';
export { saysWhen } from './reference/stated-time.ts';
export { yearsStated } from './reference/years-stated.ts';
export { skipsIn } from './skips.ts';
export { streamId, streamName } from './stream-name.ts';
export { guardedCell, unguardedCell } from './text/csv-cell.ts';
export { escapedJson, printable, printableJson } from './text/printable.ts';
export { saysSomething } from './text/says-something.ts';
export {
  dayTooEarly,
  earliestToday,
  FIRST_OPERATION,
  latestToday,
  mustHaveCome,
  TOO_EARLY,
} from './today.ts';
export { eventTopics, INTERNAL_TOPIC, TOPIC_PARTITIONS, TOPIC_PREFIX, type EventTopic } from './topics.ts';
export {
  audienceOf,
  isOneOf,
  mayRead,
  readsAll,
  readsAmongStates,
  READERS_AMONG_STATES,
  READERS_OF_ALL,
  readsInternalOf,
} from './visibility.ts';
export {
  CAVEAT_FINDERS,
  CAVEAT_KINDS,
  LIFTING_CONFIRMERS,
  CONFERENCE_KINDS,
  KINDS_OF_SERIES,
  CONFERENCE_ROLES,
  CONTRIBUTOR_PARTS,
  CREDIT_BASES,
  CREDIT_ROLES,
  COURSE_RESULTS,
  DECLINE_REASONS,
  DEPLOYMENT_EXCEPTIONS,
  LIQUIDATION,
  WAYS_BEFORE_READY,
  DOCUMENT_KINDS,
  DOWNGRADE_REASONS,
  CLOSINGS,
  END_STATUSES,
  EVIDENCE_KINDS,
  FINDING_OUTCOMES,
  type FindingOutcome,
  FUNDING_KINDS,
  HOST_CONSENTS,
  HOST_STANDS,
  IDEA_KINDS,
  SUPPORT_KINDS,
  LEVELS,
  NEED_KINDS,
  PARTNER_CONFIRMATIONS,
  PARTNER_PARTS,
  PARTNER_ROLES,
  PARTS_OF_KIND,
  PROPOSAL_KINDS,
  PARTNERSHIP_KINDS,
  PDV_RESULTS,
  PERFORMANCE_RESULTS,
  PLEDGE_FACETS,
  POLITICAL_ACTS,
  FACTOR_SOURCES,
  PRIORITIES,
  GAP_READERS,
  PUBLISHED_FACTS,
  REPATRIATION_REASONS,
  NOT_CHECKED,
  REPEAT_DECISIONS,
  ROLES,
  ASKED_PARTS,
  SMART_PARTS,
  SPEAKER_RANKS,
  STANDINGS,
  STATUSES,
  TOTAL_KINDS,
  TRACKS,
  VISIT_MODES,
  VISIT_OUTCOMES,
  VISIT_PURPOSES,
} from './vocabulary.data.ts';
export type {
  CaveatFinder,
  CaveatKind,
  CreditBasis,
  CreditRole,
  LiftingConfirmer,
  DocumentKind,
  EvidenceKind,
  Level,
  PartnerConfirmation,
  PartnerPart,
  PartnerRole,
  PartnerSide,
  PartnershipKind,
  PerformanceResult,
  PledgeFacet,
  Role,
  SmartPart,
  Status,
  Track,
  VisitOutcome,
} from './vocabulary.data.ts';
export { impossible, mustBeSentBy, mustHaveRole } from './who-and-when.ts';
