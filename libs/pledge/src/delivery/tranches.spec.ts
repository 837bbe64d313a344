/** Accountability page, section 2: a tranche is late when its year is over and less than it came. */
import type { PledgeEvent } from '@pledgeline/contracts';
import fc from 'fast-check';
import { after } from '../testing/a-pledge.ts';
import { fundsCommitted, fundsPledged, fundsReceived } from '../testing/delivered-life.ts';
import { carriedOutTo } from '../testing/implementation-life.ts';
import { pledgedMoney } from './pledged-money.ts';
import { isLate, tranchesOf } from './tranches.ts';

const tranches = (...events: readonly PledgeEvent[]) => {
  const [line] = pledgedMoney(after([...carriedOutTo.REGISTERED, ...events]).state());
  return tranchesOf(line!).map(({ year, amount, received }) => [year, amount, received]);
};
const confirmed = (trancheYear: number | null, amount: number) => fundsPledged({ trancheYear, amount });
const committed = (trancheYear: number | null, amount: number) => fundsCommitted({ trancheYear, amount });
const received = (trancheYear: number | null, amount: number) => fundsReceived({ trancheYear, amount });

it.each<[string, readonly PledgeEvent[], readonly (readonly number[])[]]>([
  ['none without a year', [confirmed(null, 10), received(null, 4)], []],
  [
    'each year by itself',
    [confirmed(2027, 5), confirmed(2026, 10), received(2026, 4)],
    [
      [2026, 10, 4],
      [2027, 5, 0],
    ],
  ],
  ['as committed where none was confirmed', [committed(2026, 10), received(2026, 3)], [[2026, 10, 3]]],
  ['as confirmed where both were', [confirmed(2026, 10), committed(2026, 7)], [[2026, 10, 0]]],
  ['of what came alone there is none', [confirmed(null, 10), received(2026, 3)], []],
  [
    'money without a year is of the earliest',
    [confirmed(2026, 10), confirmed(2027, 10), received(null, 14)],
    [
      [2026, 10, 10],
      [2027, 10, 4],
    ],
  ],
  [
    'what is more than one year is of the next',
    [confirmed(2026, 10), confirmed(2027, 10), received(2026, 12)],
    [
      [2026, 10, 10],
      [2027, 10, 2],
    ],
  ],
  [
    'what came for a later year is of that first',
    [confirmed(2026, 10), confirmed(2027, 10), received(2027, 8), received(null, 3)],
    [
      [2026, 10, 3],
      [2027, 10, 8],
    ],
  ],
  ['cents', [confirmed(2026, 0.3), received(2026, 0.1), received(null, 0.2)], [[2026, 0.3, 0.3]]],
])('%s', (_, events, expected) => expect(tranches(...events)).toEqual(expected));

it.each([
  [{ received: 9.99 }, '2026-12-31', false],
  [{ received: 9.99 }, '2027-01-01', true],
  [{ received: 0 }, '2030-01-01', true],
  [{ received: 10 }, '2030-01-01', false],
])('of 10 in 2026, %j on %s: late %s', (came, day, late) =>
  expect(isLate({ year: 2026, amount: 10, ...came }, day)).toBe(late),
);

it('never take more than came, nor more than their amount, in any order', () => {
  const step = fc.record({
    make: fc.constantFrom(confirmed, received),
    year: fc.constantFrom(null, 2025, 2026, 2027),
    cents: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      fc.pre(steps.length > 0);
      const events = steps.map(({ make, year, cents }) => make(year, cents / 100));
      const found = tranches(...events);
      expect(tranches(...[...events].reverse())).toEqual(found);
      const inCents = (amount: number | undefined) => Math.round((amount ?? 0) * 100);
      const came = steps.filter(({ make }) => make === received).reduce((sum, { cents }) => sum + cents, 0);
      expect(found.reduce((sum, [, , got]) => sum + inCents(got), 0)).toBeLessThanOrEqual(came);
      for (const [, amount, got] of found) expect(inCents(got)).toBeLessThanOrEqual(inCents(amount));
    }),
  );
});
