/**
 * What is over is over all over the world: accountability page, section 5. A day ends last at UTC-12, at noon of the next day
 * in UTC; until then nothing of it is overdue, and nobody is kept from what he may still do.
 */
import fc from 'fast-check';
import type { Caller } from '@pledgeline/contracts';
import { getPledge } from '../pledge/pledge-page.ts';
import type { PledgePage } from '../pledge/pledge.schema.ts';
import { openReadModels } from '../../read-models/read-models.ts';
import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { views as definitions } from '../../views.ts';
import { acknowledge, announce, noteAav, register } from '../../testing/a-pledge.ts';
import { conductVisit, recordOutcome, scheduleVisit } from '../../testing/around-a-pledge.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../../testing/read-models-of.ts';
import { getWorkQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.schema.ts';

afterEach(closeAll);

/** Stands until 20 January 2027, and with its grace until 19 February. */
const registered = (log: Log): void => {
  announce(log, 'one');
  acknowledge(log, 'one', '2026-01-05');
  register(log, 'one', '2026-01-20');
};
/** Can be revived until 19 February 2028. */
const lapsed = (log: Log): void => {
  registered(log);
  const data = { pledgeId: id('one'), dueOn: '2027-02-19', endedMatches: [] };
  log.add('one', 'PledgeLapsed', data, { on: '2027-02-20' });
};
/** What the visit found counts until 4 June 2026. */
const visited = (log: Log): void => {
  registered(log);
  scheduleVisit(log, 'visit', ['one']);
  conductVisit(log, 'visit');
  recordOutcome(log, 'visit', ['one']);
  noteAav(log, 'one', '2026-03-04', '2026-06-04');
};

const RECORDED_AT = '2026-04-01T00:00:00.000Z';

/** A server whose clock the test sets. */
const opened = async (tell: (log: Log) => void) => {
  let now = '';
  const { store, readModels } = await openInMemory({ clock: () => now });
  const log = aLog();
  tell(log);
  now = RECORDED_AT;
  await append(store, log.events);
  await readModels.handle(await store.readAll({ limit: 100 }));
  return {
    tasks: async (at: string, asOf?: string): Promise<WorkQueue['items']> => {
      now = new Date(at).toISOString();
      const asked = { ...(asOf !== undefined && { asOf }) };
      return (contentOf(await readModels.ask(getWorkQueue, asked, askedBy(desk))) as WorkQueue).items;
    },
    commands: async (at: string, caller: Caller): Promise<readonly string[]> => {
      now = new Date(at).toISOString();
      const page = await readModels.ask(getPledge, { pledgeId: id('one') }, askedBy(caller));
      return (contentOf(page) as PledgePage).commands.map(({ command }) => command);
    },
  };
};

it.each([
  ['2027-01-20T23:59Z', undefined, false],
  ['2027-01-21T00:00Z', undefined, false],
  ['2027-01-21T11:59Z', undefined, false],
  ['2027-01-21T12:00Z', undefined, true],
  ['2027-01-21T11:59Z', '2027-01-21', false],
  ['2027-01-21T12:00Z', '2027-01-21', true],
  ['2027-02-01T00:00Z', '2027-01-20', false],
  ['2027-02-01T00:00Z', '2027-01-21', true],
])('what was due on 20 January, asked at %s as of %s, is overdue: %s', async (at, asOf, overdue) => {
  const { tasks } = await opened(registered);
  const renewals = (await tasks(at, asOf)).filter(({ kind }) => kind === 'RENEWAL_DUE');
  expect(renewals).toMatchObject([{ due: '2027-01-20', overdue }]);
});

it('at any hour overdue is what was due before the day where it ends last', async () => {
  const { tasks } = await opened(registered);
  const hour = fc
    .integer({ min: 0, max: 24 * 50 })
    .map((hours) => Date.parse('2026-12-31') + hours * 3_600_000);
  await fc.assert(
    fc.asyncProperty(hour, async (ms) => {
      const dayInBakerIsland = new Date(ms - 12 * 3_600_000).toISOString().slice(0, 10);
      for (const { due, overdue } of await tasks(new Date(ms).toISOString()))
        expect(overdue).toBe(due !== null && due < dayInBakerIsland);
    }),
    { numRuns: 50 },
  );
});

it.each([
  ['2027-02-20T11:59Z', true],
  ['2027-02-20T12:00Z', false],
])('at %s the renewal, whose grace ended on 19 February, is still asked for: %s', async (at, asked) => {
  const { tasks } = await opened(registered);
  expect((await tasks(at)).some(({ kind }) => kind === 'RENEWAL_DUE')).toBe(asked);
});

it.each([
  ['2028-02-20T11:59Z', true],
  ['2028-02-20T12:00Z', false],
])(
  'at %s the page of a pledge that could be revived until 19 February offers that: %s',
  async (at, offered) => {
    const { commands } = await opened(lapsed);
    expect((await commands(at, focalPointOf('BGD'))).includes('RenewPledge')).toBe(offered);
  },
);

it.each([
  ['2026-06-04T23:59Z', 'LEVEL_TO_ATTAIN'],
  ['2026-06-05T00:00Z', 'VISIT_TO_SCHEDULE'],
])('acts are judged by their own day: at %s the queue has %s', async (at, kind) => {
  const { tasks } = await opened(visited);
  expect((await tasks(at)).map((task) => task.kind)).toEqual([kind]);
});

it('an answer is kept no longer than its days: at midnight, at ten and at noon, another is made', async () => {
  const versions: (string | null)[] = [];
  let now = '';
  const { store, views } = await openInMemory();
  const readModels = await openReadModels({
    definitions,
    store,
    openViews: () => Promise.resolve(views),
    clock: () => now,
    answers: {
      ask: ({ version }) => {
        versions.push(version);
        return Promise.reject(new Error('not of interest'));
      },
      stream: () => Promise.reject(new Error('nothing is exported')),
    },
  });
  const times = ['20T23:59Z', '21T00:00Z', '21T09:59Z', '21T10:00Z', '21T11:59Z', '21T12:00Z', '21T23:59Z'];
  for (const time of times) {
    now = new Date(`2027-01-${time}`).toISOString();
    await expect(readModels.ask(getWorkQueue, {}, askedBy(desk))).rejects.toThrow('not of interest');
  }
  const [before, night, dawn, ten, morning, noon, evening] = versions;
  expect([dawn, morning, evening]).toEqual([night, ten, noon]);
  expect(new Set([before, night, ten, noon]).size).toBe(4);
});
