import { specFor } from '@pledgeline/event-sourcing/testing';
import type { UnitFacts } from './visit.ts';
import { visit } from './visit.ts';
import { id } from '../testing/a-unit.ts';

const given = specFor(visit);
const SFGC = { role: 'SFGC' };
const visitId = id(1);
const [one, two, other] = [id(11), id(12), id(13)] as const;

const ready = (pledgeId: string, facts: Partial<UnitFacts> = {}): UnitFacts => ({
  pledgeId,
  status: 'REGISTERED',
  memberState: 'KOR',
  level: 'L1',
  openVisits: [],
  ...facts,
});

const plan = {
  visitId,
  purpose: 'AAV' as const,
  memberState: null,
  from: '2026-02-01',
  to: '2026-02-05',
  mode: 'IN_PERSON' as const,
  team: ['SFGC'],
};
const schedule = (units: readonly UnitFacts[], changes: object = {}) => ({
  type: 'ScheduleVisit' as const,
  data: { ...plan, units, ...changes },
});
const scheduledFor = (purpose: 'AAV' | 'RDL') => ({
  type: 'AavScheduled' as const,
  data: { ...plan, purpose, memberState: 'KOR', units: [one, two] },
});
const scheduled = scheduledFor('AAV');
const conducted = {
  type: 'AavConducted' as const,
  data: { visitId, from: '2026-01-10', to: '2026-01-12', checklists: ['general'] },
};
const conduct = (changes: object = {}) => ({
  type: 'ConductVisit' as const,
  data: { ...conducted.data, ...changes },
});
const outcome = (pledgeId: string) => ({ pledgeId, outcome: 'SUCCESSFUL' as const, recommendations: [] });
const record = (units: readonly string[], changes: object = {}) => ({
  type: 'RecordVisitOutcome' as const,
  data: {
    visitId,
    outcomes: units.map(outcome),
    reportReference: 'AAV/1',
    agreementReference: null,
    ...changes,
  },
});
const recorded = (units: readonly string[]) => ({
  type: 'AavOutcomeRecorded' as const,
  data: {
    visitId,
    conductedOn: '2026-01-12',
    outcomes: units.map(outcome),
    reportReference: 'AAV/1',
  },
});

describe('scheduling', () => {
  it('a visit to ready units of one state is scheduled, ahead of its time', () =>
    given()
      .when(schedule([ready(one), ready(two, { status: 'MATCHED', level: 'L2' })]), SFGC)
      .then(scheduled));

  it('only SFGC schedules', () =>
    void given()
      .when(schedule([ready(one)]), { role: 'FGS' })
      .thenRejected('FORBIDDEN'));

  it('a visit of one day may be', () =>
    given()
      .when(schedule([ready(one)], { to: plan.from }), SFGC)
      .thenTypes('AavScheduled'));

  it('a visit does not end before it starts', () =>
    void given()
      .when(schedule([ready(one)], { to: '2026-01-31' }), SFGC)
      .thenRejected('END_BEFORE_START'));

  it.each([
    ['acknowledged only', { status: 'ACKNOWLEDGED', level: null }],
    ['on no level', { level: null }],
    ['selected', { status: 'SELECTED', level: 'L2' }],
    ['lapsed', { status: 'LAPSED' }],
    ['unknown', { status: null, level: null, memberState: '' }],
  ] as const)('a unit that is %s is not ready, and is named', (_, facts) => {
    const refused = given()
      .when(schedule([ready(one), ready(two, facts)]), SFGC)
      .thenRejected('UNIT_NOT_READY');
    expect(refused.details).toMatchObject({ field: 'units', unit: two });
  });

  it('units of two states need two visits', () =>
    expect(
      given()
        .when(schedule([ready(one), ready(two, { memberState: 'JPN' })]), SFGC)
        .thenRejected('STATES_DIFFER').details,
    ).toMatchObject({ unit: two }));

  it('a state that is named must be the state of the units', () =>
    void given()
      .when(schedule([ready(one)], { memberState: 'JPN' }), SFGC)
      .thenRejected('STATES_DIFFER'));

  it.each(['L1', 'L2'] as const)(
    'a verification for RDL is not of a unit at %s',
    (level) =>
      void given()
        .when(schedule([ready(one, { level })], { purpose: 'RDL' }), SFGC)
        .thenRejected('BELOW_L3'),
  );

  it.each(['L3', 'RDL'] as const)('a verification for RDL is of a unit at %s', (level) =>
    given()
      .when(schedule([ready(one, { level })], { purpose: 'RDL' }), SFGC)
      .thenTypes('AavScheduled'),
  );

  it('a unit that waits for the outcome of another visit is named with it', () =>
    expect(
      given()
        .when(schedule([ready(one, { openVisits: [id(2)] })]), SFGC)
        .thenRejected('UNIT_IN_OPEN_VISIT').details,
    ).toMatchObject({ unit: one, visits: [id(2)] }));

  it('one visit is scheduled once', () =>
    void given(scheduled)
      .when(schedule([ready(one)]), SFGC)
      .thenRejected('VISIT_EXISTS'));

  it('a date of the act in the future is refused, dates of the plan are not', () =>
    void given()
      .when(schedule([ready(one)]), { ...SFGC, occurredOn: '2026-01-16' })
      .thenRejected('DATE_IN_FUTURE'));
});

describe('conducting', () => {
  it('a scheduled visit is conducted, on the day it ended', () => {
    given(scheduled).when(conduct(), SFGC).then(conducted);
    expect(given(scheduled).when(conduct(), SFGC).events()[0]?.occurredOn).toBe('2026-01-12');
  });

  it('nothing is conducted without a schedule', () =>
    void given().when(conduct(), SFGC).thenRejected('VISIT_NOT_SCHEDULED'));

  it('a visit that ends today has been', () =>
    given(scheduled)
      .when(conduct({ to: '2026-01-15' }), SFGC)
      .thenTypes('AavConducted'));

  it('a visit that ends tomorrow has not', () =>
    void given(scheduled)
      .when(conduct({ to: '2026-01-16' }), SFGC)
      .thenRejected('DATE_IN_FUTURE'));

  it('a visit does not end before it starts', () =>
    void given(scheduled)
      .when(conduct({ to: '2026-01-09' }), SFGC)
      .thenRejected('END_BEFORE_START'));

  it('a visit is conducted once', () =>
    void given(scheduled, conducted).when(conduct(), SFGC).thenRejected('ALREADY_CONDUCTED'));

  it('only SFGC says so', () =>
    void given(scheduled).when(conduct(), { role: 'MISSION' }).thenRejected('FORBIDDEN'));
});

describe('recording outcomes', () => {
  const held = [scheduled, conducted];
  const heldForRdl = [scheduledFor('RDL'), conducted];

  it('each unit gets its outcome, all at once', () =>
    given(...held)
      .when(record([one, two]), SFGC)
      .then(recorded([one, two])));

  it('or one after the other', () =>
    given(...held, recorded([one]))
      .when(record([two]), SFGC)
      .then(recorded([two])));

  it('a verification for RDL records its agreement', () =>
    given(...heldForRdl)
      .when(record([one], { reportReference: null, agreementReference: 'RDL/1' }), SFGC)
      .then({
        type: 'RdlVerificationRecorded',
        data: { visitId, conductedOn: '2026-01-12', outcomes: [outcome(one)], agreementReference: 'RDL/1' },
      }));

  it('an AAV without a report has no outcome', () =>
    void given(...held)
      .when(record([one], { reportReference: null }), SFGC)
      .thenRejected('REFERENCE_MISSING'));

  it('no outcome of a visit nobody scheduled', () =>
    void given()
      .when(record([one]), SFGC)
      .thenRejected('VISIT_NOT_SCHEDULED'));

  it('no outcome before the visit was conducted', () =>
    void given(scheduled)
      .when(record([one]), SFGC)
      .thenRejected('WRONG_ORDER'));

  it('no outcome dated before the end of the visit', () =>
    void given(...held)
      .when(record([one]), { ...SFGC, occurredOn: '2026-01-11' })
      .thenRejected('BEFORE_VISIT'));

  it('no outcome for a unit that was not covered', () =>
    expect(
      given(...held)
        .when(record([one, other]), SFGC)
        .thenRejected('UNIT_NOT_COVERED').details,
    ).toMatchObject({ unit: other, allowed: [one, two] }));

  it('no second outcome for a unit', () =>
    void given(...held, recorded([one]))
      .when(record([two, one]), SFGC)
      .thenRejected('OUTCOME_EXISTS'));

  it('nor two in one report', () =>
    void given(...held)
      .when(record([one, one]), SFGC)
      .thenRejected('OUTCOME_EXISTS'));

  it('only SFGC records', () =>
    void given(...held)
      .when(record([one]), { role: 'MS', onBehalfOf: 'KOR' })
      .thenRejected('FORBIDDEN'));
});

it('an event it does not know changes nothing', () =>
  expect(given(scheduled, { type: 'SomethingNew', data: {} }).state()).toEqual(given(scheduled).state()));
