/**
 * Accountability page, section 2: what was announced or amended is pledged, and confirmations are of it. Long because each dimension
 * of the one rule has its table.
 */
import type { Money, PledgeEvent } from '@pledgeline/contracts';
import fc from 'fast-check';
import { after } from '../testing/a-pledge.ts';
import { amended } from '../testing/amended-life.ts';
import { fundsCommitted, fundsPledged, fundsReceived } from '../testing/delivered-life.ts';
import { acknowledged, announced } from '../testing/early-life.ts';
import { registeredToCarryOut } from '../testing/implementation-life.ts';
import { money } from '../testing/money.ts';
import { pledgedMoney } from './pledged-money.ts';

const promised = (of: Money | null, memberState = 'CAN') => [
  announced({ memberState, quantity: null, money: of }),
  acknowledged(),
  registeredToCarryOut('FIN-PBF'),
];
const cad = (amount: number, max = amount, more: Partial<Money> = {}) =>
  money(amount, max, { currency: 'CAD', funding: null, ...more });
const linesOf = (...events: readonly PledgeEvent[]) => pledgedMoney(after(events).state());
const own = { currency: 'CAD', funding: null, fund: null, funder: null } as const;
const to = (old: Money | null, now: Money | null) =>
  amended({ changes: [{ field: 'money', old, new: now }] });

describe('what was announced', () => {
  it('20.4M CAD announced, 5M CAD confirmed: pledged 20.4M, confirmed 5M', () =>
    expect(linesOf(...promised(cad(20.4e6)), fundsPledged({ ...own, amount: 5e6 }))).toMatchObject([
      {
        currency: 'CAD',
        funder: null,
        pledgedMin: 20.4e6,
        pledgedMax: 20.4e6,
        isStated: true,
        confirmed: 5e6,
        surplus: 0,
        committed: null,
        received: null,
      },
    ]));

  it('stays where more was confirmed, and the surplus shows', () => {
    const twice = [15e6, 6.1e6].map((amount) => fundsPledged({ ...own, amount }));
    expect(linesOf(...promised(cad(20.4e6)), ...twice)).toMatchObject([
      { pledgedMax: 20.4e6, confirmed: 21.1e6, surplus: 0.7e6 },
    ]);
  });

  it('is what it was amended to since', () =>
    expect(
      linesOf(...promised(cad(20.4e6)), fundsPledged({ ...own, amount: 21e6 }), to(cad(20.4e6), cad(22e6))),
    ).toMatchObject([{ pledgedMax: 22e6, confirmed: 21e6, surplus: 0 }]));

  it.each([
    ['up to 10', cad(0, 10), 12, 2],
    ['5 to 10', cad(5, 10), 7, 0],
    ['over 10', money(10, null, { currency: 'CAD', funding: null }), 30, 0],
  ])('"%s" is exceeded beyond its upper end', (_, of, confirmed, surplus) =>
    expect(linesOf(...promised(of), fundsPledged({ ...own, amount: confirmed }))).toMatchObject([
      { pledgedMin: of.amountMin, pledgedMax: of.amountMax, confirmed, surplus },
    ]),
  );

  it('by the year is exceeded only in the year of a tranche', () => {
    const tranche = (trancheYear: number | null, amount: number) =>
      fundsPledged({ ...own, amount, trancheYear });
    const yearly = promised(cad(10, 10, { per: 'YEAR' }));
    expect(linesOf(...yearly, tranche(2026, 10), tranche(2027, 10), tranche(null, 30))).toMatchObject([
      { per: 'YEAR', pledgedMax: 10, confirmed: 50, surplus: 0 },
    ]);
    expect(linesOf(...yearly, tranche(2026, 6), tranche(2026, 7))).toMatchObject([{ surplus: 3 }]);
  });

  it('in a currency that was only assumed stays so', () =>
    expect(
      linesOf(...promised(money(70, 70, { currencyAssumed: true })), fundsPledged({ amount: 20 })),
    ).toMatchObject([{ pledgedMax: 70, currencyAssumed: true, confirmed: 20 }]));
});

describe('where nothing was announced', () => {
  it('the confirmed sum is pledged', () =>
    expect(
      linesOf(...promised(null), fundsPledged({ ...own, amount: 2 }), fundsPledged({ ...own, amount: 3 })),
    ).toMatchObject([
      { pledgedMin: 5, pledgedMax: 5, isStated: false, confirmed: 5, surplus: 0, currencyAssumed: false },
    ]));

  it('money without an amount is taken for what was confirmed of it', () => {
    const some = money(null, null, { currencyAssumed: true });
    expect(linesOf(...promised(some), fundsPledged({ amount: 3 }))).toMatchObject([
      { pledgedMax: 3, isStated: false, currencyAssumed: false },
    ]);
    expect(linesOf(...promised(some))).toMatchObject([{ pledgedMax: null, currencyAssumed: true }]);
  });

  it('payments alone say nothing about what was pledged', () =>
    expect(linesOf(...promised(null), fundsReceived())).toMatchObject([
      { pledgedMin: null, pledgedMax: null, isStated: false, confirmed: null, received: 20 },
    ]));

  it('and no money came, there is no line', () => expect(linesOf(...promised(null))).toEqual([]));
});

describe('another currency', () => {
  it('is a line of its own', () =>
    expect(linesOf(...promised(cad(20)), fundsPledged({ ...own, amount: 5, currency: 'EUR' }))).toMatchObject(
      [
        { currency: 'CAD', pledgedMax: 20, isStated: true, confirmed: null },
        { currency: 'EUR', pledgedMax: 5, isStated: false, confirmed: 5 },
      ],
    ));

  it('of an amendment takes the place of the first: what was confirmed of that is pledged no second time', () =>
    expect(
      linesOf(
        ...promised(cad(20)),
        fundsPledged({ ...own, amount: 5 }),
        to(cad(20), cad(15, 15, { currency: 'USD' })),
      ),
    ).toMatchObject([
      { currency: 'USD', pledgedMax: 15, confirmed: null },
      { currency: 'CAD', pledgedMin: null, pledgedMax: null, confirmed: 5, surplus: 0 },
    ]));

  it('of a second amendment takes the place of both', () =>
    expect(
      linesOf(
        ...promised(cad(20)),
        to(cad(20), cad(15, 15, { currency: 'USD' })),
        fundsPledged({ ...own, amount: 5, currency: 'USD' }),
        to(cad(15, 15, { currency: 'USD' }), cad(14, 14, { currency: 'EUR' })),
      ),
    ).toMatchObject([
      { currency: 'EUR', pledgedMax: 14, confirmed: null },
      { currency: 'USD', pledgedMax: null, confirmed: 5, surplus: 0 },
    ]));

  it('an amount that was taken back is pledged no more, and what was confirmed is beyond it', () =>
    expect(
      linesOf(...promised(cad(20)), fundsPledged({ ...own, amount: 5 }), to(cad(20), null)),
    ).toMatchObject([{ pledgedMax: null, confirmed: 5, surplus: 5 }]));
});

describe('each sum belongs to one giver', () => {
  it("Norway: the mission's programmatic 40 and the fund's 20 are not Norway's money", () => {
    const about = { currency: 'USD', fund: null };
    const norway = promised(money(60, 60, { funding: null }), 'NOR');
    const given = [
      fundsCommitted({ ...about, amount: 40, funding: 'ASSESSED', funder: 'UNAMID budget' }),
      fundsCommitted({ ...about, amount: 20, funding: 'VOLUNTARY', funder: 'Peacebuilding Fund' }),
      fundsReceived({ ...about, amount: 10, funding: 'VOLUNTARY', funder: null }),
    ];
    expect(linesOf(...norway, ...given)).toMatchObject([
      { funder: null, pledgedMax: 60, committed: null, received: 10 },
      { funder: 'Peacebuilding Fund', funding: 'VOLUNTARY', committed: 20, pledgedMax: null },
      { funder: 'UNAMID budget', funding: 'ASSESSED', committed: 40, pledgedMax: null },
    ]);
  });

  it.each(['CAN', 'can', 'Canada', ' Canada '])('%j is the state itself', (funder) =>
    expect(linesOf(...promised(cad(20)), fundsReceived({ ...own, funder, amount: 5 }))).toMatchObject([
      { funder: null, pledgedMax: 20, received: 5 },
    ]),
  );

  it.each([
    [['Norway', 'NOR', 'Norvège'], 'NOR'],
    [['Peacebuilding Fund', 'peacebuilding  fund', 'The Peacebuilding Fund'], 'Peacebuilding Fund'],
  ])('however it is spelt: %j', (spellings, funder) =>
    expect(
      linesOf(
        ...promised(null),
        ...spellings.map((one) => fundsReceived({ ...own, funder: one, amount: 5 })),
      ),
    ).toMatchObject([{ funder, received: 15 }]),
  );
});

describe('voluntary and assessed money', () => {
  const of = (funding: Money['funding'], amount: number) => ({ ...own, funding, amount });

  it('stand apart', () =>
    expect(
      linesOf(
        ...promised(cad(20, 20, { funding: 'VOLUNTARY' })),
        fundsPledged(of('VOLUNTARY', 5)),
        fundsPledged(of('ASSESSED', 7)),
        fundsReceived(of(null, 3)),
      ),
    ).toMatchObject([
      { funding: 'VOLUNTARY', pledgedMax: 20, confirmed: 5, received: 3 },
      { funding: 'ASSESSED', pledgedMax: 7, isStated: false, confirmed: 7, received: null },
    ]));

  it('are of one promise that did not say which', () =>
    expect(
      linesOf(...promised(cad(20)), fundsPledged(of('VOLUNTARY', 5)), fundsReceived(of('ASSESSED', 7))),
    ).toMatchObject([{ funding: null, pledgedMax: 20, confirmed: 5, received: 7 }]));

  it('a payment without a kind is of the one that was confirmed', () =>
    expect(
      linesOf(...promised(null), fundsPledged(of('VOLUNTARY', 5)), fundsReceived(of(null, 3))),
    ).toMatchObject([{ funding: 'VOLUNTARY', confirmed: 5, received: 3 }]));

  it('a payment without a kind is of none where two were confirmed', () =>
    expect(
      linesOf(
        ...promised(null),
        fundsPledged(of('VOLUNTARY', 5)),
        fundsPledged(of('ASSESSED', 7)),
        fundsReceived(of(null, 3)),
      ).map(({ funding, received }) => [funding, received]),
    ).toEqual([
      [null, 3],
      ['ASSESSED', null],
      ['VOLUNTARY', null],
    ]));
});

describe('in any life', () => {
  const step = fc.record({
    make: fc.constantFrom(0, 1, 2),
    amount: fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100),
    currency: fc.constantFrom('CAD', 'EUR'),
    funding: fc.constantFrom(null, 'VOLUNTARY', 'ASSESSED'),
    funder: fc.constantFrom(null, 'Canada', 'NOR', 'Peacebuilding Fund'),
    fund: fc.constantFrom(null, 'Trust fund'),
    trancheYear: fc.constantFrom(null, 2026, 2027),
  });
  const promise = fc.option(
    fc.record({
      amount: fc.integer({ min: 0, max: 100 }),
      funding: fc.constantFrom(null, 'VOLUNTARY' as const, 'ASSESSED' as const),
      per: fc.constantFrom(null, 'YEAR' as const),
    }),
  );
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
  const makers: readonly ((of: Omit<Step, 'make'>) => PledgeEvent)[] = [
    fundsPledged,
    fundsCommitted,
    fundsReceived,
  ];
  const eventOf = ({ make, ...of }: Step): PledgeEvent => makers[make]!(of);
  const beginning = (one: { amount: number; funding: Money['funding']; per: Money['per'] } | null) =>
    promised(one && cad(one.amount, one.amount + 5, { funding: one.funding, per: one.per }));
  const cents = (amounts: readonly (number | null)[]) =>
    amounts.reduce<number>((sum, amount) => sum + Math.round((amount ?? 0) * 100), 0);

  it('the order of the events makes no difference', () =>
    fc.assert(
      fc.property(promise, fc.array(step, { maxLength: 8 }), fc.func(fc.integer()), (one, steps, order) => {
        const turned = [...steps].sort((first, other) => order(first) - order(other)).reverse();
        expect(linesOf(...beginning(one), ...turned.map(eventOf))).toEqual(
          linesOf(...beginning(one), ...steps.map(eventOf)),
        );
      }),
    ));

  it('every cent is in one line', () =>
    fc.assert(
      fc.property(promise, fc.array(step, { maxLength: 8 }), (one, steps) => {
        const lines = linesOf(...beginning(one), ...steps.map(eventOf));
        const said = (make: number) =>
          cents(steps.filter((of) => of.make === make).map(({ amount }) => amount));
        expect(cents(lines.map(({ confirmed }) => confirmed))).toBe(said(0));
        expect(cents(lines.map(({ committed }) => committed))).toBe(said(1));
        expect(cents(lines.map(({ received }) => received))).toBe(said(2));
      }),
    ));

  it('what is pledged never falls by a confirmation, nor rises by a payment', () =>
    fc.assert(
      fc.property(promise, fc.array(step, { maxLength: 6 }), step, (one, steps, next) => {
        const pledgedAfter = (...all: readonly Step[]) =>
          ['CAD', 'EUR'].map((currency) =>
            cents(
              linesOf(...beginning(one), ...all.map(eventOf))
                .filter((line) => line.currency === currency)
                .map(({ pledgedMax }) => pledgedMax),
            ),
          );
        const before = pledgedAfter(...steps);
        const then = pledgedAfter(...steps, next);
        const isConfirmed = next.make === 0;
        then.forEach((amount, n) => {
          if (isConfirmed) expect(amount).toBeGreaterThanOrEqual(before[n] ?? 0);
          else expect(amount).toBe(before[n]);
        });
      }),
    ));

  it('an announced amount stands whatever is confirmed of it', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const [first] = linesOf(...promised(cad(20)), ...steps.map(eventOf));
        expect(first).toMatchObject({ currency: 'CAD', funder: null, pledgedMin: 20, pledgedMax: 20 });
      }),
    ));
});
