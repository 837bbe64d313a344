/** Accountability page, section 12: how many posts are filled, by whoever holds them one after the other or together. */
import fc from 'fast-check';
import type { DataOf } from '@pledgeline/contracts';
import { seconded } from '../testing/delivered-life.ts';
import type { Secondment } from './delivery.state.ts';
import { monthsServed, postMonthsServed, postsFilled, postsHeldOn } from './posts.ts';

const held = (over: Partial<Secondment>, n = 0): Secondment => {
  const { pledgeId: _, ...data } = seconded({ persons: 1 }).data as DataOf<'ExpertSeconded'>;
  return { ...data, secondmentId: `secondment ${n}`, endedOn: null, ...over };
};
const all = (...tours: readonly Partial<Secondment>[]): readonly Secondment[] => tours.map(held);
const of = (from: string, to: string, over: Partial<Secondment> = {}) => ({ from, to, ...over });

it.each<[string, readonly Secondment[], number]>([
  ['nobody', [], 0],
  ['a batch of 12 in posts of one title', all({ persons: 12 }), 12],
  ['one after the other', all(of('2025-01-01', '2025-12-31'), of('2025-12-31', '2026-12-31')), 1],
  ['a handover of 30 days', all(of('2025-01-01', '2025-12-31'), of('2025-12-01', '2026-12-31')), 1],
  ['a handover of 31 days', all(of('2025-01-01', '2025-12-31'), of('2025-11-30', '2026-12-31')), 2],
  [
    'a batch of 12 by 11',
    all(of('2025-01-01', '2025-12-31', { persons: 12 }), of('2025-12-10', '2026-12-31', { persons: 11 })),
    12,
  ],
  [
    'a batch of 11 by 12',
    all(of('2025-01-01', '2025-12-31', { persons: 11 }), of('2025-12-10', '2026-12-31', { persons: 12 })),
    12,
  ],
  ['three of one title together', all({}, {}, {}), 3],
  [
    'who leaves before the other comes home',
    all(of('2025-01-01', '2025-12-31'), of('2025-12-10', '2025-12-20')),
    2,
  ],
  [
    'posts elsewhere',
    all(of('2025-01-01', '2025-12-31'), of('2026-01-01', '2026-12-31', { mission: 'UNMISS' })),
    2,
  ],
  [
    'the same post, otherwise spelt',
    all({ post: 'Planner' }, { post: ' PLANNER ', from: '2026-10-01', to: '2027-10-01' }),
    1,
  ],
  [
    'an early end',
    all(of('2025-01-01', '2025-12-31', { endedOn: '2025-06-01' }), of('2025-06-01', '2026-06-01')),
    1,
  ],
])('%s', (_, secondments, filled) => {
  expect(postsFilled(secondments)).toBe(filled);
  expect(postsFilled(secondments.toReversed())).toBe(filled);
});

it.each([
  ['2024-12-31', 0],
  ['2025-01-01', 1],
  ['2025-12-01', 1],
  ['2025-12-30', 1],
  ['2026-12-30', 1],
  ['2026-12-31', 0],
])('on %s, %i is held', (day, filled) => {
  const handedOver = all(of('2025-01-01', '2025-12-31'), of('2025-12-01', '2026-12-31'));
  expect(postsHeldOn(day, handedOver)).toBe(filled);
});

it.each([
  ['2025-01-01', '2026-12-31', null, '2025-07-01', 6],
  ['2025-01-01', '2026-12-31', '2025-04-01', '2026-01-01', 3],
  ['2025-01-01', '2025-07-01', null, '2027-01-01', 6],
  ['2027-01-01', '2028-01-01', null, '2026-01-01', 0],
])('from %s to %s, ended on %s, by %s: %i months served', (from, to, endedOn, day, months) => {
  expect(monthsServed({ from, to, endedOn }, day)).toBe(months);
  expect(postMonthsServed(all({ from, to, endedOn, persons: 3 }), day)).toBe(3 * months);
});

it('no more posts are filled than persons came, and no fewer than the largest batch', () => {
  const tour = fc.record({
    persons: fc.integer({ min: 1, max: 5 }),
    month: fc.integer({ min: 1, max: 12 }),
    years: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(tour, { minLength: 1, maxLength: 6 }), (tours) => {
      const secondments = tours.map(({ persons, month, years }, n) => {
        const day = `${String(month).padStart(2, '0')}-01`;
        return held({ persons, from: `2025-${day}`, to: `${2025 + years}-${day}` }, n);
      });
      const filled = postsFilled(secondments);
      expect(filled).toBeLessThanOrEqual(tours.reduce((sum, { persons }) => sum + persons, 0));
      expect(filled).toBeGreaterThanOrEqual(Math.max(...tours.map(({ persons }) => persons)));
    }),
  );
});
