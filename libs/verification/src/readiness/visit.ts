/**
 * One visit to units of one state, an AAV or a verification for RDL: scheduled, conducted, then one outcome for each unit.
 * Lifecycle page, section 6; PCRS page, section 4. The decider of a pledge decides the consequences for it.
 */
import { impossible, mustBeSentBy, mustHaveCome } from '@pledgeline/contracts';
import type { DataOf, Level, Status, VisitEvent } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Command, Decider } from '@pledgeline/event-sourcing';
import { heldAlready, notHeldYet, outcomeExists, VISITORS } from '@pledgeline/pledge';

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
    /** Null takes the state of the units. */
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

export type Visit =
  | { readonly status: 'NONE' }
  | { readonly status: 'SCHEDULED'; readonly plan: DataOf<'AavScheduled'> }
  | {
      readonly status: 'CONDUCTED';
      readonly plan: DataOf<'AavScheduled'>;
      readonly conductedOn: string;
      /** Units that have their outcome. */
      readonly judged: readonly string[];
    };

const evolve = (visit: Visit, event: AppendedEvent): Visit => {
  const { type, data } = event as AppendedEvent & VisitEvent;
  switch (type) {
    case 'AavScheduled':
      return { status: 'SCHEDULED', plan: data };
    case 'AavConducted':
      if (visit.status === 'NONE') return visit;
      return { status: 'CONDUCTED', plan: visit.plan, conductedOn: data.to, judged: [] };
    case 'AavOutcomeRecorded':
    case 'RdlVerificationRecorded':
      if (visit.status !== 'CONDUCTED') return visit;
      return { ...visit, judged: [...visit.judged, ...data.outcomes.map(({ pledgeId }) => pledgeId)] };
    default:
      return visit;
  }
};

const schedule = ({ data }: ScheduleVisit, visit: Visit): readonly VisitEvent[] => {
  if (visit.status !== 'NONE') {
    throw new Rejected('conflict', 'VISIT_EXISTS', `Visit ${data.visitId} is scheduled already.`);
  }
  mustEndAfterStart(data.from, data.to);
  for (const unit of data.units) mustBeReady(unit, data.purpose);
  const memberState = data.memberState ?? data.units[0]?.memberState ?? '';
  const foreign = data.units.find((unit) => unit.memberState !== memberState);
  if (foreign !== undefined) {
    throw new Rejected(
      'conflict',
      'STATES_DIFFER',
      `A visit is to units of one state: ${foreign.pledgeId} is ${foreign.memberState}'s, not ${memberState}'s.`,
      { field: 'units', unit: foreign.pledgeId },
    );
  }
  const units = data.units.map(({ pledgeId }) => pledgeId);
  return [{ type: 'AavScheduled', data: { ...data, memberState, units } }];
};

/** A verification for RDL is of units at Level 3 or of those whose RDL is to be verified again (PCRS page, section 4.6). */
const mustBeReady = ({ pledgeId, status, level, openVisits }: UnitFacts, purpose: string): void => {
  const details = { field: 'units', unit: pledgeId };
  if ((status !== 'REGISTERED' && status !== 'MATCHED') || level === null) {
    throw new Rejected(
      'conflict',
      'UNIT_NOT_READY',
      `${pledgeId} is ${status ?? 'unknown'} at ${level ?? 'no level'}: a visit needs a unit that is REGISTERED or MATCHED, at L1 or above.`,
      { ...details, pledgeStatus: status, level },
    );
  }
  if (purpose === 'RDL' && level !== 'L3' && level !== 'RDL') {
    throw new Rejected(
      'conflict',
      'BELOW_L3',
      `${pledgeId} is at ${level}; a verification for RDL needs L3.`,
      {
        ...details,
        level,
      },
    );
  }
  if (openVisits.length > 0) {
    throw new Rejected(
      'conflict',
      'UNIT_IN_OPEN_VISIT',
      `${pledgeId} still waits for the outcome of a visit.`,
      {
        ...details,
        visits: openVisits,
      },
    );
  }
};

const conduct = ({ data, meta }: ConductVisit, visit: Visit): readonly VisitEvent[] => {
  if (visit.status === 'NONE') throw notScheduled(data.visitId);
  if (visit.status === 'CONDUCTED') throw heldAlready(visit.conductedOn);
  mustEndAfterStart(data.from, data.to);
  mustHaveCome('to', data.to, meta.now);
  return [{ type: 'AavConducted', data, occurredOn: data.to }];
};

const recordOutcome = (command: RecordVisitOutcome, visit: Visit): readonly VisitEvent[] => {
  const { data, meta } = command;
  if (visit.status === 'NONE') throw notScheduled(data.visitId);
  if (visit.status === 'SCHEDULED') throw notHeldYet();
  if (meta.occurredOn !== null && meta.occurredOn < visit.conductedOn) {
    throw new Rejected('invalid', 'BEFORE_VISIT', `The visit was held until ${visit.conductedOn}.`, {
      field: 'occurredOn',
      conductedOn: visit.conductedOn,
    });
  }
  mustBeJudgedOnce(data.outcomes, visit);
  const { visitId, outcomes, agreementReference } = data;
  const { conductedOn, plan } = visit;
  if (plan.purpose === 'RDL') {
    return [
      { type: 'RdlVerificationRecorded', data: { visitId, conductedOn, outcomes, agreementReference } },
    ];
  }
  if (data.reportReference === null) {
    throw new Rejected('invalid', 'REFERENCE_MISSING', 'The outcome of an AAV names its report.', {
      field: 'reportReference',
    });
  }
  const { reportReference } = data;
  return [{ type: 'AavOutcomeRecorded', data: { visitId, conductedOn, outcomes, reportReference } }];
};

const mustBeJudgedOnce = (
  outcomes: RecordVisitOutcome['data']['outcomes'],
  { plan, judged }: Extract<Visit, { status: 'CONDUCTED' }>,
): void => {
  const seen = new Set(judged);
  for (const { pledgeId } of outcomes) {
    if (!plan.units.includes(pledgeId)) {
      throw new Rejected('conflict', 'UNIT_NOT_COVERED', `The visit did not cover ${pledgeId}.`, {
        field: 'outcomes',
        unit: pledgeId,
        allowed: plan.units,
      });
    }
    if (seen.has(pledgeId)) throw outcomeExists(pledgeId);
    seen.add(pledgeId);
  }
};

const notScheduled = (visitId: string) =>
  new Rejected('missing', 'VISIT_NOT_SCHEDULED', `No visit ${visitId} was scheduled.`);

export const visit: Decider<Visit, VisitCommand, VisitEvent> = {
  initialState: () => ({ status: 'NONE' }),
  evolve,
  decide: (command, state) => {
    mustBeSentBy(command, VISITORS);
    switch (command.type) {
      case 'ScheduleVisit':
        return schedule(command, state);
      case 'ConductVisit':
        return conduct(command, state);
      case 'RecordVisitOutcome':
        return recordOutcome(command, state);
      default:
        return impossible(command);
    }
  },
};

/** @throws {Rejected} END_BEFORE_START */
const mustEndAfterStart = (from: string, to: string): void => {
  if (to >= from) return;
  throw new Rejected('invalid', 'END_BEFORE_START', `${to} is before ${from}.`, { field: 'to' });
};
