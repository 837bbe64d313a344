/** Accountability page, section 12: posts promised, filled, open, and the months served in them. */
import { posts as report } from '../../reports/posts.report.ts';
import { aLog, reader, type Log } from '../../testing/a-log.ts';
import { promise, second } from '../../testing/a-promise-of-posts.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { postsAndWhoHoldsThem } from './posts-and-who-holds-them.ts';

afterEach(closeAll);

const register = async (tell: (log: Log) => void, filters: object = {}) => {
  const log = aLog();
  tell(log);
  const context = { ...(await contextOf(log.events, reader)), today: '2025-07-01' };
  return postsAndWhoHoldsThem(context, filters);
};

const three = (log: Log): void => {
  promise(log, 'three', 3, { mission: 'Minusca', post: 'Planner', tourMonths: 24 });
  second(log, 'three');
};

it('3 planners promised, 1 sent: 2 are open, and 6 of 72 post-months are served', async () => {
  const { items } = await register(three);
  expect(items).toMatchObject([
    {
      title: 'Planner',
      mission: 'MINUSCA',
      startsOn: '2025-01-01',
      monthsPromised: 24,
      promised: 3,
      filled: 1,
      open: 2,
      held: 1,
      postMonthsPromised: 72,
      postMonthsServed: 6,
      posts: [{ title: 'Planner', mission: 'MINUSCA', persons: 1, monthsServed: 6, state: 'HELD' }],
    },
  ]);
});

it.each<[string, number | null, (log: Log) => void, object]>([
  ['nobody', 3, () => undefined, { filled: 0, open: 3, held: 0, startsOn: null, postMonthsServed: 0 }],
  ['a batch of 12', 12, (log) => second(log, 'one', { persons: 12 }), { filled: 12, open: 0, held: 12 }],
  [
    'more than promised',
    1,
    (log) => second(log, 'one', { persons: 3, beyondPledge: true }),
    { filled: 3, open: 0 },
  ],
  [
    'who comes later',
    1,
    (log) => second(log, 'one', { from: '2025-10-01' }),
    { filled: 1, open: 0, held: 0, postMonthsServed: 0 },
  ],
  [
    'no number',
    null,
    (log) => second(log, 'one'),
    { promised: null, open: null, filled: 1, postMonthsPromised: null },
  ],
])('of %s', async (_, count, tell, expected) => {
  const { items } = await register((log) => {
    promise(log, 'one', count, null);
    tell(log);
  });
  expect(items).toMatchObject([expected]);
});

it('is filtered by mission in any words, by state and by what is open', async () => {
  const tell = (log: Log): void => {
    three(log);
    promise(log, 'full', 1, { mission: 'UNMISS' }, 'SWE');
    second(log, 'full', { mission: 'UNMISS' });
    promise(log, 'elsewhere', 1, null, 'SWE');
  };
  const found = async (filters: object) =>
    (await register(tell, filters)).items.map(({ reference }) => reference.split('/').at(-1));
  expect(await found({})).toEqual(['three', 'elsewhere', 'full']);
  expect(await found({ mission: 'MINUSCA' })).toEqual(['three']);
  expect(await found({ mission: 'UNMISS' })).toEqual(['full']);
  expect(await found({ vacant: 'true' })).toEqual(['three', 'elsewhere']);
  expect(await found({ vacant: 'false', memberState: 'Sweden' })).toEqual(['full']);
  const first = await register(tell, { limit: 2 });
  expect([first.items.length, first.total]).toEqual([2, 3]);
  expect((await register(tell, { limit: 2, cursor: first.next })).items).toHaveLength(1);
});

describe('the report', () => {
  const figures = async (tell: (log: Log) => void, code: string, by?: string) => {
    const log = aLog();
    tell(log);
    const today = '2025-07-01';
    const context = await contextOf(log.events, reader);
    const days = { today, latestToday: today, earliestToday: today };
    const groups = await report.make({ ...context, ...days }, by === undefined ? {} : { by });
    const group = groups.find((one) => one.code === code);
    return Object.fromEntries(group?.figures.map(({ figure, value }) => [figure, value]) ?? []);
  };

  it('has what is promised with the mission of the promise, and tours where they are', async () => {
    const tell = (log: Log): void => {
      three(log);
      second(log, 'three', { mission: 'UNMISS', persons: 1 });
    };
    expect(await figures(tell, 'MINUSCA', 'mission')).toMatchObject({
      postsPromised: 3,
      postsFilled: 1,
      postsVacant: 1,
      seconded: 1,
      postMonthsPromised: 72,
      postMonthsServed: 6,
    });
    expect(await figures(tell, 'UNMISS', 'mission')).toMatchObject({
      postsPromised: null,
      postsFilled: 1,
      postsVacant: null,
      postMonthsServed: 6,
    });
    expect(await figures(tell, 'all', 'mission')).toMatchObject({
      postsPromised: 3,
      postsFilled: 2,
      seconded: 2,
    });
  });

  it('what names no mission is in a group of its own', async () =>
    expect(await figures((log) => promise(log, 'one', 2, null), 'none', 'mission')).toMatchObject({
      postsVacant: 2,
    }));

  it.each([
    ['24 months promised and 6 served', '2025-01-01', 0],
    ['12 months served', '2024-07-01', 0],
    ['13 months served', '2024-06-01', 1],
  ])('%s: %s long tours', async (_, from, long) => {
    const tell = (log: Log): void => {
      promise(log, 'one', 1, { tourMonths: 24 });
      second(log, 'one', { from, to: '2026-12-31' });
    };
    expect(await figures(tell, 'all')).toMatchObject({ toursServedAbove12Months: long });
  });
});
