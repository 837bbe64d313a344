/** What can be wished of a visit, and the facts about its units that have to be looked up beforehand. */
import { catalogue, readsBySenders, senderTo } from '@pledgeline/contracts';
import type { DataOf, Level, Status } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { visit, type Visit } from './visit.ts';

export interface UnitFacts {
  readonly pledgeId: string;
  /** Null when there is no such pledge. */
  readonly status: Status | null;
  readonly memberState: string;
  readonly level: Level | null;
  /** Other visits that still owe an outcome for the unit. */
  readonly openVisits: readonly string[];
}

type Outcomes = DataOf<'AavOutcomeRecorded'>['outcomes'];

export type ScheduleVisit = Command<
  'ScheduleVisit',
  Omit<DataOf<'AavScheduled'>, 'memberState' | 'units'> & {
    /** Null: that of the units, whichever it is. */
    readonly memberState: string | null;
    readonly units: readonly UnitFacts[];
  }
>;
export type ConductVisit = Command<'ConductVisit', DataOf<'AavConducted'>>;
export type RecordVisitOutcome = Command<
  'RecordVisitOutcome',
  {
    readonly visitId: string;
    readonly outcomes: Outcomes;
    /** Needed for an AAV. */
    readonly reportReference: string | null;
    /** Of a verification for RDL, where an agreement was reached. */
    readonly agreementReference: string | null;
  }
>;

export type VisitCommand = ScheduleVisit | ConductVisit | RecordVisitOutcome;

export type VisitCommands = CommandHandler<Visit, VisitCommand>;
export const VISIT_COMMANDS = Symbol('VisitCommands');

export const visitCommands = (store: EventStore): VisitCommands =>
  handleCommand({ store, decider: visit, catalogue, reads: readsBySenders(concernedIn) });

/** The state whose units are visited. */
const concernedIn = (known: Visit): readonly string[] =>
  known.status === 'NONE' ? [] : [known.plan.memberState];

export const sendToVisit = senderTo<VisitCommand>({
  category: 'visit',
  id: ({ visitId }) => visitId,
  path: ({ visitId }) => `/visits/${visitId}`,
  makes: 'ScheduleVisit',
});
