/**
 * Everything that is due, late, missing or ending is a task with its day for the role that can act on it, and only for that: issue
 * 15, point 4. By hand, from the words of that sentence. Long because each of them stands in it once.
 */
import { NO_TERMS, type Caller, type DataOf, type Role } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, type Log, type When } from '../../testing/a-log.ts';
import { agreeTurns, together } from '../../testing/a-partnership.ts';
import { acknowledge, announce, attainL2, deploy, match, noteAav, passPdv } from '../../testing/a-pledge.ts';
import { register, select, signMou } from '../../testing/a-pledge.ts';
import { meet, plan, registerCourse, start, submitEvidence } from '../../testing/an-implementation.ts';
import { mustBeAsMadeAnew } from '../../testing/kept-tasks.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../../testing/read-models-of.ts';
import type { TaskKind } from '../../views/tasks/task.ts';
import { getWorkQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.schema.ts';

afterEach(closeAll);

type Tell = (log: Log) => void;
const all =
  (...steps: readonly Tell[]): Tell =>
  (log) => {
    for (const step of steps) step(log);
  };
const one = { pledgeId: id('one') };
const CAD = { currency: 'CAD', currencyAssumed: false, per: null, funding: null, asStated: null };
const money = { ...CAD, amountMin: 20, amountMax: 20 };
const course: Tell = (log) => registerCourse(log, 'one');
const begun = all(
  course,
  (log) => plan(log, 'one', ['2026-12-01']),
  (log) => start(log, 'one'),
);
const registered = all(
  (log) => announce(log, 'one'),
  (log) => acknowledge(log, 'one', '2026-01-05'),
  (log) => register(log, 'one', '2026-01-20'),
);
const selected = all(
  registered,
  (log) => match(log, 'gap', 'one', '2026-01-25'),
  (log) => select(log, 'gap', 'one', '2026-01-26'),
);
const deployed = all(
  selected,
  (log) => signMou(log, 'one', '2026-02-01', '2026-12-31'),
  (log) => passPdv(log, 'one', '2026-02-10'),
  (log) => deploy(log, 'one', '2026-03-01'),
);
type EventType = Parameters<Log['add']>[1];
const then =
  <Type extends EventType>(type: Type, data: Partial<DataOf<Type>>, when: When = {}): Tell =>
  (log) =>
    void log.add('one', type, { ...one, ...data }, when);
const posts = { min: 3, max: 3, unit: 'posts', asStated: null };
const experts: Tell = (log) =>
  registerCourse(log, 'one', { category: 'EXPERTISE', capabilityCode: 'EXP-CIV', quantity: posts }, posts);
const second = then('ExpertSeconded', {
  ...{ secondmentId: id('post'), persons: 1, post: 'Planner', mission: 'MONUSCO', hostInstitution: null },
  ...{ from: '2026-03-01', to: '2026-12-31' },
});
const caveat = { caveatId: id('caveat'), text: 'Not north', kind: 'GEOGRAPHIC', blocking: true } as const;
const found = then(
  'CaveatDiscovered',
  { ...caveat, incidentOn: '2026-03-01', source: 'Report' },
  { role: 'MISSION' },
);
const givenUp = then('CaveatGivenUp', {
  caveatId: caveat.caveatId,
  givenUpOn: '2026-04-01',
  reference: 'NV',
});
const condition = { conditionId: id('condition') };
const declared = then(
  'ConditionDeclared',
  { ...condition, text: 'If Congress agrees' },
  { on: '2026-02-01' },
);
const act = {
  ...{ actId: id('act'), command: 'DeclareCondition', role: 'MS' as const, state: 'BGD', body: null },
  paper: { reference: 'NV/1', date: '2026-11-01' },
} as const;
const recordedAct = then(
  'ActRecorded',
  { ...act, events: ['ConditionDeclared'], about: [] },
  { recordedAt: '2026-11-02T09:00:00.000Z' },
);
const blocked = {
  eventId: id('event'),
  event: 'ConditionMet',
  revision: 9,
  code: 'WRONG_ORDER',
  message: 'No',
};
const objected = then(
  'ActObjected',
  {
    actId: id('act'),
    events: [id('event')],
    wholeAct: true,
    reason: 'Not ours',
    asked: [],
    blocked: [blocked],
  },
  { recordedAt: '2026-11-03T09:00:00.000Z', role: 'MS', state: 'BGD' },
);
const hospital: Tell = (log) => {
  together(log, 'one', 'ROTATION', 'SRB');
  agreeTurns(log, 'one', [
    { state: 'NOR', from: '2026-01-01', to: '2026-11-30' },
    { state: 'SRB', from: '2027-01-01', to: '2027-06-30' },
  ]);
};
const mission = { code: 'MINUSCA' };
const closes: Tell = (log) => {
  log.add('MINUSCA', 'MissionRegistered', {
    ...{ ...mission, name: 'Mission', aliases: [], kind: 'PEACEKEEPING', hostStates: ['CAF'] },
    ...{ mandatedUntil: null, source: 'S' },
  });
  log.add(
    'MINUSCA',
    'MissionClosureScheduled',
    { ...mission, closesOn: '2026-12-31', source: 'S' },
    { on: '2026-06-01' },
  );
};
const noConsent: Tell = (log) => {
  closes(log);
  const withdrawn = { ...mission, consent: 'WITHDRAWN', changedOn: '2026-07-01', source: 'S' } as const;
  log.add('MINUSCA', 'HostConsentChanged', withdrawn);
};
const merges: Tell = (log) => {
  registered(log);
  announce(log, 'other', { memberState: 'NOR' });
  acknowledge(log, 'other', '2026-01-05');
  register(log, 'other', '2026-01-20');
  log.add('other', 'MergeConsented', {
    ...{ pledgeId: id('other'), mergeId: id('merger'), leadState: 'NOR', role: 'UNIT', share: 50 },
    ...{ consentReference: 'NV', consentedOn: '2026-02-01', others: [id('one')] },
  });
};

/** States ask as focal point, partners and bodies in their roles; the others find it by their role. */
const CALLERS: Readonly<Record<string, Caller>> = {
  'MS BGD': focalPointOf('BGD'),
  'MS NOR': focalPointOf('NOR'),
  'MS SRB': focalPointOf('SRB'),
  'MS KOR': focalPointOf('KOR'),
  'PARTNER SRB': { subject: 'partner', role: 'PARTNER', state: 'SRB' },
  'PARTNER KOR': { subject: 'partner', role: 'PARTNER', state: 'KOR' },
  IMPL: { subject: 'body', role: 'IMPL', state: null },
};
const OFFICERS: readonly Role[] = ['DESK', 'SFGC', 'FGS', 'PD', 'DOS', 'MISSION', 'EVAL', 'ADMIN', 'AUDITOR'];

const queues = async (tell: Tell, kind: TaskKind, on: string) => {
  const { store, readModels } = await openInMemory({ clock: () => `${on}T13:00:00.000Z` });
  const log = aLog();
  tell(log);
  await append(store, log.events);
  // As it was recorded: the store has the clock of the question.
  await readModels.handle(log.events);
  const of = async (caller: Caller, more: { readonly role?: string } = {}) => {
    const asked = { kind, ...more };
    return (contentOf(await readModels.ask(getWorkQueue, asked, askedBy(caller))) as WorkQueue).items;
  };
  const seen: string[] = [];
  for (const [name, caller] of Object.entries(CALLERS)) if ((await of(caller)).length > 0) seen.push(name);
  for (const role of OFFICERS) if ((await of(desk, { role })).length > 0) seen.push(role);
  return { seen: seen.join(', '), tasks: await of(desk) };
};

/** Asked on the day. */
type Row = readonly [what: string, kind: TaskKind, on: string, tell: Tell, due: string | null, seen: string];

const ROWS: readonly Row[] = [
  [
    'a tranche of 2025 that did not come',
    'TRANCHE_LATE',
    '2026-03-01',
    (log) => {
      registerCourse(log, 'one', { money });
      then('FundsPledged', {
        currency: 'CAD',
        amount: 20,
        fund: null,
        funder: null,
        funding: null,
        trancheYear: 2025,
        pledgedOn: '2025-03-01',
      })(log);
    },
    '2025-12-31',
    'MS BGD, IMPL',
  ],
  [
    'money that may be used until a day',
    'MONEY_VALIDITY_ENDS',
    '2026-11-20',
    (log) => registerCourse(log, 'one', { money, terms: { ...NO_TERMS, validUntil: '2027-01-31' } }),
    '2027-01-31',
    'MS BGD, IMPL',
  ],
  [
    'posts that are there until a day',
    'VALIDITY_ENDS',
    '2026-11-20',
    (log) => registerCourse(log, 'one', { terms: { ...NO_TERMS, validUntil: '2027-01-31' } }),
    '2027-01-31',
    'MS BGD, IMPL',
  ],
  ['an offer of a unit', 'RENEWAL_DUE', '2027-01-05', registered, '2027-01-20', 'MS BGD'],
  [
    'an offer that lapsed',
    'REVIVAL_ENDS',
    '2027-03-01',
    all(registered, then('PledgeLapsed', { dueOn: '2027-02-19', endedMatches: [] }, { on: '2027-02-20' })),
    '2028-02-19',
    'MS BGD',
  ],
  ['a post that ends', 'POST_ENDS', '2026-11-20', all(experts, second), '2026-12-31', 'MS BGD, IMPL'],
  ['posts that nobody fills', 'POSTS_OPEN', '2026-11-20', all(experts, second), null, 'MS BGD, IMPL'],
  [
    'a hole between two turns',
    'TURN_MISSING',
    '2026-11-20',
    hospital,
    '2026-12-01',
    'MS NOR, MS SRB, PARTNER SRB, DESK, FGS',
  ],
  [
    'a hand-over',
    'HANDOVER_DUE',
    '2026-11-20',
    (log) => {
      together(log, 'one', 'HANDOVER', 'SRB');
      then('PartnershipDeclared', {
        kind: 'HANDOVER',
        lead: 'NOR',
        handoverTo: 'SRB',
        handoverOn: '2027-01-31',
      })(log);
    },
    '2027-01-31',
    'MS NOR, MS SRB, PARTNER SRB, DESK',
  ],
  [
    'the consent of the host, of a unit that is chosen',
    'HOST_CONSENT_MISSING',
    '2026-11-20',
    all(selected, noConsent),
    null,
    'MS BGD, FGS',
  ],
  [
    'the consent of the host, of a unit in the mission',
    'HOST_CONSENT_MISSING',
    '2026-11-20',
    all(deployed, noConsent),
    null,
    'MISSION',
  ],
  [
    'the closure of a mission',
    'MISSION_CLOSES',
    '2026-11-20',
    all(deployed, closes),
    '2026-12-31',
    'MS BGD, FGS',
  ],
  ['an act to look at', 'ACT_TO_CHECK', '2026-11-20', all(registered, declared, recordedAct), null, 'MS BGD'],
  [
    'an act that waits for a second officer',
    'ACT_TO_APPROVE',
    '2026-11-20',
    all(
      registered,
      then(
        'ActProposed',
        { ...act, command: 'WithdrawPledge', data: {}, ground: 'It takes it back.' },
        { recordedAt: '2026-11-02T09:00:00.000Z' },
      ),
    ),
    null,
    'DESK, SFGC, FGS',
  ],
  [
    'an objection that stands alone',
    'OBJECTION_TO_SETTLE',
    '2026-11-20',
    all(registered, declared, recordedAct, objected),
    null,
    'ADMIN',
  ],
  [
    'an unconfirmed lifting, of what the mission found',
    'LIFTING_TO_CONFIRM',
    '2026-11-20',
    all(deployed, found, givenUp),
    null,
    'FGS, MISSION',
  ],
  [
    'a lifting that was refused',
    'LIFTING_REFUSED',
    '2026-11-20',
    all(
      deployed,
      found,
      givenUp,
      then('CaveatLiftingRefused', {
        caveatId: caveat.caveatId,
        refusedBy: 'FGS',
        refusedOn: '2026-04-10',
        reason: 'No',
      }),
    ),
    null,
    'MS BGD',
  ],
  ['a caveat that was found', 'CAVEAT_DISCOVERED', '2026-11-20', all(deployed, found), null, 'MS BGD, FGS'],
  ['a condition that is open', 'CONDITION_OPEN', '2026-11-20', all(course, declared), null, 'DESK'],
  [
    'a condition that failed',
    'CONDITION_FAILED',
    '2026-11-20',
    all(
      course,
      declared,
      then('ConditionFailed', { ...condition, evidence: 'Vote', settledOn: '2026-03-01' }),
    ),
    null,
    'MS BGD, DESK',
  ],
  [
    'a plan of improvement',
    'IMPROVEMENT_PLAN_DUE',
    '2026-11-20',
    all(
      deployed,
      then('PerformanceAssessed', {
        assessmentId: id('assessment'),
        tool: 'COMMANDER_EVALUATION',
        assessedOn: '2026-10-01',
        reportReference: 'R',
        result: 'NEEDS_IMPROVEMENT',
        findings: [],
        improvementPlan: { text: 'Drive at night', dueOn: '2026-10-31' },
      }),
    ),
    '2026-10-31',
    'MS BGD, MISSION, EVAL',
  ],
  ['a joint pledge to agree to', 'MERGER_TO_CONSENT', '2026-11-20', merges, null, 'MS BGD'],
  ['a joint pledge to make', 'MERGER_TO_DECIDE', '2026-11-20', merges, null, 'DESK'],
  ['a milestone', 'MILESTONE_DUE', '2026-11-20', begun, '2026-12-01', 'MS BGD, IMPL'],
  [
    'evidence that was rejected',
    'EVIDENCE_REJECTED',
    '2026-11-20',
    all(
      begun,
      (log) => submitEvidence(log, 'one', 'a'),
      then('EvidenceRejected', { evidenceId: id('a'), reason: 'Illegible', reopenedMilestones: [] }),
    ),
    null,
    'MS BGD, IMPL',
  ],
  [
    'evidence to judge',
    'EVIDENCE_TO_JUDGE',
    '2026-11-20',
    all(begun, (log) => submitEvidence(log, 'one', 'a')),
    null,
    'EVAL',
  ],
  [
    'the closing of what was delivered',
    'FULFILMENT_TO_DECIDE',
    '2026-11-20',
    all(
      begun,
      (log) => submitEvidence(log, 'one', 'a'),
      (log) => meet(log, 'one', '2026-12-01', 'a'),
    ),
    null,
    'DESK',
  ],
  [
    'a question',
    'CLARIFICATION_OPEN',
    '2026-11-20',
    all(
      course,
      then('ClarificationRequested', {
        clarificationId: id('c'),
        question: 'How many?',
        field: null,
        dueOn: '2026-11-30',
        blocking: false,
      }),
    ),
    '2026-11-30',
    'MS BGD',
  ],
  [
    'a level whose visit counts no more',
    'LEVEL_ENDS',
    '2026-11-20',
    all(
      registered,
      (log) => noteAav(log, 'one', '2026-03-04', '2026-12-31'),
      (log) => attainL2(log, 'one', '2026-03-10'),
    ),
    '2026-12-31',
    'MS BGD, SFGC',
  ],
  ['a memorandum', 'MOU_ENDS', '2026-11-20', deployed, '2026-12-31', 'DOS, MISSION'],
  [
    'an invitation',
    'INVITATION_TO_ANSWER',
    '2026-11-20',
    all(
      registered,
      then('PartnershipDeclared', { kind: 'ROTATION', lead: 'BGD', handoverTo: null, handoverOn: null }),
      then('PartnerInvited', {
        proposalId: id('p'),
        state: 'KOR',
        body: null,
        role: 'UNIT',
        part: null,
        share: 40,
        from: '2026-02-01',
        to: null,
        lead: 'BGD',
        consentReference: null,
      }),
    ),
    null,
    'MS KOR, PARTNER KOR',
  ],
  [
    'who asks for a part',
    'PARTNER_TO_CONFIRM',
    '2026-11-20',
    all(
      registered,
      then('PartnershipDeclared', { kind: 'ROTATION', lead: 'BGD', handoverTo: null, handoverOn: null }),
      then('PartnershipRequested', {
        proposalId: id('p'),
        state: 'KOR',
        body: null,
        role: 'UNIT',
        part: null,
        share: 40,
        from: '2026-02-01',
        to: null,
        leadConsentReference: null,
      }),
    ),
    null,
    'MS BGD, DESK',
  ],
  [
    'the baseline of "double"',
    'BASELINE_MISSING',
    '2026-11-20',
    all(
      registered,
      then('TargetStated', {
        ...{ indicator: 'WOMEN_IN_UNIT', value: null, factor: 2, baseline: null, baselineYear: null },
        ...{ year: 2027, source: 'NV', before: null, reason: null },
      }),
    ),
    null,
    'MS BGD, DESK',
  ],
  [
    'a suspension of a course',
    'SUSPENDED',
    '2026-11-20',
    all(begun, then('PledgeSuspended', { reason: 'War', from: '2026-08-01' }, { on: '2026-08-01' })),
    null,
    'MS BGD, IMPL',
  ],
  [
    'a suspension of a unit',
    'SUSPENDED',
    '2026-11-20',
    all(deployed, then('PledgeSuspended', { reason: 'War', from: '2026-08-01' }, { on: '2026-08-01' })),
    null,
    'MS BGD, MISSION',
  ],
  ['a state that says nothing', 'SILENT', '2027-11-20', course, null, 'MS BGD, IMPL, DESK, SFGC, FGS, PD'],
];

it.each(ROWS)('%s is a %s on %s', async (_, kind, on, tell, due, seen) => {
  const found = await queues(tell, kind, on);
  const days = kind === 'SILENT' ? [expect.any(String)] : [due];
  expect([found.seen, found.tasks.map((task) => task.due)]).toEqual([seen, days]);
});

it.each(ROWS)(
  '%s is put right with other events of its pledge as if it were made anew',
  async (_, kind, _on, tell) => {
    const log = aLog();
    const question = (name: string) =>
      then('ClarificationRequested', {
        ...{ clarificationId: id(name), question: 'How many?', field: null, dueOn: '2026-12-30' },
        blocking: false,
      });
    all(
      tell,
      question('another'),
      question('a third'),
      then('ClarificationProvided', { clarificationId: id('another'), answer: 'Three' }),
      then('ConditionDeclared', { conditionId: id('another'), text: 'If it rains' }),
      then('CaveatDeclared', { ...caveat, caveatId: id('another') }),
      then('PledgeSuspended', { reason: 'War', from: '2026-11-01' }),
      then('PledgeResumed', { resumedOn: '2026-11-02' }),
      then('PledgeWithdrawn', { reason: 'r', effectiveOn: '2026-11-19', source: null, endedMatches: [] }),
    )(log);
    expect(await mustBeAsMadeAnew(log.events, [1])).toContain(kind);
  },
);

it('what waits for a caveat is made anew where its mission closes in the batch in which something else is told of its pledge', async () => {
  const log = aLog();
  all(deployed, found, givenUp)(log);
  const before = log.events.length;
  all(closes, then('ConditionDeclared', { conditionId: id('another'), text: 'If it rains' }))(log);
  expect(await mustBeAsMadeAnew(log.events, [before, log.events.length])).toContain('LIFTING_TO_CONFIRM');
});

it('an objection to a recorded objection waits for nothing but what that one asked for', async () => {
  const recordedObjection = then('ActRecorded', {
    ...{ ...act, command: 'ObjectToAct', events: ['ActObjected'], about: [] },
  });
  const tell = all(registered, declared, recordedObjection, objected);
  expect((await queues(tell, 'OBJECTION_TO_SETTLE', '2026-11-20')).tasks).toEqual([]);
});

it('an objection whose annulment was asked for waits for its decision alone', async () => {
  const asked = then('AnnulmentProposed', {
    ...{ annulmentId: id('annulment'), annuls: [id('event')], annulledTypes: ['ConditionDeclared'] },
    reason: 'Not ours',
  });
  const tell = all(registered, declared, recordedAct, objected, asked);
  expect((await queues(tell, 'OBJECTION_TO_SETTLE', '2026-11-20')).tasks).toEqual([]);
  expect((await queues(tell, 'ANNULMENT_TO_DECIDE', '2026-11-20')).seen).toBe('ADMIN');
});
