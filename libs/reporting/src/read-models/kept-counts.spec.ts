import { sqliteViews } from '@pledgeline/adapters/sqlite';
import type { Views } from '@pledgeline/event-sourcing';
import { keptCounts } from './kept-counts.ts';

let views: Views;
beforeEach(async () => {
  views = sqliteViews({ path: ':memory:' });
  const columns = { kind: ({ kind }: { kind: string }) => kind };
  await views.define([{ name: 'things', version: 1, columns }]);
});
afterEach(() => views.close());

let keys = 0;
const come = (kind: string): Promise<void> =>
  views.apply({ rows: [{ view: 'things', key: `${(keys += 1)}`, row: { kind } }], revisions: new Map() });

it('what was counted is given again for as long as the version is the same', async () => {
  const at = keptCounts(views);
  await come('a');
  expect([await at('1').count('things'), await at('1').tally('things', ['kind'])]).toEqual([
    1,
    [{ values: ['a'], count: 1, among: 1 }],
  ]);
  await come('a');
  expect([await at('1').count('things'), (await at('1').tally('things', ['kind']))[0]?.count]).toEqual([
    1, 1,
  ]);
  expect([await at('2').count('things'), (await at('2').tally('things', ['kind']))[0]?.count]).toEqual([
    2, 2,
  ]);
});

it('other conditions, columns and bounds are other questions', async () => {
  const now = keptCounts(views)('1');
  for (const kind of ['a', 'a', 'b']) await come(kind);
  expect(await now.count('things', { kind: 'a' })).toBe(2);
  expect(await now.count('things', { kind: 'b' })).toBe(1);
  expect(await now.count('things', {}, 1)).toBe(1);
  expect(await now.count('things', {})).toBe(3);
  expect(await now.tally('things', ['kind'], {}, { kind: 'b' })).toEqual([
    { values: ['a'], count: 2, among: 0 },
    { values: ['b'], count: 1, among: 1 },
  ]);
  expect((await now.tally('things', ['key'])).length).toBe(3);
});

it('what failed is asked again, and rows are never kept', async () => {
  const now = keptCounts(views)('1');
  await expect(now.count('things', { colour: 'red' })).rejects.toThrow('no column');
  await expect(now.count('things', { colour: 'red' })).rejects.toThrow('no column');
  expect(await now.find('things')).toEqual([]);
  await come('a');
  expect(await now.find('things')).toHaveLength(1);
});
