/**
 * What was promised and delivered along each dimension: accountability page, section 1, in its words. Long because each dimension has
 * its table.
 */
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import fc from 'fast-check';
import { count, delivery, promising } from '../testing/a-promise.ts';
import {
  courseDelivered,
  equipmentDelivered,
  fundsCommitted,
  fundsReceived,
  seconded,
  secondmentEnded,
} from '../testing/delivered-life.ts';
import { announced, registered } from '../testing/early-life.ts';
import { planned } from '../testing/implementation-life.ts';
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
import { COURSE, idOf } from '../testing/named-events.ts';

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

  it.each([
    [850, 1, 1, 100],
    [850 * 2, 2, 2, 100],
    [400, 400 / 850, 0.47, 47],
    [800, 800 / 850, 0.94, 94],
  ])(
    'matched as %i persons of units of 850 count as what they are of a unit',
    (quantity, takes, units, share) => {
      const history = [
        ...unit(count(Math.ceil(takes), 'units')),
        matched({ quantity, unit: 'persons', takes }),
        selected(),
        mouSigned({ strength: 300 }),
      ];
      const figures = { dimension: 'UNITS', committed: units };
      expect(delivery(history)).toMatchObject({ dimensions: [{ ...figures, delivered: 0 }] });
      expect(delivery([...history, deployed({ strength: 300 })])).toMatchObject({
        dimensions: [{ ...figures, delivered: units }],
        share,
      });
    },
  );

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
