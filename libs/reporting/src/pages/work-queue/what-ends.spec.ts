/**
 * Long because each kind of end has its table. What ends is a task before it does: posts, levels, memoranda, the time to revive
 * an offer, missions. Each table goes from the day before the warning to the day after the end. Accountability page, sections 10 and 12; PCRS page, sections 4 and 5.
 */
import { NO_TERMS, type DataOf } from '@pledgeline/contracts';
import { aLog, id, type Log } from '../../testing/a-log.ts';
import {
  acknowledge,
  announce,
  attainL2,
  deploy,
  match,
  noteAav,
  passPdv,
  register,
  select,
  signMou,
  withdraw,
} from '../../testing/a-pledge.ts';
import { plan, registerCourse, start } from '../../testing/an-implementation.ts';
import { tasksOn } from '../../testing/tasks-of.ts';
import type { TaskKind } from '../../views/tasks/task.ts';

const told = (...steps: readonly ((log: Log) => void)[]): Log => {
  const log = aLog();
  for (const step of steps) step(log);
  return log;
};
const found = (log: Log, kind: TaskKind, today: string, earliest = today) =>
  tasksOn(log, 'one', today, earliest).filter((task) => task.kind === kind);

const registered = (log: Log): void => {
  announce(log, 'one');
  acknowledge(log, 'one', '2026-01-05');
  register(log, 'one', '2026-01-20');
};
const selected = (log: Log): void => {
  registered(log);
  match(log, 'gap', 'one', '2026-01-25');
  select(log, 'gap', 'one', '2026-01-26');
};
const deployed = (log: Log): void => {
  selected(log);
  signMou(log, 'one', '2026-02-01', '2026-12-31');
  passPdv(log, 'one', '2026-02-10');
  deploy(log, 'one', '2026-03-01');
};
const ended = (log: Log) => void withdraw(log, 'one', '2026-09-01');

describe('a post', () => {
  const experts = { min: 3, max: 3, unit: 'posts', asStated: null };
  const promised = (log: Log): void => {
    registerCourse(
      log,
      'one',
      { category: 'EXPERTISE', capabilityCode: 'EXP-CIV', quantity: experts },
      experts,
    );
  };
  const second =
    (name: string, over: Partial<DataOf<'ExpertSeconded'>> = {}) =>
    (log: Log) =>
      void log.add('one', 'ExpertSeconded', {
        pledgeId: id('one'),
        secondmentId: id(name),
        persons: 1,
        post: 'Planner',
        mission: 'MONUSCO',
        hostInstitution: null,
        from: '2026-03-01',
        to: '2026-12-31',
        ...over,
      });
  const end = (name: string) => (log: Log) =>
    void log.add('one', 'SecondmentEnded', {
      pledgeId: id('one'),
      secondmentId: id(name),
      endedOn: '2026-11-01',
    });

  it.each([
    ['2026-10-01', '2026-10-01', []],
    ['2026-10-02', '2026-10-02', ['The time of Planner in MONUSCO ends on 2026-12-31']],
    ['2026-12-31', '2026-12-31', ['The time of Planner in MONUSCO ends on 2026-12-31']],
    ['2027-01-01', '2026-12-31', ['The time of Planner in MONUSCO ends on 2026-12-31']],
    ['2027-01-01', '2027-01-01', ['The time of Planner in MONUSCO ended on 2026-12-31']],
    ['2028-01-01', '2028-01-01', ['The time of Planner in MONUSCO ended on 2026-12-31']],
  ])('that ends within 90 days is a task, asked on %s (%s)', (today, earliest, expected) => {
    const tasks = found(told(promised, second('a')), 'POST_ENDS', today, earliest);
    expect(tasks.map(({ todo }) => todo.split(':')[0])).toEqual(expected);
    for (const task of tasks) {
      expect(task).toMatchObject({
        waitsFor: ['MS', 'IMPL'],
        states: ['BGD'],
        since: '2026-10-02',
        due: '2026-12-31',
        next: [{ href: expect.stringContaining(id('a')) }, { command: 'SecondExpert' }],
      });
    }
  });

  it('of a shorter time is one from its first day on', () => {
    const short = second('a', { from: '2026-11-20' });
    expect(found(told(promised, short), 'POST_ENDS', '2026-11-19')).toEqual([]);
    expect(found(told(promised, short), 'POST_ENDS', '2026-11-20')).toMatchObject([{ since: '2026-11-20' }]);
  });

  it('that somebody follows in is none until its time is over, and none once it ended', () => {
    const followed = told(promised, second('a'), second('b', { from: '2026-12-31', to: '2027-12-31' }));
    expect(found(followed, 'POST_ENDS', '2026-12-31')).toEqual([]);
    expect(found(followed, 'POST_ENDS', '2027-01-01', '2026-12-31')).toEqual([]);
    expect(found(followed, 'POST_ENDS', '2027-01-01')).toMatchObject([{ about: id('a') }]);
    const elsewhere = second('b', { from: '2026-12-31', to: '2027-12-31', mission: 'MINUSCA' });
    expect(found(told(promised, second('a'), elsewhere), 'POST_ENDS', '2026-12-31')).toHaveLength(1);
    expect(found(told(promised, second('a'), end('a')), 'POST_ENDS', '2026-12-31')).toEqual([]);
  });

  it('is to be filled by the stated start', () => {
    const stated = (log: Log): void => {
      promised(log);
      const terms = { ...NO_TERMS, postsFrom: '2026-12-01' };
      log.add('one', 'TermsStated', { pledgeId: id('one'), terms, source: 'Note verbale 2026/1' });
    };
    expect(found(told(stated), 'POSTS_OPEN', '2026-10-05')).toMatchObject([{ due: '2026-12-01' }]);
    expect(found(told(stated), 'POSTS_OPEN', '2027-01-05')).toMatchObject([{ due: '2026-12-01' }]);
  });

  it('that is promised and not filled is a task of its state and body, as long as the pledge is open', () => {
    const open = (...steps: readonly ((log: Log) => void)[]) =>
      found(told(promised, ...steps), 'POSTS_OPEN', '2026-10-05').map(({ todo }) => todo);
    expect(open()).toEqual(['3 of 3 promised are not there: send them.']);
    expect(open(second('a'), second('b', { post: 'Medic' }))).toEqual([
      '1 of 3 promised are not there: send them.',
    ]);
    expect(open(second('a', { persons: 3 }))).toEqual([]);
    expect(open(second('a', { persons: 4 }))).toEqual([]);
    expect(open(ended)).toEqual([]);
    const begun = (log: Log): void => {
      plan(log, 'one', ['2027-12-01']);
      start(log, 'one');
    };
    const rests = (log: Log) =>
      void log.add('one', 'PledgeSuspended', { pledgeId: id('one'), reason: 'War', from: '2026-08-01' });
    expect(open(begun)).toHaveLength(1);
    expect(open(begun, rests)).toEqual([]);
    expect(found(told(promised), 'POSTS_OPEN', '2026-10-05')).toMatchObject([
      { waitsFor: ['MS', 'IMPL'], states: ['BGD'], since: '2026-01-20', due: null },
    ]);
  });
});

describe('a level', () => {
  const atL2 = (log: Log): void => {
    registered(log);
    noteAav(log, 'one', '2026-03-04', '2026-12-31');
    attainL2(log, 'one', '2026-03-10');
  };

  it.each([
    ['2026-10-01', 0],
    ['2026-10-02', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 1],
  ])('that the visit carries until 2026-12-31 is a task of SFGC on %s: %i', (today, count) => {
    const tasks = found(told(atL2), 'LEVEL_ENDS', today);
    expect(tasks).toHaveLength(count);
    for (const task of tasks) {
      expect(task).toMatchObject({
        waitsFor: ['SFGC', 'MS'],
        states: ['BGD'],
        since: '2026-10-02',
        due: '2026-12-31',
      });
      expect(task.next.map(({ command }) => command)).toEqual(['ScheduleVisit', 'RequestSupport']);
    }
  });

  it('is none once the job took it, nor of a unit that is chosen or withdrawn', () => {
    const lost = (log: Log) =>
      void log.add('one', 'LevelDowngraded', {
        pledgeId: id('one'),
        from: 'L2',
        level: 'L1',
        reason: 'VISIT_EXPIRED',
        consentReference: null,
      });
    expect(found(told(atL2, lost), 'LEVEL_ENDS', '2027-01-02')).toEqual([]);
    expect(found(told(atL2, ended), 'LEVEL_ENDS', '2026-12-01')).toEqual([]);
    const chosen = (log: Log): void => {
      match(log, 'gap', 'one', '2026-04-01');
      select(log, 'gap', 'one', '2026-04-02');
    };
    expect(found(told(atL2, chosen), 'LEVEL_ENDS', '2026-12-01')).toEqual([]);
  });
});

describe('a memorandum', () => {
  it.each([
    ['2026-10-01', '2026-10-01', []],
    ['2026-10-02', '2026-10-02', ['MOU_ENDS']],
    ['2026-12-31', '2026-12-31', ['MOU_ENDS']],
    ['2027-01-01', '2026-12-31', ['MOU_ENDS']],
    ['2027-01-01', '2027-01-01', ['FULFILMENT_TO_DECIDE']],
  ])('of a unit in the mission until 2026-12-31, on %s (%s): %j', (today, earliest, expected) => {
    const tasks = tasksOn(told(deployed), 'one', today, earliest);
    expect(tasks.map(({ kind }) => kind)).toEqual(expected);
    const [ending] = tasks.filter(({ kind }) => kind === 'MOU_ENDS');
    if (ending !== undefined) {
      expect(ending).toMatchObject({ waitsFor: ['DOS', 'MISSION'], states: [], since: '2026-10-02' });
    }
  });

  it('of a unit that has not left is a task of DOS alone, also after its end', () => {
    const signed = told(selected, (log) => void signMou(log, 'one', '2026-02-01', '2026-12-31'));
    for (const today of ['2026-12-01', '2027-03-01']) {
      expect(found(signed, 'MOU_ENDS', today)).toMatchObject([{ waitsFor: ['DOS'], due: '2026-12-31' }]);
    }
  });
});

describe('an offer that lapsed', () => {
  const lapse = (log: Log) =>
    void log.add(
      'one',
      'PledgeLapsed',
      { pledgeId: id('one'), dueOn: '2027-02-19', endedMatches: [] },
      { on: '2027-02-20' },
    );

  it.each([
    ['2027-02-20', '2027-02-20', 1],
    ['2028-02-19', '2028-02-19', 1],
    ['2028-02-20', '2028-02-19', 1],
    ['2028-02-20', '2028-02-20', 0],
  ])('can be taken up again by its state for a year: %s (%s), %i', (today, earliest, count) => {
    const tasks = tasksOn(told(registered, lapse), 'one', today, earliest);
    expect(tasks).toHaveLength(count);
    for (const task of tasks) {
      expect(task).toMatchObject({
        kind: 'REVIVAL_ENDS',
        waitsFor: ['MS'],
        states: ['BGD'],
        since: '2027-02-19',
        due: '2028-02-19',
        next: [{ command: 'RenewPledge' }],
      });
    }
  });

  it('waits for nothing else, whatever it was asked', () => {
    const asked = (log: Log) =>
      void log.add('one', 'ClarificationRequested', {
        pledgeId: id('one'),
        clarificationId: 'c1',
        question: 'How many?',
        field: null,
        dueOn: '2027-03-01',
        blocking: false,
      });
    const kinds = tasksOn(told(registered, asked, lapse), 'one', '2027-03-02').map(({ kind }) => kind);
    expect(kinds).toEqual(['REVIVAL_ENDS']);
  });
});

describe('an offer that is entered years later', () => {
  const entered = (log: Log): void => {
    announce(log, 'one', { lateEntry: true }, { on: '2020-01-01', recordedAt: '2026-11-01T09:00:00.000Z' });
    acknowledge(log, 'one', '2020-01-05');
    register(log, 'one', '2020-01-20');
    // What is recorded last says how long there is to go on.
    log.add(
      'one',
      'PledgeRenewed',
      { pledgeId: id('one'), previousValidUntil: '2021-01-20', validUntil: '2021-07-20', level: 'L1' },
      { on: '2021-01-10', recordedAt: '2026-11-10T09:00:00.000Z' },
    );
  };

  it.each([
    ['2026-11-10', 1],
    ['2026-12-10', 1],
    ['2026-12-11', 0],
  ])('is to be renewed until 30 days after its last event: %s, %i', (today, count) => {
    const tasks = found(told(entered), 'RENEWAL_DUE', today);
    expect(tasks).toHaveLength(count);
    for (const { todo, due } of tasks) {
      expect([todo, due]).toEqual(['Renew the offer, or it lapses after 2026-12-10.', '2021-07-20']);
    }
  });
});

describe('a mission', () => {
  const known = (log: Log) =>
    void log.add('MINUSCA', 'MissionRegistered', {
      code: 'MINUSCA',
      name: 'Mission',
      aliases: [],
      kind: 'PEACEKEEPING',
      hostStates: ['CAF'],
      mandatedUntil: null,
      source: 'S',
    });
  const closes = (log: Log): void => {
    known(log);
    log.add(
      'MINUSCA',
      'MissionClosureScheduled',
      { code: 'MINUSCA', closesOn: '2026-12-31', source: 'S' },
      { on: '2026-06-01' },
    );
  };
  const withoutConsent = (log: Log): void => {
    known(log);
    log.add('MINUSCA', 'HostConsentChanged', {
      code: 'MINUSCA',
      consent: 'WITHDRAWN',
      changedOn: '2026-07-01',
      source: 'S',
    });
  };
  const cameHome = (log: Log) =>
    void log.add('one', 'UnitRepatriated', { pledgeId: id('one'), reason: 'Home' } as never, {
      on: '2026-08-01',
    });
  const matched = (log: Log): void => {
    registered(log);
    match(log, 'gap', 'one', '2026-01-25');
  };

  it.each<[string, (log: Log) => void, string[], string[]]>([
    ['matched with it', matched, ['MS', 'FGS'], ['AmendPledge', 'ReportProgress', 'RequestClarification']],
    [
      'chosen for it',
      selected,
      ['MS', 'FGS'],
      ['AmendPledge', 'ReportProgress', 'DeclineSelection', 'RequestClarification'],
    ],
    ['in it', deployed, ['MS', 'FGS'], ['AmendPledge', 'ReportProgress', 'RequestClarification']],
  ])('that closes is a task of the state and of FGS for a unit %s', (_, tell, waitsFor, commands) => {
    const [task, ...others] = found(told(tell, closes), 'MISSION_CLOSES', '2026-06-02');
    expect(others).toEqual([]);
    expect(task).toMatchObject({ waitsFor, states: ['BGD'], since: '2026-06-01', due: '2026-12-31' });
    expect(task?.next.map(({ command }) => command)).toEqual(commands);
  });

  it.each<[string, (log: Log) => void]>([
    [
      'came home from it',
      (log) => {
        deployed(log);
        cameHome(log);
      },
    ],
    ['was never near it', registered],
    [
      'was withdrawn',
      (log) => {
        matched(log);
        ended(log);
      },
    ],
  ])('that closes is no task of a pledge that %s', (_, tell) => {
    expect(found(told(tell, closes), 'MISSION_CLOSES', '2026-09-02')).toEqual([]);
  });

  it.each([
    ['2026-12-31', '2026-12-31', 'MINUSCA closes on 2026-12-31'],
    ['2027-01-01', '2026-12-31', 'MINUSCA closes on 2026-12-31'],
    ['2027-01-01', '2027-01-01', 'MINUSCA closed on 2026-12-31'],
  ])('that closed is a task until the pledge names it no more: on %s (%s) %s', (today, earliest, said) => {
    const [task] = found(told(selected, closes), 'MISSION_CLOSES', today, earliest);
    expect(task?.todo.split(':')[0]).toBe(said);
  });

  it('that closes is a task of the state whose unit is still there although the pledge was closed in part', () => {
    const inPart = (log: Log): void => {
      deployed(log);
      log.add('one', 'PledgePartiallyFulfilled', {
        pledgeId: id('one'),
        shareDelivered: 50,
        judged: true,
        reason: 'R',
        delivered: [],
        evidence: [],
      });
    };
    expect(found(told(inPart, closes), 'MISSION_CLOSES', '2026-06-02')).toMatchObject([
      { waitsFor: ['MS'], next: [{ command: 'ReportProgress' }] },
    ]);
    expect(found(told(inPart, withoutConsent), 'HOST_CONSENT_MISSING', '2026-07-02')).toMatchObject([
      { waitsFor: ['MISSION'], next: [{ command: 'RepatriateUnit' }] },
    ]);
  });

  it('that closes is a task of the desk for posts and sums, with the posts that are in it', () => {
    const post = (name: string, mission: string) => (log: Log) =>
      void log.add('one', 'ExpertSeconded', {
        pledgeId: id('one'),
        secondmentId: id(name),
        persons: 1,
        post: name,
        mission,
        hostInstitution: null,
        from: '2026-03-01',
        to: '2027-12-31',
      });
    const log = told(
      (one) => {
        registerCourse(one, 'one');
      },
      post('here', 'MINUSCA'),
      post('as people write it', 'minusca '),
      post('there', 'MONUSCO'),
      closes,
    );
    const [task, ...others] = found(log, 'MISSION_CLOSES', '2026-06-02');
    expect(others).toEqual([]);
    expect(task?.waitsFor).toEqual(['MS', 'DESK']);
    const ends = task?.next.filter(({ command }) => command === 'EndSecondment').map(({ href }) => href);
    expect(ends).toEqual([
      expect.stringContaining(id('here')),
      expect.stringContaining(id('as people write it')),
    ]);
  });

  it.each<[string, (log: Log) => void, string[], string[]]>([
    ['matched with it', matched, ['SFGC'], ['ReleaseMatch']],
    ['chosen for it', selected, ['MS', 'FGS'], ['DeclineSelection']],
    ['in it', deployed, ['MISSION'], ['RepatriateUnit']],
  ])(
    'whose host does not consent is a task of who can hold back a unit %s',
    (_, tell, waitsFor, commands) => {
      const [task] = found(told(tell, withoutConsent), 'HOST_CONSENT_MISSING', '2026-07-02');
      expect(new Set(task?.waitsFor)).toEqual(new Set(waitsFor));
      expect(task?.next.map(({ command }) => command)).toEqual(commands);
      expect(task).toMatchObject({ since: '2026-07-01', due: null });
    },
  );

  it('whose host consents again is none', () => {
    const again = (log: Log) =>
      void log.add('MINUSCA', 'HostConsentChanged', {
        code: 'MINUSCA',
        consent: 'GIVEN',
        changedOn: '2026-08-01',
        source: 'S',
      });
    expect(found(told(selected, withoutConsent, again), 'HOST_CONSENT_MISSING', '2026-08-02')).toEqual([]);
  });
});
