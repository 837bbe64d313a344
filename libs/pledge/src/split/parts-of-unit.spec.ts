/** A unit that goes on as platoons: lifecycle page, section 5; accountability page, section 11; seed systems, part B. */
import fc from 'fast-check';
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { commands } from '../testing/commands.ts';
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { idOf } from '../testing/named-events.ts';
import { childOfSplit } from './derive.ts';
import type { Child } from './split.state.ts';

const { SplitPledge, DerivePledge } = commands;

type Said = readonly [number: number | readonly [number | null, number | null], unit?: string | null] | null;
interface Stated {
  readonly quantity?: Said;
  readonly strength?: Said;
  readonly aircraft?: Said;
  readonly capabilityCode?: string;
}

const figure = (said: Said | undefined, word: string | null): Quantity | null => {
  if (said === null || said === undefined) return null;
  const [number, unit = word] = said;
  const [min, max] = typeof number === 'number' ? [number, number] : number;
  return { min, max, unit, asStated: null };
};
const figures = ({ quantity, strength, aircraft }: Stated) => ({
  quantity: figure(quantity, 'unit'),
  strength: figure(strength, 'persons'),
  aircraft: figure(aircraft, 'aircraft'),
});
const pledged = (whole: Stated): PledgeEvent[] => {
  const said = figures(whole);
  return [announced(said), acknowledged(), ...documents, registered(said)];
};
const split = (whole: Stated, parts: readonly Stated[]) =>
  after(pledged(whole)).when(SplitPledge, {
    children: parts.map((part, n) => ({
      ...SplitPledge.data.children[0]!,
      ...{ pledgeId: idOf(70 + n), capabilityCode: part.capabilityCode ?? null, ...figures(part) },
    })),
  });
const childrenOf = (whole: Stated, parts: readonly Stated[]): readonly Child[] => {
  const [event] = split(whole, parts).events();
  return (event?.data as { children: Child[] }).children;
};
const shown = (said: Quantity | null): string | null => {
  if (said === null) return null;
  const number = said.min === said.max ? String(said.min) : `${said.min} to ${said.max ?? 'any'}`;
  return `${number} ${said.unit}`;
};
const inWords = (children: readonly Child[]) =>
  children.map(({ quantity, strength, aircraft, isRest }) =>
    [isRest ? 'rest' : null, shown(quantity), shown(strength), shown(aircraft)].filter(Boolean).join(', '),
  );

const FPU: Stated = { quantity: [1], strength: [140] };
const platoon = (persons: number): Stated => ({ quantity: [1, 'platoon'], strength: [persons] });
const persons = (number: number): Stated => ({ quantity: [number, 'persons'] });

it.each<[string, Stated, readonly Stated[], readonly string[]]>([
  [
    'into platoons with their persons',
    FPU,
    [platoon(40), platoon(100)],
    ['1 platoon, 40 persons', '1 platoon, 100 persons'],
  ],
  [
    'into a platoon, and the unit without it',
    FPU,
    [platoon(40)],
    ['1 platoon, 40 persons', 'rest, 1 unit, 100 persons'],
  ],
  ['by persons alone', FPU, [persons(40)], ['40 persons', 'rest, 1 unit, 100 persons']],
  ['by persons, all of them', FPU, [persons(40), persons(100)], ['40 persons', '100 persons']],
  ['by strength alone', FPU, [{ strength: [40] }], ['40 persons', 'rest, 1 unit, 100 persons']],
  [
    'into four, of which none is left',
    FPU,
    [35, 35, 35, 35].map(platoon),
    [35, 35, 35, 35].map((number) => `1 platoon, ${number} persons`),
  ],
  [
    'two units, of which platoons make up one',
    { quantity: [2], strength: [280] },
    [platoon(40), platoon(100)],
    ['1 platoon, 40 persons', '1 platoon, 100 persons', 'rest, 1 unit, 140 persons'],
  ],
  [
    'two units, one of them whole',
    { quantity: [2], strength: [280] },
    [{ quantity: [1] }, platoon(40)],
    ['1 unit, 140 persons', '1 platoon, 40 persons', 'rest, 1 unit, 100 persons'],
  ],
  [
    'a unit with fewer persons beside its platoon, and some left over',
    FPU,
    [{ quantity: [1], strength: [80] }, platoon(40)],
    ['1 unit, 80 persons', '1 platoon, 40 persons', 'rest, 20 persons'],
  ],
  [
    'a battalion whose persons stand in its unit',
    { quantity: [1, 'battalion of 850'] },
    [{ quantity: [3, 'platoons'], strength: [90] }],
    ['3 platoons, 90 persons', 'rest, 1 battalion, 760 persons'],
  ],
  [
    'a strength that is a range',
    { quantity: [1], strength: [[120, 140]] },
    [platoon(40)],
    ['1 platoon, 40 persons', 'rest, 1 unit, 80 to 100 persons'],
  ],
  [
    'a strength with an open end',
    { quantity: [1], strength: [[450, null]] },
    [platoon(40)],
    ['1 platoon, 40 persons', 'rest, 1 unit, 410 to any persons'],
  ],
  [
    'persons that were promised as such',
    { quantity: [140, 'persons'] },
    [platoon(40)],
    ['1 platoon, 40 persons', 'rest, 100 persons'],
  ],
  [
    'a promise of a strength and no number of units',
    { strength: [140] },
    [{ strength: [40] }],
    ['40 persons', 'rest, 100 persons'],
  ],
  [
    'by its aircraft, and the persons go along',
    { quantity: [1], strength: [90], aircraft: [3] },
    [{ quantity: [1, 'aircraft'] }],
    ['1 aircraft, 30 persons', 'rest, 1 unit, 60 persons, 2 aircraft'],
  ],
  [
    'by its persons, and the aircraft go along',
    { quantity: [1], strength: [90], aircraft: [3] },
    [platoon(30)],
    ['1 platoon, 30 persons, 1 aircraft', 'rest, 1 unit, 60 persons, 2 aircraft'],
  ],
])('%s', (_, whole, parts, expected) => expect(inWords(childrenOf(whole, parts))).toEqual(expected));

it.each<[string, string, Stated, readonly Stated[]]>([
  ['SPLIT_TOO_LARGE', 'more persons than there are', FPU, [platoon(100), platoon(41)]],
  [
    'SPLIT_TOO_LARGE',
    'more with those of a whole unit',
    FPU,
    [{ quantity: [1], strength: [101] }, platoon(40)],
  ],
  ['SPLIT_TOO_SMALL', 'one that takes all', FPU, [platoon(140)]],
  ['QUANTITY_INVALID', 'nobody', FPU, [platoon(0)]],
  ['UNIT_DIFFERS', 'a platoon of nobody knows how many', FPU, [{ quantity: [1, 'platoon'] }]],
  ['UNIT_DIFFERS', 'platoons of a unit of nobody knows how many', { quantity: [1] }, [platoon(40)]],
  ['UNIT_DIFFERS', 'another measure', FPU, [{ quantity: [2, 'vehicles'], strength: [9] }]],
  [
    'UNIT_DIFFERS',
    'some by persons and some by aircraft',
    { quantity: [1], strength: [90], aircraft: [3] },
    [persons(30), { quantity: [1, 'aircraft'] }],
  ],
  ['COUNTED_TWICE', 'persons twice', FPU, [{ quantity: [40, 'persons'], strength: [40] }]],
  ['QUANTITY_MISSING', 'a part of which nothing is said', FPU, [platoon(40), {}]],
  [
    'UNIT_DIFFERS',
    'a platoon without persons among others',
    FPU,
    [platoon(40), { quantity: [1, 'platoon'] }],
  ],
  [
    'MEASURE_LEFT',
    'units with nobody in them',
    { quantity: [3], strength: [300] },
    [{ quantity: [1], strength: [270] }, persons(30)],
  ],
])('%s: %s', (code, _, whole, parts) => split(whole, parts).thenRefused(code));

it('a platoon may be of a kind of its own, as an engagement platoon is', () => {
  const children = childrenOf(FPU, [{ ...platoon(40), capabilityCode: 'ENGAGE-PL' }]);
  expect(children.map(({ capabilityCode }) => capabilityCode)).toEqual(['ENGAGE-PL', 'INF-BN']);
});

it('a part promises its persons from its first day', () => {
  const parent = after(pledged(FPU));
  const [first, rest] = childrenOf(FPU, [platoon(40)]);
  for (const [child, strength] of [
    [first, 40],
    [rest, 100],
  ] as const) {
    const data = childOfSplit(child!, parent.state(), 'ref')!;
    const opened = after(
      after([])
        .when({ ...DerivePledge, data })
        .events(),
    ).state();
    expect(opened.strength).toMatchObject({ min: strength, max: strength });
  }
});

it('persons and aircraft of the parts come to the whole, and units to no more', () => {
  const part = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(platoon),
    fc.integer({ min: 1, max: 60 }).map(persons),
    fc.record({
      quantity: fc.constant([1] as const),
      strength: fc.integer({ min: 1, max: 90 }).map((n) => [n] as const),
    }),
  );
  const numbers = fc.record({
    units: fc.integer({ min: 1, max: 5 }),
    each: fc.integer({ min: 90, max: 200 }),
  });
  fc.assert(
    fc.property(
      numbers,
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.option(fc.integer({ min: 1, max: 9 })),
      (whole, parts, aircraft) => {
        const said = parts.filter(({ quantity }) => quantity?.[1] !== undefined);
        const ofUnits = parts.length - said.length;
        fc.pre(said.length > 0 && ofUnits <= whole.units);
        const counted: Stated = {
          quantity: [whole.units],
          strength: [whole.units * whole.each],
          aircraft: aircraft === null ? null : [aircraft],
        };
        const taken = parts.reduce((sum, one) => sum + Number(one.strength?.[0] ?? one.quantity?.[0]), 0);
        fc.pre(taken < whole.units * whole.each);
        const children = childrenOf(counted, parts);
        const sum = (of: (child: Child) => Quantity | null) =>
          children.reduce((all, child) => all + (of(child)?.max ?? 0), 0);
        const personsOf = ({ quantity, strength }: Child) =>
          strength ?? (quantity?.unit === 'persons' ? quantity : null);
        expect(sum(personsOf)).toBe(whole.units * whole.each);
        expect(sum((child) => child.aircraft)).toBe(aircraft ?? 0);
        expect(sum(({ quantity }) => (quantity?.unit === 'unit' ? quantity : null))).toBeLessThanOrEqual(
          whole.units,
        );
      },
    ),
  );
});
