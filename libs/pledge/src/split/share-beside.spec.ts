/** Persons and aircraft beside units, through splits, registrations and amendments: accountability page, section 11. */
import fc from 'fast-check';
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import { besideAfter, besideTogether } from '../measures/beside-units.ts';
import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { commands } from '../testing/commands.ts';
import { idOf } from '../testing/named-events.ts';
import { sharesBeside } from './share-beside.ts';
import type { Child } from './split.state.ts';

const of = (min: number | null, unit: string | null, max = min): Quantity => ({
  min,
  max,
  unit,
  asStated: null,
});
const units = (number: number) => of(number, 'units');
const persons = (min: number | null, max = min) => of(min, 'persons', max);
const part = (number: number, stated: Quantity | null = null) => ({ quantity: units(number), stated });

const figures = (shares: readonly (Quantity | null)[]) =>
  shares.map((share) => share && [share.min, share.max]);

describe('parts of a split', () => {
  it.each<[string, Quantity | null, ReturnType<typeof part>[], unknown]>([
    [
      'by their units, what is left over by rounding with the later ones',
      persons(1000),
      [part(1), part(1), part(1)],
      [
        [333, 333],
        [333, 333],
        [334, 334],
      ],
    ],
    [
      'both ends of a range',
      persons(800, 850),
      [part(1), part(1)],
      [
        [400, 425],
        [400, 425],
      ],
    ],
    [
      'what was stated of one, and the rest by units',
      persons(1000),
      [part(2, persons(500)), part(1), part(1)],
      [
        [500, 500],
        [250, 250],
        [250, 250],
      ],
    ],
    [
      'all that is left, to the only one of which nothing was said',
      persons(1000),
      [part(1, persons(999)), part(9)],
      [
        [999, 999],
        [1, 1],
      ],
    ],
    ['nothing of nothing, but what was stated of them', null, [part(1, persons(9)), part(1)], [[9, 9], null]],
    [
      'nothing where all of it was stated of others',
      persons(100),
      [part(1, persons(100)), part(1)],
      [[100, 100], null],
    ],
    [
      'an open end stays open',
      persons(450, null),
      [part(1), part(2)],
      [
        [150, null],
        [300, null],
      ],
    ],
  ])('take %s', (_name, whole, parts, expected) =>
    expect(figures(sharesBeside('strength', whole, parts))).toEqual(expected),
  );

  it('come to the whole, and never to more', () => {
    const whole = fc.integer({ min: 1, max: 10_000 });
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(whole, weights, (number, numbers) => {
        const shares = sharesBeside(
          'strength',
          persons(number),
          numbers.map((weight) => part(weight)),
        );
        expect(shares.reduce((sum, share) => sum + (share?.max ?? 0), 0)).toBe(number);
        expect(shares.every((share) => share === null || Number.isInteger(share.max))).toBe(true);
      }),
    );
  });

  const said = { quantity: units(2), strength: persons(300) };
  const history: PledgeEvent[] = [announced(said), acknowledged(), ...documents, registered(said)];
  const child = (n: number, strength: Quantity | null) => ({
    ...commands.SplitPledge.data.children[0]!,
    ...{ pledgeId: idOf(70 + n), quantity: units(1), strength },
  });
  const split = (...strengths: (Quantity | null)[]) =>
    after(history).when(commands.SplitPledge, { children: strengths.map((one, n) => child(n, one)) });

  it('that take more persons than there are, or leave some, are refused', () => {
    const rejected = split(persons(200), persons(101)).thenRejected('SPLIT_TOO_LARGE');
    expect(rejected.details).toMatchObject({ taken: 301, offered: 300 });
    split(persons(200), persons(99)).thenRefused('MEASURE_LEFT');
    split(persons(200), persons(100)).thenTypes('PledgeSplit');
  });

  it('are opened with them', () => {
    const [event] = split(persons(200)).events() as PledgeEvent[];
    const { children } = event!.data as { children: Child[] };
    expect(children.map(({ strength }) => strength?.max)).toEqual([200, 100]);
  });

  it('of a pledge that states persons alone state them each', () => {
    const alone = { quantity: null, strength: persons(300) };
    const pledge = [announced(alone), acknowledged(), ...documents, registered(alone)];
    const children = [child(1, null), child(2, null)].map((one) => ({ ...one, quantity: null }));
    after(pledge).when(commands.SplitPledge, { children }).thenRefused('QUANTITY_MISSING');
    const stated = children.map((one, n) => ({ ...one, strength: persons(100 * (n + 1)) }));
    after(pledge).when(commands.SplitPledge, { children: stated }).thenTypes('PledgeSplit');
  });
});

describe('another number of units', () => {
  const before = { quantity: units(3), strength: persons(2500), aircraft: of(4, 'aircraft') };

  it.each<[string, Quantity | null, number | null | undefined, number | null | undefined]>([
    ['fewer', units(2), 1666, 2],
    ['more', units(6), 5000, 8],
    ['fewer, under another name', of(2, 'battalions'), 1666, 2],
    ['as many', of(3, 'battalions'), 2500, 4],
    ['of another measure', of(3, 'vehicles'), 2500, 4],
    ['persons, which are counted then', persons(100), undefined, 4],
    ['aircraft, which are counted then', of(5, 'aircraft'), 2500, undefined],
    ['not stated any more', null, 2500, 4],
  ])('%s', (_name, quantity, strength, aircraft) => {
    const beside = besideAfter(before, quantity);
    expect([beside.strength?.max, beside.aircraft?.max]).toEqual([strength, aircraft]);
  });
});

it('what all sources of a joint pledge state is added; an open range stays open', () => {
  expect(besideTogether([null, persons(60), null, persons(30, 40)])).toMatchObject({ min: 90, max: 100 });
  expect(besideTogether([persons(60), persons(30, null)])).toMatchObject({ min: 90, max: null });
  expect(besideTogether([null, null])).toBeNull();
});
