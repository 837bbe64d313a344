import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { meet, plan, registerCourse, start, submitEvidence } from '../../testing/an-implementation.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { workQueue } from './work-queue.ts';

afterEach(closeAll);

const tasks = async (tell: (log: Log) => void, today: string, caller = desk) => {
  const log = aLog();
  registerCourse(log, 'one');
  tell(log);
  const { items } = await workQueue(await contextOf(log.events), {}, caller, today);
  return items;
};
const DUE = ['2026-04-01', '2027-04-01'];
const begun = (log: Log) => {
  plan(log, 'one', DUE);
  start(log, 'one');
};

it('once registered it waits for a plan, of the state or its implementing body', async () => {
  expect(await tasks(() => undefined, '2026-02-01')).toMatchObject([
    { kind: 'IMPLEMENTATION_TO_PLAN', waitsFor: ['MS', 'IMPL'], since: '2026-01-20', due: null },
  ]);
});

it('once planned it waits for the start, at the latest when the first milestone is due', async () => {
  const waiting = await tasks((log) => plan(log, 'one', DUE), '2026-04-02');
  expect(waiting).toMatchObject([{ kind: 'IMPLEMENTATION_TO_START', due: '2026-04-01', overdue: true }]);
});

it('a milestone comes on the list 30 days before it is due, and stays until it is met', async () => {
  expect(await tasks(begun, '2026-03-01')).toEqual([]);
  expect(await tasks(begun, '2026-03-02')).toMatchObject([
    { kind: 'MILESTONE_DUE', since: '2026-03-02', due: '2026-04-01', overdue: false },
  ]);
  const [late] = await tasks(begun, '2026-04-02');
  expect(late).toMatchObject({ todo: 'Meet the milestone with evidence: Done by 2026-04-01', overdue: true });
  expect(late?.next).toEqual([]);
  const [theirs] = await tasks(begun, '2026-04-02', focalPointOf('BGD'));
  expect(theirs?.next.map(({ href }) => href)).toEqual([
    `/pledges/${id('one')}/milestones/${id('milestone 2026-04-01')}/completion`,
    `/pledges/${id('one')}/milestones/${id('milestone 2026-04-01')}/revisions`,
  ]);
});

describe('while the pledge is suspended', () => {
  const suspended = (log: Log) => {
    begun(log);
    const rests = { pledgeId: id('one'), reason: 'The airport is closed', from: '2026-03-01' };
    log.add('one', 'PledgeSuspended', rests, { on: '2026-03-01' });
  };
  const resumed = (log: Log) => {
    suspended(log);
    log.add('one', 'PledgeResumed', { pledgeId: id('one'), resumedOn: '2026-05-01' }, { on: '2026-05-01' });
  };
  const dueOn = async (tell: (log: Log) => void) => {
    const log = aLog();
    registerCourse(log, 'one');
    tell(log);
    return (await pledgePage(await contextOf(log.events), id('one'), desk, '2026-04-02')).dueOn;
  };

  it('no milestone is waited for, and none is what the pledge is due for', async () => {
    expect(await tasks(suspended, '2026-04-02')).toMatchObject([
      { kind: 'SUSPENDED', waitsFor: ['MS', 'IMPL'], since: '2026-03-01', due: null },
    ]);
    expect(await dueOn(begun)).toBe('2026-04-01');
    expect(await dueOn(suspended)).toBe('2027-01-01'); // a word, 12 months after the announcement
  });

  it('evidence that is in is judged all the same', async () => {
    const submitted = (log: Log) => {
      suspended(log);
      submitEvidence(log, 'one', 'report');
    };
    expect((await tasks(submitted, '2026-04-02')).map(({ kind }) => kind)).toContain('EVIDENCE_TO_JUDGE');
  });

  it('and once it goes on milestones wait from that day, by the dates of the plan', async () => {
    expect(await tasks(resumed, '2026-05-02')).toMatchObject([
      { kind: 'MILESTONE_DUE', since: '2026-05-01', due: '2026-04-01', overdue: true },
    ]);
  });
});

it('evidence waits for an evaluator until it is judged', async () => {
  const submitted = (log: Log) => {
    begun(log);
    submitEvidence(log, 'one', 'report');
    meet(log, 'one', '2026-04-01', 'report');
  };
  const [waiting, ...others] = await tasks(submitted, '2026-04-02');
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ kind: 'EVIDENCE_TO_JUDGE', waitsFor: ['EVAL'], since: '2026-03-01' });
  const judged = (log: Log) => {
    submitted(log);
    log.add('one', 'EvidenceVerified', { pledgeId: id('one'), evidenceId: id('report'), note: null });
  };
  expect(await tasks(judged, '2026-04-02')).toEqual([]);
});

it('when all is done the desk decides how much of the promise was kept', async () => {
  const done = (log: Log) => {
    begun(log);
    submitEvidence(log, 'one', 'report');
    for (const due of DUE) meet(log, 'one', due, 'report');
    log.add('one', 'EvidenceVerified', { pledgeId: id('one'), evidenceId: id('report'), note: null });
  };
  expect(await tasks(done, '2026-04-02')).toMatchObject([
    { kind: 'FULFILMENT_TO_DECIDE', waitsFor: ['DESK'], next: [{ command: 'FulfilPledge' }] },
  ]);
});

describe('what was computed is said with the decision', () => {
  const courses = (number: number) => ({ min: number, max: number, unit: 'courses', asStated: null });
  const held = (log: Log, name: string) =>
    log.add('one', 'CourseDelivered', {
      pledgeId: id('one'),
      courseId: id(name),
      capabilityCode: null,
      trained: 20,
      women: null,
      leaders: null,
      place: 'Entebbe',
      centre: null,
      languages: [],
      contributors: [],
      from: '2026-03-01',
      to: '2026-03-05',
    });
  const queue = async (tell: (log: Log) => void, promised = 2) => {
    const log = aLog();
    registerCourse(log, 'one', { quantity: courses(promised) }, courses(promised));
    begun(log);
    submitEvidence(log, 'one', 'report');
    for (const due of DUE) meet(log, 'one', due, 'report');
    log.add('one', 'EvidenceVerified', { pledgeId: id('one'), evidenceId: id('report'), note: null });
    tell(log);
    const { items } = await workQueue(await contextOf(log.events), {}, desk, '2026-04-02');
    return items.map(({ kind, todo }) => `${kind}: ${todo}`);
  };
  const closedInPart = (log: Log) => {
    held(log, 'first');
    log.add('one', 'PledgePartiallyFulfilled', {
      pledgeId: id('one'),
      shareDelivered: 50,
      judged: false,
      reason: null,
      delivered: [],
      evidence: [],
    });
  };

  it('half of the courses', async () =>
    expect(await queue((log) => held(log, 'first'))).toEqual([
      'FULFILMENT_TO_DECIDE: 50 per cent of the promise was delivered: close it in part, or wait for the rest.',
    ]));

  it('all of them', async () =>
    expect(
      await queue((log) => {
        held(log, 'first');
        held(log, 'second');
      }),
    ).toEqual(['FULFILMENT_TO_DECIDE: Close it in full: 100 per cent of the promise was delivered.']));

  it('closed in part it waits for its state, and for the desk once the rest has come', async () => {
    expect(await queue(closedInPart)).toEqual([
      'REST_OPEN: 50 per cent of the promise are open: deliver the rest, or withdraw it.',
    ]);
    expect(await queue(closedInPart, 4)).toEqual([
      'REST_OPEN: 75 per cent of the promise are open: deliver the rest, or withdraw it.',
    ]);
    expect(
      await queue((log) => {
        closedInPart(log);
        held(log, 'second');
      }),
    ).toEqual(['FULFILMENT_TO_DECIDE: Close it in full: 100 per cent of the promise was delivered.']);
  });
});
