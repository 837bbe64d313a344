import fc from 'fast-check';
import { sqliteViews } from '@pledgeline/adapters/sqlite';
import type { Tally, ViewDefinition, Views } from '@pledgeline/event-sourcing';
import { keptTallies } from './kept-tallies.ts';

interface Thing {
  readonly kind: string;
  readonly size: number;
  readonly owner: string | null;
}

const things: ViewDefinition<Thing> = {
  name: 'things',
  version: 1,
  columns: { kind: ({ kind }) => kind, size: ({ size }) => size, owner: ({ owner }) => owner },
  counted: ['kind', 'size'],
};
const owners: ViewDefinition = { name: 'owners', version: 1, columns: {} };
const definitions = [things, owners].map((projection) => ({ projection: projection as never }));

let views: Views;
/** How often all rows were counted. */
let counted = 0;
let kept: Views;
beforeEach(async () => {
  views = sqliteViews({ path: ':memory:' });
  await views.define([things, owners]);
  kept = keptTallies(watched(views), definitions);
  counted = 0;
});
afterEach(() => views.close());

const watched = (watching: Views): Views => ({
  ...watching,
  tallySince: async (...asked) => {
    const since = await watching.tallySince(...asked);
    counted += Number(!since.isChange);
    return since;
  },
});

const put = (rows: Readonly<Record<string, Thing | null>>) =>
  views.apply({
    rows: Object.entries(rows).map(([key, row]) => ({ view: 'things', key, row })),
    revisions: new Map(),
  });
const thing = (kind: string, size = 1, owner: string | null = null): Thing => ({ kind, size, owner });

it('all rows are counted once, whatever comes and goes afterwards', async () => {
  await put({ a: thing('x'), b: thing('x', 5), c: thing('y') });
  const large = { size: { from: 3 } };
  const first = await kept.tally('things', ['kind'], {}, large);
  expect(byValues(first)).toEqual({ x: [2, 1], y: [1, 0] });
  await put({ c: null, d: thing('z', 9), a: thing('y', 3) });
  expect(byValues(await kept.tally('things', ['kind'], {}, large))).toEqual({
    x: [1, 1],
    y: [1, 1],
    z: [1, 1],
  });
  expect(byValues(first)).toEqual({ x: [2, 1], y: [1, 0] });
  expect(counted).toBe(1);
});

it('how many there are is kept the same way', async () => {
  await put({ a: thing('x') });
  expect(await kept.count('things')).toBe(1);
  await put({ b: thing('x'), c: thing('y') });
  expect(await kept.count('things')).toBe(3);
  expect(await kept.count('things', {}, 2)).toBe(2);
  expect(await kept.count('things', { kind: 'x' })).toBe(2);
  await put({ a: null, b: null, c: null });
  expect([await kept.count('things'), await kept.count('things', { kind: 'x' })]).toEqual([0, 0]);
  expect(counted).toBe(2);
});

it('what is asked by other columns, or by rows of other views, is counted each time', async () => {
  await put({ a: thing('x', 1, 'o') });
  const key = { keyOf: 'owners', fitting: {} };
  const ask = async () => [
    byValues(await kept.tally('things', ['owner'])),
    byValues(await kept.tally('things', ['kind'], { owner: 'o' })),
    byValues(await kept.tally('things', ['kind'], {}, { owner: 'o' })),
    byValues(await kept.tally('things', ['kind'], { kind: { keyOf: 'owners', fitting: {} } })),
    await kept.count('things', { owner: key }),
    await kept.count('owners'),
  ];
  expect(await ask()).toEqual([{ o: [1, 1] }, { x: [1, 1] }, { x: [1, 1] }, {}, 0, 0]);
  await views.apply({ rows: [{ view: 'owners', key: 'o', row: {} }], revisions: new Map() });
  await put({ b: thing('x', 1, 'p') });
  expect((await ask()).slice(2)).toEqual([{ x: [2, 1] }, {}, 1, 1]);
  expect(counted).toBe(0);
});

it('what nobody asked about for the longest gives way, and is counted again', async () => {
  await put({ a: thing('x'), b: thing('y'), c: thing('z') });
  const small = keptTallies(watched(views), definitions, 700);
  const asked = [{}, { size: 1 }, {}, { kind: 'x' }, {}, { size: 1 }];
  for (const where of asked) await small.tally('things', ['kind'], where);
  // The first made room for the second, and the second for the first again, beside which the fourth found room.
  expect(counted).toBe(5);
  const roomy = keptTallies(watched(views), definitions, 1200);
  for (const where of asked) await roomy.tally('things', ['kind'], where);
  expect(counted).toBe(5 + 3);
});

it.each([
  ['tallies without a group', (kind: string) => kept.tally('things', ['kind'], { kind })],
  ['numbers', (kind: string) => kept.count('things', { kind })],
])('many %s under long conditions give way, too', async (_, ask) => {
  // 10,000,000 characters of conditions.
  const long = 'x'.repeat(10_000);
  for (let n = 0; n < 1000; n += 1) await ask(`${n} ${long}`);
  expect(counted).toBe(1000);
  await ask(`999 ${long}`);
  expect(counted).toBe(1000);
  await ask(`0 ${long}`);
  expect(counted).toBe(1001);
});

it('the same values in another order, or twice, are one condition', async () => {
  await put({ a: thing('x'), b: thing('y', 2), c: thing('z') });
  for (const kinds of [
    ['x', 'y'],
    ['y', 'x'],
    ['y', 'x', 'y'],
  ]) {
    const of = { kind: { in: kinds }, size: { in: [1] } };
    expect(byValues(await kept.tally('things', ['kind'], of))).toEqual({ x: [1, 1] });
  }
  expect(counted).toBe(1);
  // A number and its text are two values.
  await kept.tally('things', ['kind'], { kind: { in: ['x', 'y'] }, size: { in: ['1'] } });
  expect(counted).toBe(2);
});

it('whoever asks at the same time is given what counting gives', () =>
  fc.assert(
    fc.asyncProperty(fc.array(changes, { maxLength: 10 }), async (steps) => {
      await views.clear();
      const now = keptTallies(views, definitions, 1000);
      for (const rows of steps) {
        const early = now.tally('things', ['kind'], {}, { size: 2 });
        await put(rows);
        const [one, other, total] = await Promise.all([
          now.tally('things', ['kind'], {}, { size: 2 }),
          now.tally('things', ['kind', 'size'], { size: { to: 2 } }),
          now.count('things', { kind: 'x' }),
        ]);
        expect(byValues(one)).toEqual(byValues(await views.tally('things', ['kind'], {}, { size: 2 })));
        expect(byValues(other)).toEqual(
          byValues(await views.tally('things', ['kind', 'size'], { size: { to: 2 } })),
        );
        expect(total).toBe(await views.count('things', { kind: 'x' }));
        await early;
      }
    }),
    { numRuns: 60 },
  ));

const byValues = (tallies: readonly Tally[]) =>
  Object.fromEntries(tallies.map(({ values, count, among }) => [values.join(' '), [count, among]]));

const changes = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.option(
    fc.record({
      kind: fc.constantFrom('x', 'y', 'z'),
      size: fc.integer({ min: 1, max: 3 }),
      owner: fc.constant(null),
    }),
  ),
);
