export { EVERYBODY, mustHaveAccess, sentBy } from './access.ts';
export type { AccessRule, AccessRules } from './access.ts';
export { mayActFor, mustActFor, ownerNamed, speaksForAState } from './acting-for.ts';
export type { Owners } from './acting-for.ts';
export { announcedPledgeId, announcementKey, differingFields, isDerivedId } from './announcement-key.ts';
export type { Keyed, Stated } from './announcement-key.ts';
export { addDays, addMonths, dayOf, daysBetween, earliestDay, isDay, laterDay } from './business-date.ts';
export { closedLists } from './closed-lists.ts';
export { answerFor, commandFor, createdId } from './command-context.ts';
export type {
  Caller,
  CallerRequest,
  QuestionRequest,
  CommandAnswer,
  CommandContext,
  CommandRequest,
} from './command-context.ts';
export { commandHref, commandRoutes, hasAddress } from './command-routes.ts';
export type { CommandRoute } from './command-routes.ts';
export { senderTo } from './command-sender.ts';
export { catalogue, eventContract, eventContracts, isKnown } from './events/catalogue.ts';
export { correctedBy } from './events/corrected-events.ts';
export { coChairsNamed, publishedInColumns, themesInColumn } from './events/conference-upcasters.ts';
export { redactedFor } from './events/redacted-for.ts';
export { dataErrors, fieldsOf } from './events/data-errors.ts';
export type {
  ConferenceEvent,
  DataOf,
  GapEvent,
  GroupEvent,
  IdeaEvent,
  MissionEvent,
  NeedEvent,
  PledgeEvent,
  PledgelineEvent,
  RequirementEvent,
  VisitEvent,
} from './events/catalogue.ts';
export { STREAM_CATEGORIES } from './events/event-contract.ts';
export type { EventContract, Owner, StreamCategory, Upcaster } from './events/event-contract.ts';
export { ORDINARY_ENTRY, UNSAID } from './events/unsaid.ts';
export { capabilities, capability, categories, trackOf } from './reference/capability.ts';
export type { Capability, CapabilityCode, Category, Theme } from './reference/capability.ts';
export { conference } from './reference/conference.ts';
export type { Conference } from './reference/conference.ts';
export { LANGUAGES } from './reference/languages.ts';
export { indicator, indicators } from './reference/indicator.ts';
export type { Indicator } from './reference/indicator.ts';
export { memberState, memberStates, regionOf } from './reference/member-state.ts';
export { resolveMemberState, statesNamed } from './reference/state-name.ts';
export { unknownState } from './reference/unknown-state.ts';
export type { MemberState, MemberStateCode, Region } from './reference/member-state.ts';
export { implementingBodyOf } from './reference/implementing-bodies.ts';
export { IN_USE, milestoneTemplate, milestoneTemplates } from './reference/milestone-templates.ts';
export type { MilestoneTemplate } from './reference/milestone-templates.ts';
export { TAGS } from './reference/tag.ts';
export type { Tag } from './reference/tag.ts';
export { performanceTool, PERFORMANCE_TOOLS } from './reference/performance-tool.ts';
export type { PerformanceTool } from './reference/performance-tool.ts';
export { isCurrency, isInMinorUnits, largestAmount, minorUnits, toMinorUnits } from './reference/currency.ts';
export { sumOf } from './reference/decimal.ts';
export { readFigure } from './reference/figure.ts';
export type { Figure } from './reference/figure.ts';
export { assumedCurrency, inMoney, moneyIn } from './reference/money.ts';
export { readDay } from './reference/written-day.ts';
export { countedIn, MEASURES, unitMeasure } from './reference/unit.ts';
export type { Money } from './reference/money.ts';
export type { Quantity } from './reference/quantity.ts';
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
export { mayReadEvent, readsBySenders, readsByVisibility, wroteEvent } from './readable-events.ts';
export { skipsIn } from './skips.ts';
export { CONSUMER_GROUPS } from './consumer-groups.ts';
export { streamId, streamName } from './stream-name.ts';
export { guardedCell, unguardedCell } from './text/csv-cell.ts';
export { escapedJson, printable, printableJson } from './text/printable.ts';
export { saysSomething } from './text/says-something.ts';
export { earliestToday, FIRST_OPERATION, latestToday, mustHaveCome } from './today.ts';
export { impossible, mustBeSentBy, mustHaveRole } from './who-and-when.ts';
export { eventTopics, INTERNAL_TOPIC, TOPIC_PARTITIONS, TOPIC_PREFIX } from './topics.ts';
export type { EventTopic } from './topics.ts';
export {
  CAVEAT_KINDS,
  CONFERENCE_KINDS,
  CONFERENCE_ROLES,
  CONTRIBUTOR_PARTS,
  DECLINE_REASONS,
  DEPLOYMENT_EXCEPTIONS,
  DOCUMENT_KINDS,
  DOWNGRADE_REASONS,
  END_STATUSES,
  EVIDENCE_KINDS,
  FUNDING_KINDS,
  HOST_CONSENTS,
  HOST_STANDS,
  IDEA_KINDS,
  LEVELS,
  NEED_KINDS,
  OPEN_STATUSES,
  PARTNER_PARTS,
  PARTNER_ROLES,
  PARTNERSHIP_KINDS,
  PDV_RESULTS,
  PERFORMANCE_RESULTS,
  POLITICAL_ACTS,
  PRIORITIES,
  PUBLISHED_FACTS,
  REPATRIATION_REASONS,
  ROLES,
  SMART_PARTS,
  SPEAKER_RANKS,
  STANDINGS,
  STATUSES,
  TOTAL_KINDS,
  TRACKS,
  VISIT_MODES,
  VISIT_OUTCOMES,
  VISIT_PURPOSES,
} from './vocabulary.ts';
export type {
  CaveatKind,
  DocumentKind,
  EvidenceKind,
  Level,
  PartnerPart,
  PartnerRole,
  PartnershipKind,
  PerformanceResult,
  Role,
  SmartPart,
  Status,
  Track,
  VisitOutcome,
} from './vocabulary.ts';
