/** Accountability page, section 2: arrears are owed in all, paid, remaining, each dated. */
import { NO_TERMS, type PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { fundsCommitted, fundsReceived } from '../testing/delivered-life.ts';
import { acknowledged, announced } from '../testing/early-life.ts';
import { registeredToCarryOut } from '../testing/implementation-life.ts';
import { money } from '../testing/money.ts';
import { amended } from '../testing/amended-life.ts';
import { termsStated } from '../testing/terms-life.ts';
import { commands } from '../testing/commands.ts';
import { arrearsOf } from './arrears.ts';

const assessed = money(600, 600, { funding: 'ASSESSED' });
const owing = (arrearsOwed: number | null, of: typeof assessed | null = assessed) => [
  announced({ quantity: null, money: of, terms: { ...NO_TERMS, arrearsOwed }, announcedOn: '2025-06-01' }),
  acknowledged(),
  registeredToCarryOut('FIN-ARREARS'),
];
const paid = (amount: number, receivedOn: string, more: object = {}): PledgeEvent =>
  fundsReceived({ amount, receivedOn, funding: 'ASSESSED', fund: null, ...more });
const arrears = (...events: readonly PledgeEvent[]) => arrearsOf(after(events).state());

it('owed 1,000, paid 250 in two payments: 750 remain since the last', () =>
  expect(
    arrears(...owing(1000), paid(99.9, '2025-11-01'), paid(150.1, '2026-03-01', { trancheYear: 2026 })),
  ).toEqual({
    currency: 'USD',
    owed: 1000,
    owedOn: '2025-06-01',
    paid: 250,
    paidOn: '2026-03-01',
    remaining: 750,
    remainingOn: '2026-03-01',
  }));

it('stated after the announcement, and amended since, they are of that day', () => {
  const stated = [...owing(null), termsStated({ arrearsOwed: 1000 })];
  expect(arrears(...stated)).toMatchObject({ owed: 1000, owedOn: '2025-08-15' });
  const raised = amended({ changes: [{ field: 'terms.arrearsOwed', old: 1000, new: 1200 }] });
  const other = amended({ changes: [{ field: 'timeframe', old: null, new: 'soon' }] });
  const later = { ...other, occurredOn: '2025-09-01' };
  expect(arrears(...stated, raised, later as PledgeEvent)).toMatchObject({
    owed: 1200,
    owedOn: '2025-08-01',
    remaining: 1200,
  });
});

it('in any order of entry', () =>
  expect(arrears(...owing(1000), paid(150, '2026-03-01'), paid(100, '2025-11-01'))).toMatchObject({
    paid: 250,
    paidOn: '2026-03-01',
  }));

it('before any payment all of it remains', () =>
  expect(arrears(...owing(1000))).toMatchObject({
    paid: 0,
    paidOn: null,
    remaining: 1000,
    remainingOn: '2025-06-01',
  }));

it('is never below nothing', () =>
  expect(arrears(...owing(100), paid(250, '2026-03-01'))).toMatchObject({ paid: 250, remaining: 0 }));

it.each([
  ['voluntary money', { funding: 'VOLUNTARY' }, 0],
  ['money of others', { funder: 'Peacebuilding Fund' }, 0],
  ['another currency', { currency: 'EUR' }, 0],
  ['money of no stated kind', { funding: null }, 50],
  ['the state by its name', { funder: 'Rwanda' }, 50],
])('%s pays %j', (_, more, expected) =>
  expect(arrears(...owing(1000), paid(50, '2026-03-01', more))?.paid).toBe(expected),
);

it.each([[null], [NO_TERMS.arrearsOwed]])('of a pledge that states none (%j) there are none', (owed) =>
  expect(arrears(...owing(owed))).toBeNull(),
);

it('in no currency nothing is known to be paid', () =>
  expect(arrears(...owing(1000, null), paid(50, '2026-03-01'))).toMatchObject({ currency: null, paid: 0 }));

describe('a payment of arrears, which no agreement has to precede', () => {
  const NOW = { now: '2026-11-29T12:00:00.000Z' };
  const payment = { note: null, amount: 40, currency: 'USD', fund: null, funder: null, trancheYear: null };
  const own = { ...payment, funding: 'ASSESSED' as const };
  const committed = fundsCommitted({ amount: 50, funding: 'ASSESSED', fund: null });
  const unnamed = [
    announced({ quantity: null, money: null }),
    acknowledged(),
    registeredToCarryOut('FIN-ARREARS'),
  ];
  const stated = owing(1000).with(2, registeredToCarryOut('FIN-PBF'));
  const other = owing(null).with(2, registeredToCarryOut('FIN-PBF'));

  it.each<[string, readonly PledgeEvent[], object, boolean]>([
    ['the first', owing(1000), own, true],
    ['the second, without any commitment', [...owing(1000), paid(250, '2025-11-01')], own, true],
    ['of more than is owed', owing(10), own, true],
    ['of no stated kind', owing(1000), { ...payment, funding: null }, true],
    ['of the state by its name', owing(1000), { ...own, funder: 'Rwanda' }, true],
    ['in another currency', owing(1000), { ...own, currency: 'EUR' }, true],
    ['while nobody has said how much is owed', unnamed, own, true],
    ['under another code, of a pledge that says how much is owed', stated, own, true],
    ['within what was committed', [...owing(1000), committed], own, true],
    ['above what was committed', [...owing(1000), committed], { ...own, amount: 60 }, false],
    ['with voluntary money', owing(1000), { ...payment, funding: 'VOLUNTARY' }, false],
    ['by another', owing(1000), { ...own, funder: 'Peacebuilding Fund' }, false],
    ['of a pledge that is of no arrears', other, own, false],
  ])('%s', (_, history, data, isTaken) => {
    const outcome = after(history).when(commands.ReceiveFunds, data, NOW);
    if (isTaken) outcome.thenTypes('FundsReceived');
    else outcome.thenRefused('RECEIVED_ABOVE_COMMITTED');
    after(history)
      .when(commands.ReceiveFunds, { ...data, note: 'Paid at once' }, NOW)
      .thenTypes('FundsReceived');
  });
});
