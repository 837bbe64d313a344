/** Units, persons and aircraft of one pledge, each under its name: accountability page, section 11. */
import type { DataOf, Quantity } from '@pledgeline/contracts';
import { aLog, id, type Log } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { progressReport } from './progress/progress-report.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const of = (number: number, unit: string | null, max: number | null = number): Quantity => ({
  min: number,
  max,
  unit,
  asStated: null,
});

type Offer = Partial<
  Pick<DataOf<'PledgeAnnounced'>, 'quantity' | 'strength' | 'aircraft' | 'capabilityCode'>
>;

const offeredBy = async (...offers: readonly Offer[]) => {
  const log = aLog();
  offers.forEach((offer, n) => announce(log, `offer ${n}`, offer));
  return figuresIn(log);
};

const figuresIn = async (log: Log) => {
  const context = await contextOf(log.events);
  const definition = reports.find(({ report }) => report === 'capabilities')!;
  const [group] = await definition.make(context, {});
  const { overall } = await progressReport(context, {}, '2026-08-01T12:00:00.000Z');
  return {
    figures: new Map(group!.figures.map(({ figure, value }) => [figure, value])),
    measures: overall.offered.measures,
  };
};

const FIGURES = [
  ...[
    'newestUnitsAtMost',
    'newestPersonsAtMost',
    'newestAircraftStatedAtMost',
    'newestHelicoptersStatedAtMost',
  ],
  ...['newestOtherMeasures', 'newestWithoutUnit', 'newestNotStated'],
];

const HEL = { capabilityCode: 'HEL-UTL' };

it.each<[string, Offer, number[]]>([
  [
    '1 unit of 3 aircraft',
    { ...HEL, quantity: of(1, 'unit'), aircraft: of(3, 'aircraft') },
    [1, 0, 3, 3, 0, 0, 0],
  ],
  ['the same in words', { ...HEL, quantity: of(1, 'unit of 3 aircraft') }, [1, 0, 3, 3, 0, 0, 0]],
  ['2 battalions "of 850"', { quantity: of(2, 'battalions of 850') }, [2, 1700, 0, 0, 0, 0, 0]],
  [
    'a battalion and its strength',
    { quantity: of(1, 'battalion'), strength: of(850, 'persons') },
    [1, 850, 0, 0, 0, 0, 0],
  ],
  ['persons that are counted', { quantity: of(850, 'troops') }, [0, 850, 0, 0, 0, 0, 0]],
  ['a strength alone', { strength: of(850, 'persons') }, [0, 850, 0, 0, 0, 0, 0]],
  [
    'aircraft and their crews',
    { ...HEL, quantity: of(3, 'helicopters'), strength: of(60, 'persons') },
    [0, 60, 3, 3, 0, 0, 0],
  ],
  ['a number without a unit', { quantity: of(2, null) }, [0, 0, 0, 0, 0, 1, 0]],
  [
    'the same with a strength',
    { quantity: of(2, null), strength: of(280, 'persons') },
    [0, 280, 0, 0, 0, 0, 0],
  ],
  ['vehicles', { quantity: of(30, 'vehicles') }, [0, 0, 0, 0, 1, 0, 0]],
  ['no number at all', {}, [0, 0, 0, 0, 0, 0, 1]],
  [
    'the usual strength is no promise',
    { capabilityCode: 'FPU', quantity: of(1, 'unit') },
    [1, 0, 0, 0, 0, 0, 0],
  ],
])('%s', async (_name, offer, expected) => {
  const { figures } = await offeredBy(offer);
  expect(FIGURES.map((figure) => figures.get(figure) ?? 0)).toEqual(expected);
});

it('progress adds each figure under its measure', async () => {
  const { measures } = await offeredBy(
    { ...HEL, quantity: of(1, 'unit'), aircraft: of(3, 'aircraft') },
    { quantity: of(1, 'battalion'), strength: of(0, 'persons', 850) },
    { quantity: of(100, 'troops') },
  );
  expect(measures).toEqual([
    { measure: 'aircraft', pledges: 1, min: 3, max: 3 },
    { measure: 'persons', pledges: 2, min: 100, max: 950 },
    { measure: 'units', pledges: 2, min: 2, max: 2 },
  ]);
});

it('of a total counts what its parts leave, in each measure', async () => {
  const log = aLog();
  announce(log, 'total', { quantity: of(3, 'units'), strength: of(2400, 'persons') });
  announce(log, 'part', { quantity: of(1, 'battalion'), strength: of(850, 'persons') });
  const against = { kind: 'CEILING', totalId: id('total'), quantity: null, money: null } as const;
  log.add('part', 'PledgeCountedAgainst', { pledgeId: id('part'), ...against });
  const { measures, figures } = await figuresIn(log);
  expect(measures).toMatchObject([
    { measure: 'persons', max: 2400 },
    { measure: 'units', max: 3 },
  ]);
  expect([figures.get('newestUnitsAtMost'), figures.get('newestPersonsAtMost')]).toEqual([3, 2400]);
});
