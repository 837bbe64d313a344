/** Gaps and pledges in any measure, matched and released in any order: accountability page, section 11. */
import fc from 'fast-check';
import { streamName, type Quantity } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { leftSideBySide, rules, type Pledge } from '@pledgeline/pledge';
import { reserved } from '../gaps/gap.ts';
import { act, id, registerUnit } from '../testing/a-unit.ts';
import { request, startProcess } from '../testing/a-world.ts';
import { openLog } from '../testing/log-and-views.ts';

const TODAY = '2026-11-29';
const NOW = `${TODAY}T09:00:00.000Z`;
const PLEDGE = id(11);
const GAPS = [id(1), id(2), id(3), id(4)] as const;

interface Offer {
  readonly capabilityCode: string;
  readonly quantity: Quantity;
  readonly strength: Quantity | null;
  /** How many persons and units it is, where that is known. */
  readonly whole: { readonly units: number | null; readonly persons: number | null };
}

const of = (number: number, unit: string): Quantity => ({ min: number, max: number, unit, asStated: null });

const offers: fc.Arbitrary<Offer> = fc.oneof(
  fc
    .record({ units: fc.integer({ min: 1, max: 5 }), persons: fc.integer({ min: 5, max: 2000 }) })
    .map((whole): Offer => ({
      capabilityCode: 'INF-BN',
      quantity: of(whole.units, 'units'),
      strength: of(whole.persons, 'persons'),
      whole,
    })),
  fc.integer({ min: 1, max: 5 }).map((units): Offer => ({
    capabilityCode: 'FPU',
    quantity: of(units, 'units'),
    strength: null,
    whole: { units, persons: units * 140 },
  })),
  fc.integer({ min: 1, max: 700 }).map((persons): Offer => ({
    capabilityCode: 'FPU',
    quantity: of(persons, 'persons'),
    strength: null,
    whole: { units: Math.floor(persons / 140), persons },
  })),
  fc.integer({ min: 1, max: 5 }).map((units): Offer => ({
    capabilityCode: 'RECON-COY',
    quantity: of(units, 'units'),
    strength: null,
    whole: { units, persons: null },
  })),
);

const needs = fc.record({
  unit: fc.constantFrom('unit', 'persons'),
  number: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 900 })),
});

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('MATCH' as const, 'MATCH' as const, 'RELEASE' as const),
    gap: fc.integer({ min: 0, max: GAPS.length - 1 }),
    quantity: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 900 })),
    answer: fc.constantFrom(null, 100, 140),
  }),
  { minLength: 1, maxLength: 12 },
);

const begin = async ({ capabilityCode, quantity, strength }: Offer, sought: readonly Need[]) => {
  const process = startProcess(openLog(NOW));
  const { pledges, gaps } = process;
  await registerUnit(pledges, PLEDGE, { on: TODAY, capabilityCode, quantity, strength });
  for (const [n, gapId] of GAPS.entries()) {
    const need = {
      mission: 'MINUSCA',
      capabilityCode,
      substitutes: [],
      neededBy: null,
      requirement: null,
      narrowed: false,
      ...sought[n]!,
    };
    await gaps(streamName('gap', gapId), {
      type: 'PublishGap',
      data: { gapId, priority: 'HIGH', ...need },
      meta: metaFor({ role: 'MISSION', commandId: gapId, now: NOW }),
    });
  }
  const pledgeNow = async (): Promise<Pledge> => (await pledges.load(streamName('pledge', PLEDGE))).state;
  return { ...process, pledgeNow };
};

interface Need {
  readonly unit: string;
  readonly number: number;
}

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((all, number) => all + (number ?? 0), 0);

/** Undefined where it was refused for want of enough, or because nobody knows how many persons a unit is. */
const unlessRefused = async <Answer>(attempt: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof Rejected && EXPECTED.has(error.code)) return undefined;
    throw error;
  }
};

const EXPECTED: ReadonlySet<string> = new Set([
  ...['NOT_ENOUGH_LEFT', 'ALREADY_MATCHED', 'UNKNOWN_MATCH', 'WRONG_ORDER'],
  ...['MEASURE_UNCLEAR', 'STRENGTH_OUT_OF_RANGE'],
]);

it('no gap is overfilled, no pledge is used beyond what it is, and a release gives back what was taken', async () => {
  await fc.assert(
    fc.asyncProperty(
      offers,
      fc.array(needs, { minLength: GAPS.length, maxLength: GAPS.length }),
      steps,
      async (offer, sought, acts) => {
        const world = await begin(offer, sought);
        const lefts = new Map<string, ReturnType<typeof leftSideBySide>>();
        const leftNow = async () => leftSideBySide(await world.pledgeNow(), rules.inForce(TODAY));
        for (const [n, { kind, gap, quantity, answer }] of acts.entries()) {
          const gapId = GAPS[gap]!;
          const before = await leftNow();
          if (kind === 'MATCH') {
            const asked = { pledgeId: PLEDGE, gapId, quantity, personsPerUnit: answer };
            const done = await unlessRefused(world.match(request(n, { now: NOW }), asked));
            lefts.clear();
            if (done !== undefined) lefts.set(gapId, before);
          } else {
            const data = { pledgeId: PLEDGE, gapId, reason: 'Another unit' };
            await unlessRefused(act(world.pledges, 'ReleaseMatch', data, { role: 'SFGC', on: TODAY }));
            await world.settle();
            if (lefts.has(gapId)) expect(await leftNow()).toEqual(lefts.get(gapId));
            lefts.clear();
          }
          const { matches } = await world.pledgeNow();
          const { units, persons } = offer.whole;
          if (units !== null && matches.every(({ personsPerUnitFrom }) => personsPerUnitFrom !== 'MATCH'))
            expect(sum(matches.map((match) => match.units))).toBeLessThanOrEqual(units);
          if (persons !== null && matches.every(({ personsPerUnitFrom }) => personsPerUnitFrom !== 'MATCH'))
            expect(sum(matches.map((match) => match.persons))).toBeLessThanOrEqual(persons);
          for (const [m, id] of GAPS.entries()) {
            const { state } = await world.gaps.load(streamName('gap', id));
            const held = state.status === 'NONE' ? 0 : reserved(state);
            expect(held).toBeLessThanOrEqual(sought[m]!.number);
            expect(held).toBe(sum(matches.filter(({ gapId: of }) => of === id).map((held) => held.quantity)));
          }
        }
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);
