/** Accountability page, section 12: posts that are to be filled from a stated day on, in the register and in the report. */
import { posts as report } from '../../reports/posts.report.ts';
import { aLog, id, reader, type Log } from '../../testing/a-log.ts';
import { promise, second } from '../../testing/a-promise-of-posts.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { postsAndWhoHoldsThem } from './posts-and-who-holds-them.ts';

afterEach(closeAll);

describe('a start that the promise states', () => {
  const on = async (
    today: string,
    from: string | null,
    tell: (log: Log) => void = () => undefined,
    said = {},
    count: number | null = 3,
  ) => {
    const log = aLog();
    promise(log, 'one', count, { postsFrom: from, tourMonths: 24, ...said });
    tell(log);
    const context = { ...(await contextOf(log.events, reader)), today };
    const { items } = await postsAndWhoHoldsThem(context, {});
    const { total } = await postsAndWhoHoldsThem(context, { vacant: 'true' });
    const days = { today, latestToday: today, earliestToday: today };
    const [inAll] = await report.make({ ...context, ...days }, {});
    const figureOf = (code: string) => inAll?.figures.find(({ figure }) => figure === code)?.value;
    return {
      item: items[0],
      listed: total === 1,
      figures: ['postsPromised', 'postsVacant', 'postMonthsPromised', 'postMonthsServed'].map(figureOf),
    };
  };
  const amended = (from: string, to: string | null) => (log: Log) =>
    void log.add('one', 'PledgeAmended', {
      pledgeId: id('one'),
      changes: [{ field: 'terms.postsFrom', old: from, new: to }],
      reason: 'The call came',
      source: 'Note verbale 2026/1',
      consentReference: null,
      conversion: null,
    });

  it.each<[string, string, string | null, ((log: Log) => void) | undefined, number, string | null]>([
    ['none', '2025-07-01', null, undefined, 3, null],
    ['the day before', '2025-06-30', '2025-07-01', undefined, 0, '2027-06-30'],
    ['on the day', '2025-07-01', '2025-07-01', undefined, 3, '2027-06-30'],
    ['long after', '2029-07-01', '2025-07-01', undefined, 3, '2027-06-30'],
    ['ahead, and one came before', '2025-07-01', '2026-01-31', (log) => second(log, 'one'), 0, '2028-01-30'],
    [
      'reached, and one came before',
      '2026-01-31',
      '2026-01-31',
      (log) => second(log, 'one'),
      2,
      '2028-01-30',
    ],
    [
      'reached, and all came',
      '2025-07-01',
      '2025-01-01',
      (log) => second(log, 'one', { persons: 3 }),
      0,
      '2026-12-31',
    ],
    [
      'amended to an earlier day',
      '2025-07-01',
      '2026-01-01',
      amended('2026-01-01', '2025-07-01'),
      3,
      '2027-06-30',
    ],
    [
      'amended to a later day',
      '2025-07-01',
      '2025-01-01',
      amended('2025-01-01', '2026-01-01'),
      0,
      '2027-12-31',
    ],
    ['taken back', '2025-07-01', '2026-01-01', amended('2026-01-01', null), 3, null],
  ])('%s: on %s of %s', async (_, today, from, tell, vacant, postsUntil) => {
    const { item, listed, figures } = await on(today, from, tell);
    expect(item).toMatchObject({ promised: 3, vacant, postsUntil, open: 3 - (item?.filled ?? 0) });
    expect(listed).toBe(vacant > 0);
    expect(figures.slice(0, 3)).toEqual([3, vacant, 72]);
  });

  it('months are served by who is there, whenever the posts were to be filled', async () => {
    const { item, figures } = await on('2025-07-01', '2026-01-01', (log) => second(log, 'one'));
    expect(item).toMatchObject({ startsOn: '2025-01-01', postsFrom: '2026-01-01', postMonthsServed: 6 });
    expect(figures.at(-1)).toBe(6);
  });

  it('without months says no last day, and without a number no vacancy', async () => {
    expect((await on('2025-07-01', '2025-01-01', undefined, { tourMonths: null })).item).toMatchObject({
      postsUntil: null,
      vacant: 3,
    });
    expect((await on('2025-07-01', '2026-01-01', undefined, {}, null)).item).toMatchObject({
      open: null,
      vacant: null,
      postsFrom: '2026-01-01',
    });
  });
});
