/** Long because each kind has its table. What is missing, failed or waits for a word is a task until it is there: issue 15, point 4. */
import { aLog, id, type Log } from '../../testing/a-log.ts';
import { deploy, withdraw } from '../../testing/a-pledge.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { plan, registerCourse, start, submitEvidence } from '../../testing/an-implementation.ts';
import { tasksOn } from '../../testing/tasks-of.ts';
import type { TaskKind } from '../../views/tasks/task.ts';

type Tell = (log: Log) => void;

const found = (kind: TaskKind, today: string, ...steps: readonly Tell[]) => {
  const log = aLog();
  for (const step of steps) step(log);
  return tasksOn(log, 'one', today).filter((task) => task.kind === kind);
};
const one = { pledgeId: id('one') };
const course: Tell = (log) => registerCourse(log, 'one');
const begun: Tell = (log) => {
  course(log);
  plan(log, 'one', ['2026-12-01']);
  start(log, 'one');
};
const ended: Tell = (log) => void withdraw(log, 'one', '2026-05-01');

describe('a condition', () => {
  const condition = { ...one, conditionId: id('c') };
  const declared: Tell = (log) =>
    void log.add(
      'one',
      'ConditionDeclared',
      { ...condition, text: 'If Congress agrees' },
      { on: '2026-02-01' },
    );
  const settled =
    (type: 'ConditionMet' | 'ConditionFailed'): Tell =>
    (log) =>
      void log.add(
        'one',
        type,
        { ...condition, evidence: 'Vote', settledOn: '2026-03-01' },
        { on: '2026-03-01' },
      );
  const amended =
    (on: string | null): Tell =>
    (log) =>
      void log.add(
        'one',
        'PledgeAmended',
        { ...one, changes: [], reason: 'R', source: 'S', consentReference: null, conversion: null },
        { on },
      );

  it('that is open waits for the desk', () => {
    const [task] = found('CONDITION_OPEN', '2026-02-02', course, declared);
    expect(task).toMatchObject({ waitsFor: ['DESK'], states: [], since: '2026-02-01', due: null });
    expect(task?.next.map(({ command }) => command)).toEqual(['MeetCondition', 'FailCondition']);
    expect(found('CONDITION_OPEN', '2026-05-02', course, declared, settled('ConditionMet'))).toEqual([]);
    expect(found('CONDITION_OPEN', '2026-05-02', course, declared, ended)).toEqual([]);
  });

  it('that failed waits for the state to amend or withdraw, and for the desk to ask', () => {
    const [task] = found('CONDITION_FAILED', '2026-03-02', course, declared, settled('ConditionFailed'));
    expect(task).toMatchObject({ waitsFor: ['MS', 'DESK'], states: ['BGD'], since: '2026-03-01', due: null });
    expect(task?.next.map(({ command }) => command)).toEqual([
      'AmendPledge',
      'WithdrawPledge',
      'RequestClarification',
    ]);
  });

  it.each<[string, readonly Tell[], number]>([
    ['is amended on that day', [settled('ConditionFailed'), amended('2026-03-01')], 0],
    ['is amended later', [settled('ConditionFailed'), amended('2026-03-02')], 0],
    ['was amended before', [amended('2026-02-28'), settled('ConditionFailed')], 1],
    ['is withdrawn', [settled('ConditionFailed'), ended], 0],
    ['met it', [settled('ConditionMet')], 0],
  ])('no longer once the pledge %s', (_, steps, count) => {
    expect(found('CONDITION_FAILED', '2026-05-02', course, declared, ...steps)).toHaveLength(count);
  });
});

describe('evidence that was rejected', () => {
  const reject =
    (name: string): Tell =>
    (log) =>
      void log.add(
        'one',
        'EvidenceRejected',
        { ...one, evidenceId: id(name), reason: 'Illegible', reopenedMilestones: [] },
        { on: '2026-03-10' },
      );
  const submit =
    (name: string): Tell =>
    (log) =>
      void submitEvidence(log, 'one', name);

  it('is sent again by the state, a partner or the body', () => {
    expect(found('EVIDENCE_REJECTED', '2026-03-11', begun, submit('a'), reject('a'))).toMatchObject([
      {
        waitsFor: ['MS', 'IMPL', 'PARTNER'],
        states: ['BGD'],
        since: '2026-03-10',
        next: [{ command: 'SubmitEvidence' }],
      },
    ]);
  });

  const suspended: Tell = (log) =>
    void log.add(
      'one',
      'PledgeSuspended',
      { ...one, reason: 'War', from: '2026-03-12' },
      { on: '2026-03-12' },
    );

  it.each<[string, readonly Tell[], number]>([
    ['other evidence came', [submit('a'), reject('a'), submit('b')], 0],
    ['that was rejected too', [submit('a'), reject('a'), submit('b'), reject('b')], 1],
    ['it was not judged yet', [submit('a')], 0],
    ['other evidence had come before it was judged', [submit('a'), submit('b'), reject('a')], 0],
    ['the pledge is suspended', [submit('a'), reject('a'), suspended], 0],
    ['the pledge was withdrawn', [submit('a'), reject('a'), ended], 0],
  ])('where %s', (_, steps, count) => {
    expect(found('EVIDENCE_REJECTED', '2026-05-02', begun, ...steps)).toHaveLength(count);
  });
});

describe('what a state asked of the Secretariat', () => {
  const request = { ...one, requestId: id('r') };
  const asked =
    (neededBy: string | null): Tell =>
    (log) =>
      void log.add(
        'one',
        'SupportRequested',
        { ...request, kind: 'STUDY', text: 'Which engines?', neededBy },
        { on: '2026-02-01' },
      );
  const answered: Tell = (log) =>
    void log.add(
      'one',
      'SupportRequestAnswered',
      { ...request, answer: 'Diesel', reference: null },
      { on: '2026-03-01' },
    );

  it.each(['2026-06-30', null])('waits for the Secretariat until %s', (neededBy) => {
    const [task] = found('SUPPORT_TO_ANSWER', '2026-02-02', course, asked(neededBy));
    expect(task).toMatchObject({
      waitsFor: ['DESK', 'SFGC', 'FGS', 'PD'],
      states: [],
      since: '2026-02-01',
      due: neededBy,
    });
    expect(task?.next.map(({ href }) => href)).toEqual([
      `/pledges/${id('one')}/support-requests/${id('r')}/answer`,
      `/pledges/${id('one')}/support-requests/${id('r')}/refusal`,
    ]);
    expect(found('SUPPORT_TO_ANSWER', '2026-03-02', course, asked(neededBy), answered)).toEqual([]);
  });

  it.each([
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('answered on 2026-03-01 it is in the queue of the state on %s: %i', (today, count) => {
    const tasks = found('SUPPORT_ANSWERED', today, course, asked(null), answered);
    expect(tasks).toHaveLength(count);
    for (const task of tasks) {
      expect(task).toMatchObject({ waitsFor: ['MS'], states: ['BGD'], since: '2026-03-01', due: null });
      expect(task.todo).toBe('Your request for a STUDY was answered: Diesel');
    }
    expect(found('SUPPORT_ANSWERED', '2026-03-02', course, asked(null), answered, ended)).toEqual([]);
  });
});

it('the agreement of a host is missing until evidence of it is there', () => {
  const hosted: Tell = (log) => {
    registerCourse(log, 'one', { category: 'EXPERTISE', capabilityCode: 'HOST-SECOND' });
    log.add('one', 'PledgeReclassified', {
      ...one,
      oldCapabilityCode: 'TRG-COURSE',
      capabilityCode: 'HOST-SECOND',
      track: 'IMPLEMENTATION',
      level: null,
      validUntil: null,
      reason: 'R',
    });
    plan(log, 'one', ['2026-12-01']);
  };
  const agreement: Tell = (log) => void submitEvidence(log, 'one', 'a', { kind: 'AGREEMENT' });
  const report: Tell = (log) => void submitEvidence(log, 'one', 'b');
  expect(found('HOST_AGREEMENT_MISSING', '2026-03-02', hosted, report)).toMatchObject([
    { waitsFor: ['MS', 'IMPL', 'PARTNER'], next: [{ command: 'SubmitEvidence' }] },
  ]);
  expect(found('HOST_AGREEMENT_MISSING', '2026-03-02', hosted, agreement)).toEqual([]);
  const rejected: Tell = (log) =>
    void log.add('one', 'EvidenceRejected', {
      ...one,
      evidenceId: id('a'),
      reason: 'Unsigned',
      reopenedMilestones: [],
    });
  expect(found('HOST_AGREEMENT_MISSING', '2026-03-02', hosted, agreement, rejected)).toHaveLength(1);
  expect(found('HOST_AGREEMENT_MISSING', '2026-03-02', begun)).toEqual([]);
});

describe('what is suspended', () => {
  const rests: Tell = (log) =>
    void log.add(
      'one',
      'PledgeSuspended',
      { ...one, reason: 'War', from: '2026-08-01' },
      { on: '2026-08-01' },
    );
  const goesOn: Tell = (log) =>
    void log.add('one', 'PledgeResumed', { ...one, resumedOn: '2026-09-01' }, { on: '2026-09-01' });
  const deployed: Tell = (log) => wholeLife(log, 'one');

  it.each<[string, Tell, readonly string[]]>([
    ['a unit', deployed, ['MS', 'MISSION']],
    ['a course', begun, ['MS', 'IMPL']],
  ])('waits for its state and the field to go on: %s', (_, life, waitsFor) => {
    expect(found('SUSPENDED', '2026-08-02', life, rests)).toMatchObject([
      { waitsFor, states: ['BGD'], since: '2026-08-01', due: null, next: [{ command: 'ResumePledge' }] },
    ]);
    expect(found('SUSPENDED', '2026-09-02', life, rests, goesOn)).toEqual([]);
  });

  it('in an earlier deployment does not wait', () => {
    const again: Tell = (log) => void deploy(log, 'one', '2026-10-01');
    expect(found('SUSPENDED', '2026-10-02', deployed, rests, again)).toEqual([]);
  });
});

describe('decisions of officers', () => {
  it('a state that agreed to a joint pledge waits for the desk', () => {
    const agreed: Tell = (log) =>
      void log.add('one', 'MergeConsented', {
        ...one,
        mergeId: id('merger'),
        leadState: 'NOR',
        role: 'UNIT',
        share: 50,
        consentReference: 'C',
        consentedOn: '2026-02-01',
      });
    expect(found('MERGER_TO_DECIDE', '2026-02-02', course, agreed)).toMatchObject([
      { waitsFor: ['DESK'], since: '2026-02-01', next: [{ command: 'MergePledges' }] },
    ]);
    expect(found('MERGER_TO_DECIDE', '2026-02-02', course)).toEqual([]);
    expect(found('MERGER_TO_DECIDE', '2026-02-02', begun, agreed)).toEqual([]);
  });

  it('another code that was proposed waits for another person', () => {
    const proposed: Tell = (log) =>
      void log.add('one', 'ReclassificationProposed', { ...one, capabilityCode: 'TRG-CENTRE', reason: 'R' });
    expect(found('RECLASSIFICATION_TO_DECIDE', '2026-02-02', course, proposed)).toMatchObject([
      { waitsFor: ['DESK', 'SFGC'], next: [{ command: 'ReclassifyPledge' }] },
    ]);
    expect(found('RECLASSIFICATION_TO_DECIDE', '2026-02-02', course)).toEqual([]);
  });
});

describe('the rest of what was kept in part', () => {
  const inPart: Tell = (log) => {
    begun(log);
    log.add('one', 'PledgePartiallyFulfilled', {
      ...one,
      shareDelivered: 50,
      judged: true,
      reason: 'R',
      delivered: [],
      evidence: [],
    });
  };

  it('waits for its state, which may withdraw it; where people judge, without a figure', () => {
    expect(found('REST_OPEN', '2026-05-02', inPart)).toMatchObject([
      {
        waitsFor: ['MS'],
        states: ['BGD'],
        due: null,
        todo: 'A part of the promise is open: deliver the rest, or withdraw it.',
        next: [{ command: 'ReportProgress' }, { command: 'WithdrawPledge' }],
      },
    ]);
    expect(found('REST_OPEN', '2026-05-02', inPart, ended)).toEqual([]);
    expect(found('REST_OPEN', '2026-05-02', begun)).toEqual([]);
  });
});
