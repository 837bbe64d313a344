/** Long because every kind of task stands in it once. */
import type { Caller } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import {
  acknowledge,
  announce,
  attainL2,
  deploy,
  document,
  match,
  noteAav,
  passPdv,
  register,
  select,
  signMou,
  withdraw,
} from '../../testing/a-pledge.ts';
import { conductVisit, recordOutcome, scheduleVisit } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { workQueue } from './work-queue.ts';

afterEach(closeAll);

const sfgc: Caller = { ...desk, role: 'SFGC' };

const queue = async (
  tell: (log: Log) => void,
  today: string,
  filters: Parameters<typeof workQueue>[1] = {},
  caller: Caller = desk,
  earliest = today,
) => {
  const log = aLog();
  tell(log);
  return workQueue(await contextOf(log.events), filters, caller, today, earliest);
};
const kinds = async (tell: (log: Log) => void, today = '2026-02-01') =>
  (await queue(tell, today)).items.map(({ kind }) => kind);

const registered = (log: Log) => {
  announce(log, 'one');
  acknowledge(log, 'one', '2026-01-05');
  register(log, 'one', '2026-01-20');
};
const ask = (log: Log, blocking: boolean) =>
  log.add(
    'one',
    'ClarificationRequested',
    {
      pledgeId: id('one'),
      clarificationId: 'c1',
      question: 'How many?',
      field: null,
      dueOn: '2026-02-15',
      blocking,
    },
    { on: '2026-01-10' },
  );

describe('a pledge waits', () => {
  it('for its acknowledgement', async () => {
    const { items } = await queue((log) => announce(log, 'one'), '2026-02-01');
    expect(items).toEqual([
      {
        taskId: derivedId('task', id('one'), 'ACKNOWLEDGEMENT', ''),
        pledgeId: id('one'),
        reference: 'none/BGD/INF-BN-one',
        memberState: 'BGD',
        memberStateName: 'Bangladesh',
        conference: null,
        category: 'UNIT',
        description: 'An infantry battalion',
        kind: 'ACKNOWLEDGEMENT',
        waitsFor: ['DESK', 'SFGC'],
        states: [],
        since: '2026-01-01',
        due: null,
        overdue: false,
        todo: 'Tell the state that the pledge was received.',
        says: [{ code: 'ACKNOWLEDGE', values: {} }],
        next: [
          { command: 'AcknowledgePledge', method: 'POST', href: `/pledges/${id('one')}/acknowledgement` },
        ],
        about: null,
        assignee: null,
        blockedBy: null,
      },
    ]);
  });

  it('for documents, by name, until all of Level 1 are there', async () => {
    const acknowledged = (log: Log) => {
      announce(log, 'one');
      acknowledge(log, 'one', '2026-01-05');
      document(log, 'one', 'NOTE_VERBALE', '2026-01-06');
    };
    const { items } = await queue(acknowledged, '2026-02-01');
    expect(items).toMatchObject([{ kind: 'DOCUMENTS_MISSING', since: '2026-01-05' }]);
    expect(items[0]?.todo).toContain('TABLE_OF_ORGANIZATION, MAJOR_EQUIPMENT, SELF_SUSTAINMENT');
    const documents = ['TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'];
    expect(items[0]?.says).toEqual([{ code: 'SEND_DOCUMENTS', values: { documents } }]);
    const complete = (log: Log) => {
      acknowledged(log);
      for (const kind of ['TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'] as const) {
        document(log, 'one', kind, '2026-01-07');
      }
    };
    expect((await queue(complete, '2026-02-01')).items).toMatchObject([
      { kind: 'REGISTRATION', waitsFor: ['SFGC'] },
    ]);
  });

  it('for its registration by the desk when it is no capability: no documents are asked for', async () => {
    const money = (log: Log) => {
      announce(log, 'one', { category: 'FINANCE', capabilityCode: 'FIN-RCO' });
      acknowledge(log, 'one', '2026-01-05');
    };
    expect((await queue(money, '2026-02-01')).items).toMatchObject([
      { kind: 'REGISTRATION', waitsFor: ['DESK'] },
    ]);
  });

  it('for an answer of the state; a blocking question holds up the registration', async () => {
    const asked = (blocking: boolean) => (log: Log) => {
      announce(log, 'one', { category: 'FINANCE', capabilityCode: 'FIN-RCO' });
      acknowledge(log, 'one', '2026-01-05');
      ask(log, blocking);
    };
    expect(await kinds(asked(false))).toEqual(['CLARIFICATION_OPEN', 'REGISTRATION']);
    const { items } = await queue(asked(true), '2026-02-16');
    expect(items).toMatchObject([
      { kind: 'CLARIFICATION_OPEN', waitsFor: ['MS'], since: '2026-01-10', due: '2026-02-15', overdue: true },
    ]);
    expect(items[0]?.next).toEqual([]);
    const theirs = (await queue(asked(true), '2026-02-16', {}, focalPointOf('BGD'))).items[0];
    expect(theirs?.next[0]?.href).toBe(`/pledges/${id('one')}/clarifications/c1/answer`);
  });

  it('for a visit to be scheduled, held, and its outcome recorded', async () => {
    expect(await kinds(registered)).toEqual(['VISIT_TO_SCHEDULE']);
    const scheduled = (log: Log) => {
      registered(log);
      scheduleVisit(log, 'visit', ['one']);
    };
    expect(await kinds(scheduled, '2026-02-28')).toEqual([]);
    const { items } = await queue(scheduled, '2026-03-06', {}, sfgc);
    expect(items).toMatchObject([{ kind: 'VISIT_TO_CONDUCT', due: '2026-03-05', overdue: true }]);
    expect(items[0]?.next[0]?.href).toBe(`/visits/${id('visit')}/conduct`);
    const conducted = (log: Log) => {
      scheduled(log);
      conductVisit(log, 'visit');
    };
    expect(await kinds(conducted, '2026-03-06')).toEqual(['VISIT_OUTCOME_TO_RECORD']);
  });

  it('for the level that the visit carries; when the visit has expired, for another one', async () => {
    const visited = (log: Log) => {
      registered(log);
      scheduleVisit(log, 'visit', ['one']);
      conductVisit(log, 'visit');
      recordOutcome(log, 'visit', ['one']);
      noteAav(log, 'one', '2026-03-04', '2026-06-04');
    };
    expect(await kinds(visited, '2026-04-01')).toEqual(['LEVEL_TO_ATTAIN']);
    expect(await kinds(visited, '2026-06-05')).toEqual(['VISIT_TO_SCHEDULE']);
    const attained = (log: Log) => (visited(log), attainL2(log, 'one', '2026-03-10'));
    expect(await kinds(attained, '2026-04-01')).toEqual(['LEVEL_ENDS']);
    const again = (log: Log) => (
      attained(log),
      scheduleVisit(log, 'other visit', ['one'], { from: '2026-05-01' })
    );
    expect(await kinds(again, '2026-04-01')).toEqual([]);
  });

  it('for its renewal, from 30 days before the end to the end of the grace', async () => {
    const renewals = async (today: string) =>
      (await kinds(registered, today)).filter((kind) => kind === 'RENEWAL_DUE');
    expect(await renewals('2026-12-20')).toEqual([]);
    expect(await renewals('2026-12-21')).toEqual(['RENEWAL_DUE']);
    expect(await renewals('2027-02-19')).toEqual(['RENEWAL_DUE']);
    expect(await renewals('2027-02-20')).toEqual([]);
    const { items } = await queue(registered, '2027-01-21', { kind: 'RENEWAL_DUE' });
    expect(items).toMatchObject([
      { waitsFor: ['MS'], since: '2026-12-21', due: '2027-01-20', overdue: true },
    ]);
  });

  it('for its revival once it lapsed', async () => {
    const lapsed = (log: Log) => {
      registered(log);
      const data = { pledgeId: id('one'), dueOn: '2027-02-19', endedMatches: [] };
      log.add('one', 'PledgeLapsed', data, { on: '2027-02-20' });
    };
    expect(await kinds(lapsed, '2027-03-01')).toEqual(['REVIVAL_ENDS']);
  });

  it('for the decision on its match; at Level 1 it says what is in the way', async () => {
    const matched = (log: Log) => {
      registered(log);
      match(log, 'gap', 'one', '2026-01-25');
    };
    const decision = async (tell: (log: Log) => void, caller: Caller) =>
      (await queue(tell, '2026-04-01', { kind: 'MATCH_TO_DECIDE' }, caller)).items;
    expect(await decision(matched, sfgc)).toMatchObject([
      { waitsFor: ['SFGC'], blockedBy: 'AAV_MISSING', next: [{ command: 'ReleaseMatch' }] },
    ]);
    const ready = (log: Log) => {
      matched(log);
      noteAav(log, 'one', '2026-03-04', '2028-03-04');
      attainL2(log, 'one', '2026-03-10');
    };
    for (const [caller, command] of [
      [sfgc, 'ReleaseMatch'],
      [{ ...desk, role: 'FGS' }, 'SelectUnit'],
    ] as const)
      expect(await decision(ready, caller)).toMatchObject([
        { waitsFor: ['FGS', 'SFGC'], blockedBy: null, next: [{ command }] },
      ]);
    for (const caller of [desk, { ...desk, role: 'PD' } as const])
      expect(await decision(ready, caller)).toMatchObject([{ waitsFor: ['FGS', 'SFGC'], next: [] }]);
  });

  it('for each step from its selection to its end', async () => {
    const selected = (log: Log) => {
      registered(log);
      match(log, 'gap', 'one', '2026-01-25');
      select(log, 'gap', 'one', '2026-01-26');
    };
    const signed = (log: Log) => (selected(log), signMou(log, 'one', '2026-01-27', '2026-12-31'));
    const passed = (log: Log) => (signed(log), passPdv(log, 'one', '2026-01-28'));
    const deployed = (log: Log) => (passed(log), deploy(log, 'one', '2026-01-29'));
    expect(await kinds(selected)).toEqual(['MOU_TO_SIGN']);
    expect(await kinds(signed)).toEqual(['PDV_TO_CONDUCT']);
    expect(await kinds(passed)).toEqual(['DEPLOYMENT_TO_REPORT']);
    expect(await kinds(deployed)).toEqual([]);
    expect(await kinds(deployed, '2027-01-01')).toEqual(['FULFILMENT_TO_DECIDE']);
  });

  it('for a word of its state, after twelve months of silence by business date', async () => {
    const silent = async (today: string, tell = registered) =>
      (await queue(tell, today, { kind: 'SILENT' }, focalPointOf('BGD'))).items;
    expect(await silent('2026-12-31')).toEqual([]);
    const [task] = await silent('2027-01-01');
    expect(task).toMatchObject({
      since: '2026-01-01',
      due: '2027-01-01',
      waitsFor: expect.arrayContaining(['MS']),
    });
    expect(task?.next.map(({ command }) => command)).toEqual(['ReportProgress']);
    const [forDesk] = (await queue(registered, '2027-01-01', { kind: 'SILENT' })).items;
    expect(forDesk?.next.map(({ command }) => command)).toEqual(['RequestClarification']);
    const spoken = (log: Log) => {
      registered(log);
      log.add(
        'one',
        'ProgressReported',
        { pledgeId: id('one') },
        { on: '2026-06-01', role: 'MS', state: 'BGD' },
      );
    };
    expect(await silent('2027-05-31', spoken)).toEqual([]);
    expect(await silent('2027-06-01', spoken)).toHaveLength(1);
  });

  it.each([
    ['before a question', null, '2027-03-01', '2027-03-01', true],
    ['while it may be answered in time', '2027-03-01', '2027-02-01', '2027-02-01', false],
    ['on its last day', '2027-03-01', '2027-03-01', '2027-03-01', false],
    ['while that day lasts somewhere', '2027-03-01', '2027-03-02', '2027-03-01', false],
    ['once it is late', '2027-03-01', '2027-03-02', '2027-03-02', true],
  ] as const)('silence asks the desk for a question %s', async (_, dueOn, today, earliest, isForDesk) => {
    const tell = (log: Log) => {
      registered(log);
      if (dueOn === null) return;
      const data = { pledgeId: id('one'), clarificationId: 'c1', question: 'How many?', field: null };
      log.add('one', 'ClarificationRequested', { ...data, dueOn, blocking: false }, { on: '2027-01-15' });
    };
    const asked = async (role: string, caller: Caller) =>
      (await queue(tell, today, { kind: 'SILENT', role }, caller, earliest)).items;
    expect(await asked('DESK', desk)).toHaveLength(isForDesk ? 1 : 0);
    expect(await asked('MS', focalPointOf('BGD'))).toHaveLength(1);
  });

  it('for nothing once it has ended', async () => {
    expect(
      await kinds((log) => (announce(log, 'one'), withdraw(log, 'one', '2026-01-10')), '2028-01-01'),
    ).toEqual([]);
  });
});

describe('the queue', () => {
  const many = (log: Log) => {
    for (let n = 0; n < 9; n += 1) {
      const name = `p${n}`;
      announce(
        log,
        name,
        { reference: name, memberState: n % 3 === 0 ? 'RWA' : 'BGD' },
        { on: `2025-0${9 - n}-01` },
      );
      if (n % 2 === 0) acknowledge(log, name, `2025-1${n % 3}-01`);
    }
  };

  it('begins with the earliest due and ends with what has no date, the oldest first', async () => {
    const { items, total } = await queue(many, '2027-01-01', { limit: 200 });
    expect(total).toBe(items.length);
    const order = items.map(({ due, since }) => `${due ?? '9999-12-31'} ${since}`);
    expect(order).toEqual([...order].sort());
  });

  it('walked page by page it is the same', async () => {
    const log = aLog();
    many(log);
    const context = await contextOf(log.events);
    const whole = await workQueue(context, { limit: 200 }, desk, '2027-01-01');
    const walked: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await workQueue(context, { limit: 2, ...(cursor && { cursor }) }, desk, '2027-01-01');
      walked.push(...page.items);
      cursor = page.next;
      expect(page.total).toBe(whole.total);
    }
    expect(walked).toEqual(whole.items);
  });

  it('can be read for a role, a kind and a state', async () => {
    const states = async (filters: Parameters<typeof workQueue>[1]) =>
      (await queue(many, '2026-01-01', filters)).items.map(
        ({ memberState, kind }) => `${memberState} ${kind}`,
      );
    expect(await states({ memberState: 'Rwanda', kind: 'ACKNOWLEDGEMENT' })).toEqual(['RWA ACKNOWLEDGEMENT']);
    expect(await states({ role: 'DOS', kind: 'ACKNOWLEDGEMENT' })).toEqual([]);
    expect(new Set(await states({ kind: 'DOCUMENTS_MISSING' }))).toEqual(
      new Set(['RWA DOCUMENTS_MISSING', 'BGD DOCUMENTS_MISSING']),
    );
  });

  it('shows a state what concerns its own pledges, and the public nothing', async () => {
    const { items } = await queue(many, '2026-01-01', {}, focalPointOf('RWA'));
    expect(new Set(items.map(({ memberState }) => memberState))).toEqual(new Set(['RWA']));
    expect((await queue(many, '2026-01-01', { memberState: 'BGD' }, focalPointOf('RWA'))).items).toEqual([]);
    await expect(queue(many, '2026-01-01', {}, reader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
