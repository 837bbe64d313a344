/** Selections that a browser keeps: each person's own, and nothing that is none. */
import { deleteFilter, forgetFilters, keepFilter, keptFilters, watchFilters } from './kept-filters.ts';

const store = new Map<string, string>();
let isFull = false;
beforeAll(() => {
  Object.assign(globalThis, {
    localStorage: {
      getItem: (name: string) => store.get(name) ?? null,
      setItem: (name: string, value: string) => {
        if (isFull) throw new Error('full');
        store.set(name, value);
      },
      removeItem: (name: string) => store.delete(name),
    },
  });
});
beforeEach(() => {
  store.clear();
  isFull = false;
});

const berlin = { name: 'Berlin, no date', address: '/pledges?conference=2025-berlin' };
const silent = { name: 'Silent', address: '/work-queue?kind=SILENT' };

it('are those of one person, in the order in which they were kept, until he deletes them', () => {
  for (const filter of [berlin, silent]) expect(keepFilter('desk', filter)).toBe(true);
  expect(keptFilters('desk')).toEqual([berlin, silent]);
  expect(keptFilters('sfgc')).toEqual([]);
  expect(keptFilters(null)).toEqual([]);
  deleteFilter('desk', berlin.address);
  expect(keptFilters('desk')).toEqual([silent]);
  forgetFilters('desk');
  expect(store.size).toBe(0);
});

it('of one name or one address there is one, the last', () => {
  keepFilter('desk', berlin);
  keepFilter('desk', { ...berlin, name: 'Berlin' });
  keepFilter('desk', { ...silent, name: 'Berlin' });
  expect(keptFilters('desk')).toEqual([{ ...silent, name: 'Berlin' }]);
});

it('are no more than thirty', () => {
  for (let n = 0; n < 40; n += 1) keepFilter('desk', { name: `${n}`, address: `/pledges?q=${n}` });
  expect(keptFilters('desk').map(({ name }) => name)).toEqual(
    Array.from({ length: 30 }, (_, n) => `${n + 10}`),
  );
});

it.each([
  'no json',
  'null',
  '{}',
  '[1, null, "x"]',
  '[{"name": "x"}]',
  '[{"name": "x", "address": "https://elsewhere.example"}]',
  '[{"name": "x", "address": "//elsewhere.example/pledges"}]',
  '[{"name": "x", "address": "javascript:alert(1)"}]',
  '[{"name": "x", "address": "/pledges-of-others"}]',
])('%s is none', (text) => {
  store.set('pledgeline.filters.desk', text);
  expect(keptFilters('desk')).toEqual([]);
});

it('a browser that keeps nothing says so, and whoever watches hears of what it keeps', () => {
  let heard = 0;
  const stop = watchFilters(() => (heard += 1));
  isFull = true;
  expect(keepFilter('desk', berlin)).toBe(false);
  isFull = false;
  keepFilter('desk', berlin);
  stop();
  keepFilter('desk', silent);
  expect(heard).toBe(1);
});
