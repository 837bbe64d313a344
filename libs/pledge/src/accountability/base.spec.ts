/**
 * The number that has to be kept: accountability page, section 1, in its words. Long because announcements, amendments, registrations
 * and splits are tried on the same promise.
 */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import { childOfSplit } from '../split/derive.ts';
import { count, delivery, pledgeAfter, promising, registeredAs } from '../testing/a-promise.ts';
import { courseDelivered, fundsPledged, fundsReceived } from '../testing/delivered-life.ts';
import { money } from '../testing/money.ts';
import { idOf, PLEDGE } from '../testing/named-events.ts';
import { deliveryOf } from './dimensions.ts';
describe('the base', () => {
  it.each<[string, Quantity | null, number | null]>([
    ['the lower bound', count(2, 'courses', 3), 2],
    ['the upper bound of "up to 3"', count(0, 'courses', 3), 3],
    ['the floor of "over 4"', count(4, 'courses', null), 4],
    ['the upper bound where no lower one is stated', count(null, 'courses', 5), 5],
    ['none where no number was announced', count(null, 'courses'), null],
    ['none where nothing was', null, null],
  ])('is %s', (_, quantity, promised) => {
    const { dimensions, judgedBecause } = delivery(promising({ quantity }));
    expect(dimensions.map((figures) => figures.promised)).toEqual(promised === null ? [] : [promised]);
    expect(judgedBecause).toBe(promised === null ? 'NO_NUMBER' : null);
  });

  it('is the strength where persons alone were stated, and not the one beside units', () => {
    const strength = count(850, 'persons');
    expect(delivery(promising({ quantity: null, strength }, 'INF-BN'))).toMatchObject({
      dimensions: [{ dimension: 'PERSONS', promised: 850 }],
    });
    expect(delivery(promising({ quantity: count(1, 'unit'), strength }, 'INF-BN'))).toMatchObject({
      dimensions: [{ dimension: 'UNITS', promised: 1 }],
    });
  });

  it.each([
    ['3-5 years', 330],
    ['over 3 years', 330],
    ['2026-2028', 330],
    ['for two years', 220],
    ['every year', 110],
    ['soon', 110],
  ])('of a sum per year promised %j is that sum for the years', (timeframe, promised) =>
    expect(
      delivery(promising({ money: money(110, 110, { per: 'YEAR' }), timeframe }, 'FIN-AU')),
    ).toMatchObject({ dimensions: [{ promised }] }),
  );

  it('of cents per year is exact', () =>
    expect(
      delivery(promising({ money: money(0.1, 0.1, { per: 'YEAR' }), timeframe: 'over 3 years' }, 'FIN-AU')),
    ).toMatchObject({ dimensions: [{ promised: 0.3 }] }));

  it('of persons per year counts the years too', () =>
    expect(
      delivery(promising({ quantity: count(200, 'persons per year'), timeframe: 'over 5 years' })),
    ).toMatchObject({ dimensions: [{ dimension: 'PERSONS', promised: 1000 }] }));

  const four = promising({ quantity: count(4, 'courses') });
  const amended = (from: number | null, to: number | null, reference: string | null = null): PledgeEvent => ({
    type: 'PledgeAmended',
    data: {
      pledgeId: PLEDGE,
      changes: [{ field: 'quantity', old: count(from, 'courses'), new: count(to, 'courses') }],
      reason: 'The budget was cut',
      source: 'Note 4',
      consentReference: reference,
      conversion: null,
    },
  });

  it.each([
    ['a raise moves it', [amended(4, 6)], 6, 0],
    ['a lowering does not, and is shown', [amended(4, 2)], 4, 1],
    ['a lowering with a reference does, and is shown', [amended(4, 2, 'DESK/2026/7')], 2, 1],
    ['a raise after a lowering does not, up to the base', [amended(4, 2), amended(2, 3)], 4, 1],
    ['a raise beyond the base does', [amended(4, 2), amended(2, 5)], 5, 1],
    ['two lowerings are both shown', [amended(4, 3), amended(3, 1)], 4, 2],
    ['taking the number back does not', [amended(4, null)], 4, 1],
  ] as const)('%s', (_, amendments, promised, lowerings) => {
    const pledge = pledgeAfter([...four, ...amendments]);
    const { dimensions, judgedBecause } = deliveryOf(pledge, '2026-11-29', 90);
    expect(pledge.promise?.lowerings).toHaveLength(lowerings);
    if (judgedBecause === null) expect(dimensions).toMatchObject([{ promised, firstPromised: 4 }]);
    expect(pledge.promise?.base.quantity?.min).toBe(promised);
  });

  describe('of a promise of courses and money', () => {
    const both = promising({ quantity: count(4, 'courses'), money: money(100) });
    type Change = Extract<PledgeEvent, { type: 'PledgeAmended' }>['data']['changes'][number];
    const amendedBy = (changes: readonly Change[], consentReference: string | null = null): PledgeEvent => ({
      type: 'PledgeAmended',
      data: {
        pledgeId: PLEDGE,
        changes: [...changes],
        reason: 'r',
        source: 's',
        consentReference,
        conversion: null,
      },
    });
    const courses = (old: number, to: number): Change => ({
      field: 'quantity',
      old: count(old, 'courses'),
      new: count(to, 'courses'),
    });
    const sum = (old: number, to: number): Change => ({ field: 'money', old: money(old), new: money(to) });

    it.each([
      [
        'a lowering of one does not hold up a raise of the other',
        [amendedBy([courses(4, 2)]), amendedBy([sum(100, 200)])],
        4,
        200,
        1,
      ],
      ['nor in one amendment', [amendedBy([courses(4, 6), sum(100, 50)])], 6, 100, 1],
      [
        'a reference for one reaches no lowering of the other from before',
        [amendedBy([sum(100, 50)]), amendedBy([courses(4, 3)], 'FGS/3')],
        3,
        100,
        2,
      ],
      [
        'a reference of a raise lowers nothing',
        [amendedBy([sum(100, 150)]), amendedBy([sum(150, 90)]), amendedBy([sum(90, 120)], 'FGS/3')],
        4,
        150,
        1,
      ],
    ] as const)('%s', (_, amendments, counted, paid, lowerings) => {
      const pledge = pledgeAfter([...both, ...amendments]);
      expect(deliveryOf(pledge, '2026-11-29', 90)).toMatchObject({
        dimensions: [
          { dimension: 'COURSES', promised: counted },
          { dimension: 'MONEY', promised: paid },
        ],
      });
      expect(pledge.promise?.lowerings).toHaveLength(lowerings);
    });
  });

  it('stays where the promise is taken into another unit without a reference', () =>
    expect(
      delivery([
        ...four,
        {
          type: 'PledgeAmended',
          data: {
            pledgeId: PLEDGE,
            changes: [{ field: 'quantity', old: count(4, 'courses'), new: count(10, 'persons') }],
            reason: 'r',
            source: 's',
            consentReference: null,
            conversion: null,
          },
        },
        courseDelivered(),
      ]),
    ).toMatchObject({ dimensions: [{ dimension: 'COURSES', promised: 4, delivered: 1 }], share: 25 }));

  it('says what was first promised, what now, when and why', () =>
    expect(pledgeAfter([...four, amended(4, 2)]).promise?.lowerings).toMatchObject([
      {
        before: { quantity: { min: 4 } },
        after: { quantity: { min: 2 } },
        on: '2026-01-15',
        reason: 'The budget was cut',
        reference: null,
      },
    ]));

  it.each([
    [null, 4],
    ['FGS note 7', 1],
  ])('a registration that lowers, with the reference %s, is measured by %d', (consentReference, promised) => {
    const [announcement] = four;
    const lower = registeredAs('TRG-COURSE', { quantity: count(1, 'courses'), timeframe: '2026' });
    const pledge = pledgeAfter([
      announcement!,
      { ...lower, data: { ...lower.data, consentReference } } as PledgeEvent,
    ]);
    expect(deliveryOf(pledge, '2026-11-29', 90)).toMatchObject({ dimensions: [{ promised }] });
    expect(pledge.promise?.lowerings).toHaveLength(1);
  });

  it('comes into another currency by a rate, as no less', () => {
    const changed = (conversion: { rate: number; on: string } | null): PledgeEvent => ({
      type: 'PledgeAmended',
      data: {
        pledgeId: PLEDGE,
        changes: [{ field: 'money', old: money(70), new: { ...money(60), currency: 'EUR' } }],
        reason: 'Paid in euros',
        source: 'Note 5',
        consentReference: null,
        conversion,
      },
    });
    const promise = promising({ money: money(70) }, 'FIN-PBF');
    const paid = fundsReceived({ amount: 30, currency: 'EUR' });
    expect(delivery([...promise, changed({ rate: 6 / 7, on: '2026-01-15' }), paid])).toMatchObject({
      dimensions: [{ currency: 'EUR', promised: 60, delivered: 30 }],
    });
    // Without a rate nobody can say that it is no less.
    expect(delivery([...promise, changed(null), paid])).toMatchObject({
      dimensions: [{ currency: 'USD', promised: 70, delivered: 0 }],
    });
  });

  it.each([
    [
      'of what is counted',
      { quantity: count(4, 'courses') },
      amended(4, 2),
      { quantity: count(1, 'courses'), money: null },
      2,
    ],
    [
      'of an odd number, rounded up',
      { quantity: count(5, 'courses') },
      amended(5, 2),
      { quantity: count(1, 'courses'), money: null },
      3,
    ],
    [
      'of what was not lowered',
      { quantity: count(4, 'courses') },
      null,
      { quantity: count(2, 'courses'), money: null },
      2,
    ],
  ])('goes along with the parts of a split: %s', (_, said, lowered, part, promised) => {
    const whole = pledgeAfter([...promising(said), ...(lowered === null ? [] : [lowered])]);
    const child = {
      pledgeId: idOf(50),
      capabilityCode: 'TRG-COURSE',
      description: 'A part',
      level: null,
      ...NOTHING_BESIDE,
      isRest: false,
    };
    const {
      records: _records,
      partnership: _partnership,
      ...data
    } = childOfSplit({ ...child, ...part }, whole, 'R')!;
    expect(delivery([{ type: 'PledgeDerived', data }])).toMatchObject({ dimensions: [{ promised }] });
  });

  it('goes along with the parts of a sum of money', () => {
    const change = { field: 'money' as const, old: money(70), new: money(35) };
    const less: PledgeEvent = {
      type: 'PledgeAmended',
      data: {
        pledgeId: PLEDGE,
        changes: [change],
        reason: 'r',
        source: 's',
        consentReference: null,
        conversion: null,
      },
    };
    const whole = pledgeAfter([...promising({ money: money(70) }, 'FIN-PBF'), less]);
    const child = {
      pledgeId: idOf(50),
      capabilityCode: 'FIN-PBF',
      description: 'A part',
      level: null,
      ...NOTHING_BESIDE,
      isRest: false,
    };
    const part = childOfSplit({ ...child, quantity: null, money: money(10.05) }, whole, 'R')!;
    const { records: _records, partnership: _partnership, ...data } = part;
    expect(delivery([{ type: 'PledgeDerived', data }])).toMatchObject({ dimensions: [{ promised: 20.1 }] });
  });

  it('fewer years lower it too', () => {
    const yearly = promising({ money: money(10, 10, { per: 'YEAR' }), timeframe: 'over 3 years' }, 'FIN-AU');
    const shorter: PledgeEvent = {
      type: 'PledgeAmended',
      data: {
        pledgeId: PLEDGE,
        changes: [{ field: 'timeframe', old: 'over 3 years', new: 'one year' }],
        reason: 'r',
        source: 's',
        consentReference: null,
        conversion: null,
      },
    };
    expect(delivery([...yearly, shorter])).toMatchObject({ dimensions: [{ promised: 30 }] });
  });

  it('no later figure makes a number of a promise without one', () =>
    expect(
      delivery([
        ...promising({ quantity: null }),
        amended(null, 3),
        courseDelivered(),
        fundsPledged(),
        fundsReceived(),
      ]),
    ).toEqual({ dimensions: [], share: null, judgedBecause: 'NO_NUMBER' }));
});
