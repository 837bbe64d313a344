/** Every event type of the system in one list, and the answers the engines need about them. */
import type { Static } from 'typebox';
import type { AppendedEvent, EventCatalogue, NewEvent } from '@pledgeline/event-sourcing';
import { actEvents } from './act.events.ts';
import { splitEvents } from './split.events.ts';
import { suspensionEvents } from './suspension.events.ts';
import { reclassificationEvents } from './reclassification.events.ts';
import { progressEvents } from './progress.events.ts';
import { countingEvents } from './counting.events.ts';
import { amendmentEvents } from './amendment.events.ts';
import { annulmentEvents } from './annulment.events.ts';
import { announcementEvents } from './announcement.events.ts';
import { caveatEvents } from './caveat.events.ts';
import { correctedEvents, corrects, struckEvent } from './corrected-events.ts';
import { conditionEvents } from './condition.events.ts';
import { correctionEvents } from './correction.events.ts';
import { conferenceEvents } from './conference.events.ts';
import { deliveryEvents } from './delivery.events.ts';
import { deploymentEvents } from './deployment.events.ts';
import type { EventContract } from './event-contract.ts';
import { fileEvents } from './file.events.ts';
import { missionEvents } from './mission.events.ts';
import { registerEvents } from './register.events.ts';
import { groupEvents } from './group.events.ts';
import { ideaEvents } from './idea.events.ts';
import { needEvents } from './need.events.ts';
import { gapEvents } from './gap.events.ts';
import { implementationEvents } from './implementation.events.ts';
import { mergeEvents } from './merge.events.ts';
import { partnershipEvents } from './partnership.events.ts';
import { performanceEvents } from './performance.events.ts';
import { requirementEvents } from './requirement-set.events.ts';
import { readinessEvents } from './readiness.events.ts';
import { selectionEvents } from './selection.events.ts';
import { standingEvents } from './standing.events.ts';
import { supportEvents } from './support.events.ts';
import { targetEvents } from './target.events.ts';
import { termsEvents } from './terms.events.ts';
import { validityEvents } from './validity.events.ts';
import { visitEvents } from './visit.events.ts';

const pledgeEvents = [
  ...announcementEvents,
  ...amendmentEvents,
  ...countingEvents,
  ...progressEvents,
  ...supportEvents,
  ...reclassificationEvents,
  ...suspensionEvents,
  ...splitEvents,
  ...validityEvents,
  ...standingEvents,
  ...termsEvents,
  ...targetEvents,
  ...readinessEvents,
  ...selectionEvents,
  ...conditionEvents,
  ...partnershipEvents,
  ...mergeEvents,
  ...caveatEvents,
  ...deploymentEvents,
  ...performanceEvents,
  ...implementationEvents,
  ...correctionEvents,
  ...annulmentEvents,
  ...deliveryEvents,
  ...actEvents,
] as const;

export const eventContracts = [
  ...pledgeEvents,
  ...visitEvents,
  ...gapEvents,
  ...needEvents,
  ...missionEvents,
  ...registerEvents,
  ...fileEvents,
  ...requirementEvents,
  ...conferenceEvents,
  ...ideaEvents,
  ...groupEvents,
] as const;

/** The types of events in the streams of pledges. */
export const pledgeEventTypes: readonly string[] = pledgeEvents.map(({ type }) => type);

type EventOf<Contract> =
  Contract extends EventContract<infer Type, infer Schema> ? NewEvent<Type, Static<Schema>> : never;

export type PledgeEvent = EventOf<(typeof pledgeEvents)[number]>;
export type VisitEvent = EventOf<(typeof visitEvents)[number]>;
export type GapEvent = EventOf<(typeof gapEvents)[number]>;
export type NeedEvent = EventOf<(typeof needEvents)[number]>;
export type MissionEvent = EventOf<(typeof missionEvents)[number]>;
export type RegisterEvent = EventOf<(typeof registerEvents)[number]>;
export type FileEvent = EventOf<(typeof fileEvents)[number]>;
export type RequirementEvent = EventOf<(typeof requirementEvents)[number]>;
export type ConferenceEvent = EventOf<(typeof conferenceEvents)[number]>;
export type IdeaEvent = EventOf<(typeof ideaEvents)[number]>;
export type GroupEvent = EventOf<(typeof groupEvents)[number]>;
export type PledgelineEvent =
  | PledgeEvent
  | VisitEvent
  | GapEvent
  | NeedEvent
  | MissionEvent
  | RegisterEvent
  | FileEvent
  | RequirementEvent
  | ConferenceEvent
  | IdeaEvent
  | GroupEvent;

/** The data of one event type. */
export type DataOf<Type extends PledgelineEvent['type']> = Extract<PledgelineEvent, { type: Type }>['data'];

const byType = new Map<string, EventContract>(eventContracts.map((contract) => [contract.type, contract]));

/** @throws {Error} for a type that no contract names. */
/** Undefined for a type that this program has no contract for. */
export const contractOf = (type: string): EventContract | undefined => byType.get(type);

export const eventContract = (type: string): EventContract => {
  const contract = byType.get(type);
  if (contract === undefined) throw new Error(`no contract for event type ${type}`);
  return contract;
};

/** Whether this program has a contract for events of that type and version. */
export const isKnown = (type: string, schemaVersion: number): boolean =>
  schemaVersion <= (byType.get(type)?.schemaVersion ?? 0);

export const catalogue: EventCatalogue = {
  describe: eventContract,
  upcast: (event) => {
    const contract = byType.get(event.type);
    return contract === undefined || contract.schemaVersion === event.schemaVersion
      ? event
      : upcast(event, contract);
  },
  corrects,
  struck: struckEvent,
  corrected: (events) => correctedEvents(events.map((event) => catalogue.upcast(event))),
};

const upcast = <Event extends AppendedEvent>(event: Event, contract: EventContract): Event => {
  let { data } = event;
  for (let version = event.schemaVersion; version < contract.schemaVersion; version += 1) {
    const next = contract.upcasters[version];
    if (next === undefined) throw new Error(`${event.type} has no upcaster from version ${version}`);
    data = next(data);
  }
  return { ...event, data, schemaVersion: contract.schemaVersion };
};
