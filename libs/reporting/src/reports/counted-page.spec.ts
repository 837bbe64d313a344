/** found.md, C2: a report shows a look at what its figures count, and all of it is read in pages. */
import fc from 'fast-check';
import { aLog, desk, type Log } from '../testing/a-log.ts';
import { acknowledge, announce, withdraw } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { countedPage, type AskedCounted } from './counted-page.ts';
import { answeredReport, askedReport } from './report-answer.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const SHOWN = 20;

/** More of several states and kinds than a report shows. */
const many = (log: Log): void => {
  for (let n = 0; n < 53; n += 1) {
    const name = `n${n}`;
    const memberState = ['RWA', 'BGD', 'URY'][n % 3] ?? 'RWA';
    announce(log, name, { memberState, conference: n % 2 === 0 ? '2021-seoul' : '2019-new-york' });
    if (n % 4 === 0) acknowledge(log, name, '2026-02-01');
    if (n % 8 === 0) withdraw(log, name, '2026-03-01');
  }
};
const contextOfMany = () => {
  const log = aLog();
  many(log);
  return contextOf(log.events);
};
type Context = Awaited<ReturnType<typeof contextOfMany>>;

const walked = async (context: Context, asked: AskedCounted, limit: number) => {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await countedPage(context, { ...asked, limit, ...(cursor && { cursor }) }, desk, NOW);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items);
    totals.add(page.total);
    cursor = page.next;
  }
  return { ids, totals: [...totals] };
};

it.each(reports.map(({ report }) => report))(
  '%s: the pages of each figure are all that it counts',
  async (report) => {
    const context = await contextOfMany();
    const whole = await askedReport(context, { report }, desk, NOW);
    for (const { code: group, figures } of whole.groups) {
      for (const { figure, counted } of figures) {
        const { ids, totals } = await walked(context, { report, group, figure }, 7);
        expect([figure, ids, totals]).toEqual([figure, counted.ids, [counted.ids.length]]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  },
);

it('a report shows the first twenty, how many there are, and where the rest is', async () => {
  const context = await contextOfMany();
  const report = 'pledges-and-states';
  const [group] = answeredReport(await askedReport(context, { report }, desk, NOW)).groups;
  const { total, ids, href } = group!.figures.find(({ figure }) => figure === 'promisesMade')!.counted;
  expect(total).toBeGreaterThan(SHOWN);
  expect(ids).toHaveLength(SHOWN);
  const { pathname, searchParams } = new URL(href, 'http://here');
  expect(pathname).toBe('/reports/pledges-and-states/counted');
  const asked = { ...Object.fromEntries(searchParams), report } as unknown as AskedCounted;
  const first = await countedPage(context, { ...asked, limit: SHOWN }, desk, NOW);
  expect([first.total, first.items]).toEqual([total, ids]);
});

it('with counted=none a report is the same without the ids: how many, and where they are, is still said', async () => {
  const context = await contextOfMany();
  const made = await askedReport(context, { report: 'pledges-and-states', counted: 'none' }, desk, NOW);
  const withoutIds = answeredReport(made, 'none');
  const text = JSON.stringify(withoutIds);
  const whole = answeredReport(made);
  const leftOut = JSON.stringify(whole, (name, value: unknown) => (name === 'ids' ? undefined : value));
  expect(text).toBe(leftOut);
  expect(text.length).toBeLessThan(JSON.stringify(whole).length);
  // The question that is told is that of the report, however it is shown.
  expect(withoutIds.question).toEqual({});
});

it('pages of any size are the same list', async () => {
  const context = await contextOfMany();
  const asked = { report: 'pledges-and-states', group: 'all', figure: 'promisesMade' };
  const { ids } = await walked(context, asked, 200);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (limit) => {
      expect((await walked(context, asked, limit)).ids).toEqual(ids);
    }),
    { numRuns: 20 },
  );
});

it('the cursor of one figure is refused by another, and a figure that there is not is not found', async () => {
  const context = await contextOfMany();
  const asked = { report: 'pledges-and-states', group: 'all', figure: 'promisesMade' };
  const { next } = await countedPage(context, { ...asked, limit: 5 }, desk, NOW);
  const other = { ...asked, figure: 'states', ...(next !== null && { cursor: next }) };
  await expect(countedPage(context, other, desk, NOW)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  await expect(countedPage(context, { ...asked, figure: 'x' }, desk, NOW)).rejects.toMatchObject({
    code: 'FIGURE_NOT_FOUND',
  });
});

it.each([
  [{ figure: 'x' }, 'figure', 'promisesMade'],
  [{ group: 'x' }, 'group', 'all'],
  [{ group: 'x', figure: 'x' }, 'group', 'all'],
])('what there is instead of %j is said, by the parameter that names none', async (wrong, field, instead) => {
  const asked = { report: 'pledges-and-states', group: 'all', figure: 'promisesMade', ...wrong };
  await expect(countedPage(await contextOfMany(), asked, desk, NOW)).rejects.toMatchObject({
    details: { field, allowed: expect.arrayContaining([instead]) },
  });
});
