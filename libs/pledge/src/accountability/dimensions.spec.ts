/**
 * Accountability page, section 1, in its words; and the dimensions of each rule. Long because the figures of a promise and its base
 * are tried on the same histories.
 */
import type { Money, PledgeEvent, Quantity } from '@pledgeline/contracts';
import fc from 'fast-check';
import { evolve } from '../evolve.ts';
import { initialPledge, type Pledge } from '../state.ts';
import { recorded } from '@pledgeline/event-sourcing/testing';
import {
  courseDelivered,
  equipmentDelivered,
  fundsCommitted,
  fundsPledged,
  fundsReceived,
  seconded,
  secondmentEnded,
} from '../testing/delivered-life.ts';
import { announced, registered } from '../testing/early-life.ts';
import { planned, registeredToCarryOut } from '../testing/implementation-life.ts';
import {
  historyTo,
  deployed,
  matched,
  mouSigned,
  repatriated,
  rotated,
  selected,
} from '../testing/later-life.ts';
import { money } from '../testing/money.ts';
import { COURSE, idOf, PLEDGE } from '../testing/named-events.ts';
import { childOfSplit } from '../split/derive.ts';
import { deliveryOf } from './dimensions.ts';

const pledgeAfter = (history: readonly PledgeEvent[]): Pledge =>
  history.reduce((pledge, event, n) => evolve(pledge, recorded(event, n)), initialPledge);

const delivery = (history: readonly PledgeEvent[], on = '2026-11-29') =>
  deliveryOf(pledgeAfter(history), on, 90);

const count = (min: number | null, unit: string | null, max: number | null = min): Quantity => ({
  min,
  max,
  unit,
  asStated: null,
});

/** Announced and registered as so many of a thing, or so much money. */
const promising = (
  what: { quantity?: Quantity | null; money?: Money | null; timeframe?: string; months?: number },
  code = 'TRG-COURSE',
): PledgeEvent[] => {
  const { quantity = null, money: sum = null, timeframe = '2026', months = null } = what;
  const terms =
    months === null
      ? null
      : {
          mission: null,
          hostState: null,
          post: null,
          tourMonths: months,
          languages: [],
          targetGroup: null,
          implementingBody: null,
          use: null,
          validUntil: null,
          unitType: null,
          partOfUnit: null,
          womenShareTarget: null,
          hospitalLevel: null,
          accreditedOn: null,
          arrearsOwed: null,
        };
  const said = { category: 'TRAINING', capabilityCode: code, quantity, money: sum, timeframe, terms };
  return [announced(said), registeredAs(code, { quantity, timeframe })];
};

const registeredAs = (
  code: string,
  said: { quantity: Quantity | null; timeframe: string | null },
): PledgeEvent => {
  const event = registeredToCarryOut(code);
  return { ...event, data: { ...event.data, ...said } } as PledgeEvent;
};

const camps = (number: number, inUse: boolean | null, item = 'Camp') =>
  equipmentDelivered({ item, number, inUse, receiver: `Mission ${number}${String(inUse)}` });

describe('what was promised and what was delivered', () => {
  it('FIN-PBF 70, received 20: 29 per cent', () =>
    expect(delivery([...promising({ money: money(70) }, 'FIN-PBF'), fundsReceived({ amount: 20 })])).toEqual({
      dimensions: [
        {
          dimension: 'MONEY',
          currency: 'USD',
          promised: 70,
          firstPromised: 70,
          committed: null,
          delivered: 20,
          surplus: 0,
          share: 29,
        },
      ],
      share: 29,
      judgedBecause: null,
    }));

  it('4 courses promised, 1 delivered: 25 per cent', () =>
    expect(delivery([...promising({ quantity: count(4, 'courses') }), courseDelivered()])).toMatchObject({
      dimensions: [{ dimension: 'COURSES', promised: 4, delivered: 1 }],
      share: 25,
    }));

  it('2 camps, of which 1 is not in use: 50 per cent', () =>
    expect(
      delivery([...promising({ quantity: count(2, 'camps') }, 'EQP-CAMP'), camps(1, true), camps(1, false)]),
    ).toMatchObject({ dimensions: [{ dimension: 'CENTRES', promised: 2, delivered: 1 }], share: 50 }));

  it.each([
    ['nobody said whether it is in use', [camps(2, null)], 2],
    ['all are in use', [camps(2, true)], 2],
    ['none is', [camps(2, false)], 0],
    ['generators for it, named as such', [camps(1, true), camps(9, true, 'Generators')], 1],
    [
      'tents, which no table knows, beside camps that are named',
      [camps(1, true), camps(9, true, 'Tents')],
      1,
    ],
    ['what is handed over has a name of its own', [camps(2, null, 'Smart base kits X2')], 2],
  ])('of camps: %s', (_, given, delivered) =>
    expect(delivery([...promising({ quantity: count(2, 'camps') }, 'EQP-CAMP'), ...given])).toMatchObject({
      dimensions: [{ delivered }],
    }),
  );

  it.each<[string, string, string, readonly PledgeEvent[], object]>([
    [
      'persons of a training are those trained',
      'TRG-COURSE',
      'persons',
      [courseDelivered({ trained: 40 })],
      { dimension: 'PERSONS', delivered: 40 },
    ],
    [
      'trainees are too, whatever the category',
      'WPS-NETWORK',
      'participants',
      [courseDelivered({ trained: 40 }), seconded()],
      { delivered: 40 },
    ],
    [
      'experts are those sent',
      'PLANNERS',
      'experts',
      [seconded({ persons: 3 }), courseDelivered()],
      { dimension: 'PERSONS', delivered: 3 },
    ],
    [
      'posts are filled once, one person after the other',
      'PLANNERS',
      'posts',
      [
        seconded({ persons: 1, from: '2025-01-01', to: '2025-12-31' }),
        seconded({ persons: 1, secondmentId: idOf(77), from: '2026-01-01', to: '2026-12-31' }),
      ],
      { dimension: 'POSTS', delivered: 1 },
    ],
    [
      'trainers of a training are those sent',
      'TRG-TEAM',
      'trainers',
      [seconded({ persons: 2 }), courseDelivered()],
      { delivered: 2 },
    ],
    [
      'generators are no vehicles',
      'EQP-MRAP',
      'vehicles',
      [equipmentDelivered({ item: 'Generators', number: 7, inUse: null })],
      { delivered: 0 },
    ],
    [
      'a batch of 12 fills 12 posts of one title',
      'PLANNERS',
      'posts',
      [seconded({ persons: 12 })],
      { delivered: 12 },
    ],
    [
      'vehicles are items',
      'EQP-MRAP',
      'vehicles',
      [equipmentDelivered({ item: 'Mine-protected vehicles', number: 7, inUse: null })],
      { dimension: 'ITEMS', delivered: 7 },
    ],
    [
      'donated helicopters are aircraft',
      'EQP-HELICOPTER',
      'helicopters',
      [equipmentDelivered({ item: 'Helicopters', number: 2, inUse: true })],
      { dimension: 'AIRCRAFT', delivered: 2 },
    ],
  ])('%s', (_, code, unit, given, figures) =>
    expect(delivery([...promising({ quantity: count(12, unit) }, code), ...given])).toMatchObject({
      dimensions: [figures],
    }),
  );

  it('post-months are served up to the day of the question, or until the post ended', () => {
    const promise = promising({ quantity: count(2, 'posts'), months: 24 }, 'PLANNERS');
    const sent = [seconded({ persons: 2, from: '2025-01-01', to: '2026-12-31' })];
    expect(delivery([...promise, ...sent], '2025-07-01')).toMatchObject({
      dimensions: [
        { dimension: 'POSTS', promised: 2, delivered: 2 },
        { dimension: 'POST_MONTHS', promised: 48, delivered: 12 },
      ],
      share: 25,
    });
    expect(delivery([...promise, ...sent, secondmentEnded({ endedOn: '2025-04-01' })])).toMatchObject({
      dimensions: [{}, { delivered: 6 }],
    });
    expect(delivery([...promise, ...sent], '2024-01-01')).toMatchObject({
      dimensions: [{}, { delivered: 0 }],
    });
  });

  it('the share is that of the poorest dimension', () =>
    expect(
      delivery([
        ...promising({ quantity: count(2, 'experts'), months: 12 }, 'PLANNERS'),
        seconded({ persons: 2, from: '2026-01-01', to: '2026-04-01' }),
      ]),
    ).toMatchObject({
      dimensions: [
        { dimension: 'PERSONS', share: 100 },
        { dimension: 'POST_MONTHS', promised: 24, delivered: 6, share: 25 },
      ],
      share: 25,
    }));

  it('surplus is shown, and no share is above 100', () =>
    expect(
      delivery([...promising({ money: money(70) }, 'FIN-PBF'), fundsReceived({ amount: 100.5 })]),
    ).toMatchObject({ dimensions: [{ delivered: 100.5, surplus: 30.5, share: 100 }], share: 100 }));

  it('the money of another giver is not that of the state', () =>
    expect(
      delivery([
        ...promising({ money: money(70) }, 'FIN-PBF'),
        fundsReceived({ amount: 20 }),
        fundsReceived({ amount: 40, funder: 'Mission budget' }),
      ]),
    ).toMatchObject({ dimensions: [{ delivered: 20 }] }));

  it('money in another currency is none of that promise', () =>
    expect(
      delivery([
        ...promising({ money: money(70) }, 'FIN-PBF'),
        fundsReceived({ amount: 70, currency: 'EUR' }),
      ]),
    ).toMatchObject({ dimensions: [{ currency: 'USD', delivered: 0 }] }));

  it('committed is what an agreement or a plan binds', () => {
    const promise = promising({ money: money(70) }, 'FIN-PBF');
    expect(delivery([...promise, fundsCommitted({ amount: 50 })])).toMatchObject({
      dimensions: [{ committed: 50 }],
    });
    expect(delivery([...promising({ quantity: count(4, 'courses') }), planned()])).toMatchObject({
      dimensions: [{ committed: 4, delivered: 0 }],
    });
  });
});

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

describe('what is judged', () => {
  it.each([
    ['a political act, also with a number', 'POL-ENDORSE', count(2, 'courses'), 'POLITICAL_ACT'],
    ['a unit that no table knows', 'TRG-COURSE', count(2, 'pilots of the air force'), 'UNIT_UNKNOWN'],
    ['tonnes, of which no event tells', 'MED-COVID', count(2, 'tonnes'), 'UNIT_UNKNOWN'],
    ['a number of nothing that was named', 'TRG-COURSE', count(2, null), 'UNIT_UNKNOWN'],
  ])('%s', (_, code, quantity, judgedBecause) =>
    expect(delivery(promising({ quantity }, code))).toEqual({ dimensions: [], share: null, judgedBecause }),
  );
});

describe('units', () => {
  const unit = (quantity: Quantity) => [
    announced({ quantity }),
    ...historyTo
      .REGISTERED!.slice(1)
      .map((event) => (event.type === 'PledgeRegistered' ? registered({ quantity }) : event)),
  ];
  const inMission = [
    matched({ quantity: 1 }),
    selected(),
    mouSigned({ strength: 800 }),
    deployed({ strength: 780 }),
  ];

  it('of 2 battalions, 1 deployed: 50 per cent', () =>
    expect(delivery([...unit(count(2, 'units')), ...inMission])).toMatchObject({
      dimensions: [{ dimension: 'UNITS', promised: 2, committed: 1, delivered: 1 }],
      share: 50,
    }));

  it('count when they are home again', () =>
    expect(delivery([...unit(count(2, 'units')), ...inMission, repatriated()])).toMatchObject({
      dimensions: [{ delivered: 1 }],
    }));

  it('that go twice count once', () =>
    expect(delivery([...unit(count(2, 'units')), ...inMission, repatriated(), ...inMission])).toMatchObject({
      dimensions: [{ delivered: 1 }],
    }));

  it('promised in persons count by their strength, the largest there was', () => {
    const persons = [
      ...unit(count(850, 'troops')),
      matched({ quantity: 850 }),
      selected(),
      mouSigned({ strength: 800 }),
      deployed({ strength: 780 }),
    ];
    expect(delivery(persons)).toMatchObject({
      dimensions: [{ dimension: 'PERSONS', promised: 850, committed: 800, delivered: 780, share: 92 }],
    });
    expect(delivery([...persons, rotated({ strengthOut: 780, strengthIn: 400 })])).toMatchObject({
      dimensions: [{ delivered: 780 }],
    });
    expect(delivery([...persons, rotated({ strengthOut: 100, strengthIn: 170 })])).toMatchObject({
      dimensions: [{ delivered: 850 }],
    });
  });

  it('that never went have delivered nothing', () =>
    expect(delivery(unit(count(2, 'units')))).toMatchObject({ dimensions: [{ delivered: 0 }], share: 0 }));
});

describe('for any numbers', () => {
  const number = fc.integer({ min: 1, max: 10_000 });

  it('shares are whole, from 0 to 100, and reach 90 only with nine tenths of the promise', () =>
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 20_000 }), (promised, received) => {
        const { share } = delivery([
          ...promising({ money: money(promised) }, 'FIN-PBF'),
          fundsReceived({ amount: received }),
        ]);
        expect(Number.isInteger(share)).toBe(true);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(100);
        expect(share! >= 90).toBe(received * 10 >= promised * 9);
        expect(share === 100).toBe(received >= promised);
      }),
    ));

  it('courses count alike in every order, and more of them never make the share less', () =>
    fc.assert(
      fc.property(
        number,
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 8 }),
        (promised, trained) => {
          const courses = trained.map((persons, n) =>
            courseDelivered({ courseId: `${COURSE}-${n}`, trained: persons }),
          );
          const promise = promising({ quantity: count(promised, 'persons') });
          const all = delivery([...promise, ...courses]);
          expect(delivery([...promise, ...courses.toReversed()])).toEqual(all);
          expect(all.share).toBeGreaterThanOrEqual(delivery([...promise, ...courses.slice(1)]).share!);
        },
      ),
    ));
});
