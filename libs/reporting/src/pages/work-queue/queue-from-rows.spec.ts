/**
 * A queue of today is read from rows that were written when something happened, with the days on which they hold. The oracle asks
 * every pledge on the day itself, as a queue of the past does. Decision 51.
 */
import fc from 'fast-check';
import { addDays, type Caller } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge as decider } from '@pledgeline/pledge';
import { choices, historyTo, streamOf, walk } from '@pledgeline/pledge/testing';
import { queryContexts } from '../../read-models/query-contexts.ts';
import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { announce } from '../../testing/a-pledge.ts';
import { missionsInDoubt, visitsAndMergers } from '../../testing/around-a-queue.ts';
import { plans, STATES, tell } from '../../testing/random-lives.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { views as definitions } from '../../views.ts';
import { TASK_LIST } from '../../views/tasks/task-list.view.ts';
import { workQueue } from './work-queue.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';

afterEach(closeAll);

const partnerOf = (state: string): Caller => ({ subject: 'partner', role: 'PARTNER', state });
const CALLERS: readonly Caller[] = [
  desk,
  { subject: 'body', role: 'IMPL', state: null },
  ...[...STATES, 'KOR'].map(focalPointOf),
  ...['KOR', 'RWA', 'SRB'].map(partnerOf),
];

type Opened = Awaited<ReturnType<typeof openInMemory>>;

/** Both ways to the same queue; nobody acts in the past, so its tasks come without commands. */
const bothWays = ({ contexts }: Opened, caller: Caller, asked: Partial<WorkQueueRequest>, days: Days) =>
  contexts.ask({}, caller, async (context) => {
    const queueOf = async (isPast: boolean) => {
      const { today, earliest } = days;
      const queue = await workQueue(
        { ...context, isPast },
        { limit: 200, ...asked },
        caller,
        today,
        earliest,
      );
      const { items, total, counts } = queue;
      return { items: items.map(({ next: _, ...item }) => item), total, counts };
    };
    return { rows: await queueOf(false), walk: await queueOf(true) };
  });

interface Days {
  readonly today: string;
  readonly earliest: string;
}

/** Days around which lives of tests turn, and some long after, at either half of the day. */
const days = fc
  .record({ n: fc.integer({ min: -40, max: 1500 }), isOver: fc.boolean() })
  .map(({ n, isOver }): Days => {
    const today = addDays('2026-01-15', n);
    return { today, earliest: isOver ? today : addDays(today, -1) };
  });

const mustAgree = async (opened: Opened, on: readonly Days[], asked: Partial<WorkQueueRequest> = {}) => {
  let seen = 0;
  for (const day of on) {
    for (const caller of CALLERS) {
      const { rows, walk } = await bothWays(opened, caller, asked, day);
      expect({ caller, ...day, ...rows }).toEqual({ caller, ...day, ...walk });
      seen += rows.items.length;
    }
  }
  return seen;
};

const openedWith = async (events: readonly RecordedEvent[], batch = 1): Promise<Opened> => {
  const opened = await openInMemory();
  // One by one, as they come, so that what was written before is put right by what came later.
  for (let n = 0; n < events.length; n += batch) await opened.readModels.handle(events.slice(n, n + batch));
  return opened;
};

/** As it went, of one pledge through all of its commands. */
const lived = (taken: Parameters<typeof walk>[0]): readonly RecordedEvent[] =>
  walk(taken, ({ command, pledge }) => {
    try {
      return command === undefined ? [] : decider.decide(command, pledge);
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  });

const inItsStream = (life: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const [first] = life;
  const { pledgeId } = (first?.data ?? {}) as { readonly pledgeId: string };
  return life.map((event, revision) => ({ ...event, stream: `pledge-${pledgeId}`, revision }));
};

const mixed = (one: readonly RecordedEvent[], other: readonly RecordedEvent[], at: number) => [
  ...one.slice(0, at),
  ...other,
  ...one.slice(at),
];

it('is the queue that all pledges give on the day, for every reader, whatever one of them lived through', async () => {
  let seen = 0;
  const check = async (life: readonly RecordedEvent[], at: number, on: readonly Days[], batch: number) => {
    if (life.length === 0) return;
    const log = aLog();
    missionsInDoubt(log);
    const opened = await openedWith(mixed(inItsStream(life), log.events, at), batch);
    seen += await mustAgree(opened, on);
    await closeAll();
  };
  await fc.assert(
    fc.asyncProperty(
      choices,
      fc.nat(30),
      fc.array(days, { minLength: 2, maxLength: 2 }),
      fc.integer({ min: 1, max: 7 }),
      (taken, at, on, batch) => check(lived(taken), at, on, batch),
    ),
    { numRuns: 5 },
  );
  for (const status of ['PLANNED', 'IN_PROGRESS', 'MATCHED', 'DEPLOYED', 'LAPSED'] as const) {
    const on = fc.sample(days, 2);
    await check(streamOf(historyTo[status] ?? []), 2, on, 1);
  }
  expect(seen).toBeGreaterThan(0);
});

it('is the same of many pledges, with visits and mergers around them, under every filter', () =>
  fc.assert(
    fc.asyncProperty(plans, fc.array(days, { minLength: 1, maxLength: 2 }), async (planned, on) => {
      const log = aLog();
      for (const [n, plan] of planned.entries()) tell(log, `pledge ${n}`, plan);
      visitsAndMergers(log);
      const opened = await openedWith(log.events, 3);
      for (const asked of FILTERS) await mustAgree(opened, on, asked);
      for (const assignee of ['officer.a', 'officer.b']) {
        const { rows, walk } = await bothWays(opened, desk, { assignee }, on[0] ?? FIRST);
        expect(rows).toEqual(walk);
      }
      await closeAll();
    }),
    { numRuns: 2 },
  ));

it('counts the same at any time of a history, under clocks that go on and back, after rebuilds and restarts', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(plans, fc.array(look, { minLength: 12, maxLength: 12 }), async (planned, looks) => {
      const log = aLog();
      for (const [n, plan] of planned.entries()) tell(log, `pledge ${n}`, plan);
      visitsAndMergers(log);
      moved(log);
      const opened = await openInMemory();
      await append(opened.store, log.events);
      const events = await opened.store.readAll();
      const size = Math.ceil(events.length / looks.length);
      let contexts = opened.contexts;
      for (const [n, { does, on, filters, callers }] of looks.entries()) {
        if (does === 'restart') contexts = contextsOver(opened);
        if (does === 'rebuild') await putRight(opened);
        await opened.readModels.handle(events.slice(n * size, (n + 1) * size));
        for (const asked of filters) {
          for (const caller of callers) {
            const { rows, walk } = await bothWays({ ...opened, contexts }, caller, asked, on);
            expect({ caller, asked, ...on, ...rows }).toEqual({ caller, asked, ...on, ...walk });
            seen += rows.total;
          }
        }
      }
      await closeAll();
    }),
    { numRuns: 8 },
  );
  expect(seen).toBeGreaterThan(0);
});

/** It was announced at another conference than was said at first. */
const moved = (log: Log): void => {
  const [said, is] = ['2021-seoul', '2015-new-york'];
  const announced = announce(log, 'moved', { conference: said, reference: `${said}/BGD/moved` });
  log.add('moved', 'EventCorrected', {
    ...{ pledgeId: id('moved'), correctionId: id('correction'), reason: 'r' },
    ...{ corrects: announced.id, correctedType: announced.type },
    changes: [{ field: 'conference', old: said, new: is }],
  });
};

/** Nothing of what another process kept. */
const contextsOver = ({ store, views }: Opened): Opened['contexts'] => {
  const openScratch = () => Promise.reject(new Error('no past is asked for'));
  return queryContexts(definitions, views, { store, openScratch, clock: () => '2026-11-23T09:00:00.000Z' });
};

/** Tasks are lost and made up before, and there again afterwards. */
const putRight = async ({ views, readModels }: Opened): Promise<void> => {
  const tasks = await views.find(TASK_LIST);
  const lost = tasks.filter((_, n) => n % 3 === 0).map(({ key }) => ({ view: TASK_LIST, key, row: null }));
  const madeUp = tasks.slice(0, 2).map(({ key, row }) => ({ view: TASK_LIST, key: `${key} more`, row }));
  await views.apply({ rows: [...lost, ...madeUp], revisions: new Map() });
  await readModels.rebuild();
};

const FIRST: Days = { today: '2027-03-01', earliest: '2027-03-01' };

const FILTERS: readonly Partial<WorkQueueRequest>[] = [
  {},
  { kind: ['SILENT', 'VISIT_TO_SCHEDULE'] },
  { role: 'SFGC' },
  { overdue: 'true' },
  { overdue: 'false', kind: 'SILENT' },
  { memberState: ['BGD', 'RWA'], role: ['MS'] },
  { conference: '2021-seoul' },
  { category: 'UNIT', q: 'battalion' },
];

const look = fc.record({
  does: fc.constantFrom('nothing', 'nothing', 'nothing', 'restart', 'rebuild'),
  on: fc.oneof(days, fc.constant(FIRST)),
  filters: fc.subarray([...FILTERS, { conference: 'none' }, { conference: '2015-new-york' }], {
    minLength: 2,
    maxLength: 4,
  }),
  callers: fc.subarray([...CALLERS], { minLength: 1, maxLength: 3 }),
});
