/**
 * Accountability page, section 13, and decision 56: a chosen offer answers its need as long as the pledge behind it stands. Held along
 * which ending, which need, how much of it, how many offers, in which order, who asks, and as of when.
 * Long because each of these dimensions has its table.
 */
import fc from 'fast-check';
import { NOTHING_BESIDE, type Caller } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { chooseOffer, closeNeed, offerTo, publishNeed, withdrawOffer } from '../../testing/a-need.ts';
import { leave, together } from '../../testing/a-partnership.ts';
import { acknowledge, announce, register, withdraw } from '../../testing/a-pledge.ts';
import { splitInTwo, takenOver } from '../../testing/a-split.ts';
import { meet, plan, registerCourse, start } from '../../testing/an-implementation.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { workQueue } from '../work-queue/work-queue.ts';
import { needAndOffers, needsAndOffers } from './needs-and-offers.ts';

afterEach(closeAll);

const TODAY = '2026-11-20';
const australia = focalPointOf('AUS');

/** What each reader is told, by both ways to a queue, with the board under the filter of that state. */
const told = async ({ events }: Log, need = 'need', caller: Caller = desk) => {
  const { readModels, contexts, store } = await openInMemory();
  await append(store, events);
  // One by one, so that what was written before is put right by what came later.
  for (const event of events) await readModels.handle([event]);
  return contexts.ask({}, caller, async (context) => {
    const { state, answered, open, offers } = await needAndOffers(context, id(need), caller);
    const listed = async (asked: string) =>
      (await needsAndOffers(context, { state: asked })).items.filter(({ needId }) => needId === id(need));
    expect(await listed(state)).toHaveLength(1);
    for (const other of STATES.filter((one) => one !== state)) expect(await listed(other)).toEqual([]);
    const queue = async (isPast: boolean) => {
      const asked = { kind: 'NEED_REOPENED', limit: 50 };
      const { items, total } = await workQueue({ ...context, isPast }, asked, caller, TODAY);
      expect(items).toHaveLength(total);
      return items.map((task) => ({ ...task, next: [] }));
    };
    const tasks = await queue(false);
    expect(await queue(true)).toEqual(tasks);
    return { state, answered, open, promises: offers.map(({ promise }) => promise), tasks };
  });
};

const STATES = ['OPEN', 'OFFERED', 'PARTLY_ANSWERED', 'ANSWERED', 'CLOSED'];

const decline = (log: Log, pledge: string) =>
  log.add(pledge, 'RegistrationDeclined', { pledgeId: id(pledge), reason: 'OTHER', text: 'Not for us' });
const lapse = (log: Log, pledge: string) =>
  log.add(pledge, 'PledgeLapsed', { pledgeId: id(pledge), dueOn: '2026-06-01', endedMatches: [] });
const supersede = (log: Log, pledge: string) =>
  log.add(pledge, 'PledgeSuperseded', { pledgeId: id(pledge), newerPledgeId: id('newer'), endedMatches: [] });
const annulAll = (log: Log, pledge: string, from = 0) => {
  const struck = log.events.filter(({ stream }) => stream === `pledge-${id(pledge)}`).slice(from);
  const voids = from === 0 ? { memberState: 'BGD', reference: `none/BGD/INF-BN-${pledge}` } : null;
  log.add(pledge, 'EventAnnulled', {
    ...{ pledgeId: id(pledge), annulmentId: id('annulment'), reason: 'By mistake', voids },
    ...{ annuls: struck.map((event) => event.id), annulledTypes: struck.map(({ type }) => type) },
  });
};
const giveCourse = (log: Log, pledge: string) =>
  log.add(pledge, 'CourseDelivered', {
    ...{ pledgeId: id(pledge), courseId: id('course'), capabilityCode: null, trained: 20, women: null },
    ...{ leaders: null, place: 'Entebbe', centre: null, languages: [], contributors: [] },
    ...{ from: '2026-02-15', to: '2026-02-20' },
  });
const fulfil = (log: Log, pledge: string) =>
  log.add(pledge, 'PledgeFulfilled', {
    ...{ pledgeId: id(pledge), shareDelivered: null, judged: true, reason: 'As agreed' },
    ...{ delivered: [], evidence: [] },
  });
const underWay = (log: Log): void => {
  registerCourse(log, 'pledge');
  plan(log, 'pledge', ['2026-12-01']);
  start(log, 'pledge');
};

type Ending = readonly [string, (log: Log) => void];

const ENDINGS: readonly Ending[] = [
  ['withdrawn as announced', (log) => withdraw(log, 'pledge', '2026-03-01')],
  [
    'withdrawn as registered',
    (log) => {
      acknowledge(log, 'pledge', '2026-01-05');
      register(log, 'pledge', '2026-01-20');
      withdraw(log, 'pledge', '2026-03-01');
    },
  ],
  [
    'not registered',
    (log) => {
      acknowledge(log, 'pledge', '2026-01-05');
      decline(log, 'pledge');
    },
  ],
  [
    'lapsed',
    (log) => {
      acknowledge(log, 'pledge', '2026-01-05');
      register(log, 'pledge', '2026-01-20');
      lapse(log, 'pledge');
    },
  ],
  ['superseded', (log) => supersede(log, 'pledge')],
  ['annulled', (log) => annulAll(log, 'pledge')],
];

/** A need of 70, of which the pledge answers 40. */
const answered = (number: number | null = 70): Log => {
  const log = aLog();
  announce(log, 'pledge');
  publishNeed(log, 'need', { number });
  offerTo(log, 'need', 'offer', 'pledge');
  chooseOffer(log, 'need', 'offer');
  return log;
};

describe.each(ENDINGS)('a pledge that is %s', (_, end) => {
  it('leaves open what it answered, and the desk is told', async () => {
    const log = answered();
    expect(await told(log)).toMatchObject({
      state: 'PARTLY_ANSWERED',
      open: 30,
      promises: ['STANDS'],
      tasks: [],
    });
    end(log);
    const { tasks, ...need } = await told(log);
    expect(need).toEqual({ state: 'OPEN', answered: 0, open: 70, promises: ['ENDED'] });
    expect(tasks).toMatchObject([
      { pledgeId: id('pledge'), about: id('offer'), waitsFor: ['DESK'], due: null },
    ]);
    expect(tasks[0]?.todo).toContain('70 of the need "Nurses for a hospital" are open again.');
  });

  it('leaves a need without a number open, too', async () => {
    const log = answered(null);
    end(log);
    expect(await told(log)).toMatchObject({ state: 'OPEN', open: null, tasks: [{ kind: 'NEED_REOPENED' }] });
  });

  it('leaves a closed need closed', async () => {
    const log = answered();
    closeNeed(log, 'need');
    end(log);
    expect(await told(log)).toMatchObject({ state: 'CLOSED', promises: ['ENDED'], tasks: [] });
  });

  it('changes nothing where its offer was not chosen, or was taken back', async () => {
    const log = answered();
    withdrawOffer(log, 'need', 'offer');
    offerTo(log, 'need', 'another', 'pledge');
    end(log);
    expect(await told(log)).toMatchObject({ state: 'OFFERED', open: 70, tasks: [] });
  });

  it('and was so before it was chosen, as histories hold', async () => {
    const log = aLog();
    announce(log, 'pledge');
    end(log);
    publishNeed(log, 'need');
    offerTo(log, 'need', 'offer', 'pledge');
    chooseOffer(log, 'need', 'offer');
    expect(await told(log)).toMatchObject({ state: 'OPEN', open: 70, tasks: [{ about: id('offer') }] });
  });

  it('is no matter where others answered the need meanwhile', async () => {
    const log = answered();
    offerTo(log, 'need', 'other', null, { memberState: 'AUS', number: 80 });
    end(log);
    chooseOffer(log, 'need', 'other', 60);
    expect(await told(log)).toMatchObject({
      state: 'PARTLY_ANSWERED',
      open: 10,
      tasks: [{ about: id('offer') }],
    });
    withdrawOffer(log, 'need', 'other');
    offerTo(log, 'need', 'all', null, { memberState: 'AUS', number: 70 });
    chooseOffer(log, 'need', 'all');
    expect(await told(log)).toMatchObject({ state: 'ANSWERED', answered: 70, open: 0, tasks: [] });
  });

  it('is told to states as an open need, and no task of theirs', async () => {
    const log = answered();
    end(log);
    for (const caller of [australia, focalPointOf('BGD'), focalPointOf('VNM')])
      expect(await told(log, 'need', caller)).toMatchObject({ state: 'OPEN', open: 70, tasks: [] });
  });
});

it.each<[string, string, (log: Log) => void]>([
  ['withdrawn after a course was given', 'IN_PART', (log) => giveCourse(log, 'pledge')],
  ['withdrawn after nothing was given', 'ENDED', () => undefined],
])('of what was %s the promise is %s', async (_, promise, deliver) => {
  const log = aLog();
  underWay(log);
  deliver(log);
  publishNeed(log, 'need');
  offerTo(log, 'need', 'offer', 'pledge');
  chooseOffer(log, 'need', 'offer');
  withdraw(log, 'pledge', '2026-03-01');
  const { tasks, ...need } = await told(log);
  const inPart = { state: 'PARTLY_ANSWERED', answered: null, open: null, promises: ['IN_PART'] };
  expect(need).toEqual(
    promise === 'IN_PART' ? inPart : { state: 'OPEN', answered: 0, open: 70, promises: ['ENDED'] },
  );
  expect(tasks).toHaveLength(1);
  if (promise === 'IN_PART') expect(tasks[0]?.todo).toContain('are open is not known');
});

it('what was fulfilled answers its need for good', async () => {
  const log = aLog();
  underWay(log);
  meet(log, 'pledge', '2026-12-01', 'evidence');
  fulfil(log, 'pledge');
  publishNeed(log, 'need');
  offerTo(log, 'need', 'offer', 'pledge');
  chooseOffer(log, 'need', 'offer');
  expect(await told(log)).toMatchObject({
    state: 'PARTLY_ANSWERED',
    open: 30,
    promises: ['STANDS'],
    tasks: [],
  });
});

it('what lapsed and is renewed answers again, and so does what was withdrawn by mistake', async () => {
  const log = answered();
  acknowledge(log, 'pledge', '2026-01-05');
  register(log, 'pledge', '2026-01-20');
  lapse(log, 'pledge');
  log.add('pledge', 'PledgeRenewed', {
    ...{ pledgeId: id('pledge'), previousValidUntil: '2026-05-01', validUntil: '2026-12-01', level: 'L1' },
  });
  expect(await told(log)).toMatchObject({ state: 'PARTLY_ANSWERED', open: 30, tasks: [] });
  const struck = log.events.filter(({ stream }) => stream === `pledge-${id('pledge')}`).length;
  withdraw(log, 'pledge', '2026-07-01');
  expect(await told(log)).toMatchObject({ state: 'OPEN', tasks: [{ kind: 'NEED_REOPENED' }] });
  annulAll(log, 'pledge', struck);
  expect(await told(log)).toMatchObject({ state: 'PARTLY_ANSWERED', open: 30, tasks: [] });
});

it('the parts of a split carry the promise on: in part while one of them does, and not at all when none does', async () => {
  const log = aLog();
  splitInTwo(log);
  publishNeed(log, 'need');
  offerTo(log, 'need', 'offer', 'one');
  chooseOffer(log, 'need', 'offer');
  expect(await told(log)).toMatchObject({ open: 30, promises: ['STANDS'], tasks: [] });
  withdraw(log, 'first', '2026-03-01');
  expect(await told(log)).toMatchObject({
    state: 'PARTLY_ANSWERED',
    open: null,
    promises: ['IN_PART'],
    tasks: [{ pledgeId: id('one') }],
  });
  withdraw(log, 'rest', '2026-03-02');
  expect(await told(log)).toMatchObject({
    state: 'OPEN',
    open: 70,
    promises: ['ENDED'],
    tasks: [{ pledgeId: id('one') }],
  });
});

it('a joint pledge carries on the promises of those that went into it', async () => {
  const log = answered();
  const joint = { jointPledgeId: id('joint'), mergeId: id('merger') };
  log.add('pledge', 'PledgeMergedInto', { pledgeId: id('pledge'), ...joint, endedMatches: [] });
  log.add('joint', 'PledgeDerived', {
    ...takenOver,
    ...{ pledgeId: id('joint'), parents: [id('pledge')], kind: 'MERGE', reference: 'none/BGD/joint' },
    ...{ conference: null, partners: [], themes: [], capabilityCode: 'INF-BN', quantity: null },
    ...{ ...NOTHING_BESIDE, money: null, description: 'Together', level: 'L1' },
  });
  expect(await told(log)).toMatchObject({ open: 30, promises: ['STANDS'], tasks: [] });
  withdraw(log, 'joint', '2026-03-01');
  const { tasks, ...need } = await told(log);
  expect(need).toMatchObject({ state: 'OPEN', open: 70, promises: ['ENDED'] });
  expect(tasks).toMatchObject([{ pledgeId: id('pledge'), todo: expect.stringContaining('has ended.') }]);
});

it('a partner that leaves a joint pledge takes its offer with it, and the lead keeps its own', async () => {
  const log = aLog();
  together(log, 'joint', 'JOINT_DEPLOYMENT', 'SRB');
  publishNeed(log, 'need');
  offerTo(log, 'need', 'serbian', 'joint', { memberState: 'SRB', number: 40 });
  offerTo(log, 'need', 'norwegian', 'joint', { memberState: 'NOR', number: 10 });
  chooseOffer(log, 'need', 'serbian');
  chooseOffer(log, 'need', 'norwegian');
  expect(await told(log)).toMatchObject({ open: 20, tasks: [] });
  leave(log, 'joint', 'SRB', '2026-03-01');
  const { tasks, ...need } = await told(log);
  expect(need).toMatchObject({
    state: 'PARTLY_ANSWERED',
    answered: 10,
    open: 60,
    promises: ['ENDED', 'STANDS'],
  });
  expect(tasks).toMatchObject([{ about: id('serbian') }]);
  expect(tasks[0]?.todo).toContain('which it left');
});

it('one pledge may be behind offers to several needs, and each is told', async () => {
  const log = answered();
  publishNeed(log, 'second', { number: 5, text: 'Drivers' });
  offerTo(log, 'second', 'fitting', 'pledge', { number: 5 });
  chooseOffer(log, 'second', 'fitting');
  withdraw(log, 'pledge', '2026-03-01');
  const { tasks } = await told(log);
  expect(tasks.map(({ about }) => about).sort()).toEqual([id('fitting'), id('offer')].sort());
  expect(await told(log, 'second')).toMatchObject({ state: 'OPEN', open: 5 });
});

it('as of a day before, the need was answered, and nothing waited', async () => {
  const { readModels, contexts, store } = await openInMemory();
  const log = answered();
  withdraw(log, 'pledge', '2026-03-01');
  await append(store, log.events);
  await readModels.handle(log.events);
  for (const [asOf, state, waiting] of [
    ['2026-02-28', 'PARTLY_ANSWERED', 0],
    ['2026-03-01', 'OPEN', 1],
  ] as const) {
    await contexts.ask({ asOf }, desk, async (context) => {
      expect(await needAndOffers(context, id('need'), desk)).toMatchObject({ state });
      expect((await needsAndOffers(context, { state })).total).toBe(1);
      const queue = await workQueue(context, { kind: 'NEED_REOPENED' }, desk, asOf);
      expect(queue.total).toBe(waiting);
    });
  }
});

it('the page of a pledge shows the need it answered as open, under the name of the need', async () => {
  const log = answered();
  withdraw(log, 'pledge', '2026-03-01');
  const { readModels, contexts } = await openInMemory();
  await readModels.handle(log.events);
  await contexts.ask({}, desk, async (context) => {
    const { feedback } = await pledgePage(context, id('pledge'), desk, TODAY);
    expect(feedback.needs).toMatchObject([{ needId: id('need'), state: 'OPEN' }]);
  });
});

it('however many offers are chosen and pledges taken back, what stands and what is open make up the need', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(
        fc.record({ number: fc.integer({ min: 1, max: 40 }), ends: fc.boolean(), isPromised: fc.boolean() }),
        {
          maxLength: 5,
        },
      ),
      async (number, offers) => {
        const log = aLog();
        publishNeed(log, 'need', { number });
        for (const [n, one] of offers.entries()) {
          if (one.isPromised) announce(log, `pledge ${n}`);
          offerTo(log, 'need', `offer ${n}`, one.isPromised ? `pledge ${n}` : null, { number: one.number });
          chooseOffer(log, 'need', `offer ${n}`);
        }
        const gone = offers.flatMap(({ ends, isPromised }, n) => (ends && isPromised ? [n] : []));
        for (const n of gone) withdraw(log, `pledge ${n}`, '2026-03-01');
        const stands = offers.reduce((sum, one, n) => sum + (gone.includes(n) ? 0 : one.number), 0);
        const { open, answered: by, tasks } = await told(log);
        expect({ open, by }).toEqual({ open: Math.max(number - stands, 0), by: stands });
        expect(tasks.map(({ about }) => about).sort()).toEqual(
          stands >= number ? [] : gone.map((n) => id(`offer ${n}`)).sort(),
        );
        await closeAll();
      },
    ),
    { numRuns: 12 },
  ));

it('another offer whose pledge ended, too, is not offered in its place: neither on the page nor among the tasks', async () => {
  const log = answered();
  for (const [offer, pledge] of [
    ['standing', null],
    ['ended', 'other'],
  ] as const) {
    if (pledge !== null) announce(log, pledge);
    offerTo(log, 'need', offer, pledge);
  }
  withdraw(log, 'pledge', '2026-03-01');
  withdraw(log, 'other', '2026-03-01');
  const { readModels, contexts } = await openInMemory();
  await readModels.handle(log.events);
  await contexts.ask({}, desk, async (context) => {
    const { commands } = await needAndOffers(context, id('need'), desk);
    const { items } = await workQueue(context, { kind: 'NEED_REOPENED' }, desk, TODAY);
    for (const links of [commands, items[0]?.next ?? []])
      expect(links.filter(({ command }) => command === 'ChooseOffer').map(({ href }) => href)).toEqual([
        `/needs/${id('need')}/offers/${id('standing')}/choice`,
      ]);
  });
});
