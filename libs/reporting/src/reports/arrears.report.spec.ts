/** Arrears that several pledges state are one debt, or several: accountability page, section 2. */
import fc from 'fast-check';
import { NO_TERMS } from '@pledgeline/contracts';
import { aLog, id, type Log } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

interface Statement {
  readonly state?: string;
  readonly owed: number | null;
  readonly on: string | null;
  readonly currency?: string;
  readonly body?: string | null;
  readonly mission?: string | null;
  readonly paid?: readonly (readonly [amount: number, on: string])[];
}

const state = (log: Log, name: string, said: Statement): void => {
  const { owed, on, state: memberState = 'BRA', currency = 'USD', body = null, mission = null } = said;
  const terms = { ...NO_TERMS, arrearsOwed: owed, implementingBody: body, mission };
  const amount = { amountMin: 1, amountMax: 1, currency, currencyAssumed: false, per: null, asStated: null };
  announce(log, name, {
    ...{ memberState, category: 'FINANCE', capabilityCode: 'FIN-ARREARS', terms },
    ...{ money: { ...amount, funding: 'ASSESSED' }, announcedOn: on },
  });
  for (const [paid, receivedOn] of said.paid ?? [])
    log.add(name, 'FundsReceived', {
      ...{ pledgeId: id(name), amount: paid, receivedOn, currency, funding: 'ASSESSED' },
      ...{ fund: null, funder: null, trancheYear: null, agreementReference: null, note: null },
    });
};

const definition = reports.find(({ report }) => report === 'arrears')!;
const figuresOf = async (statements: readonly Statement[], group = 'USD') => {
  const log = aLog();
  for (const [n, statement] of statements.entries()) state(log, `p${n}`, statement);
  const groups = await definition.make(await contextOf(log.events), {});
  const figures = groups.find(({ code }) => code === group)?.figures ?? [];
  return Object.fromEntries(figures.map(({ figure, value }) => [figure, value]));
};

const AT = '2025-06-01';
const thousand = { owed: 1000, on: AT };

it.each<[string, readonly Statement[], object]>([
  ['the same sum twice on one day', [thousand, thousand], { owed: 1000, remaining: 1000, statedAgain: 1 }],
  [
    'a later sum stands for an earlier one',
    [thousand, { owed: 800, on: '2026-01-01' }],
    { owed: 800, remaining: 800, statedAgain: 1 },
  ],
  [
    'also a higher one, entered first',
    [{ owed: 1200, on: '2026-01-01' }, thousand],
    { owed: 1200, remaining: 1200 },
  ],
  ['two sums of one day: the higher', [{ owed: 900, on: AT }, thousand], { owed: 1000 }],
  [
    'one without a day is before one with a day',
    [
      { owed: 9, on: AT },
      { owed: 1000, on: null },
    ],
    { owed: 9 },
  ],
  [
    'a body under two names',
    ['PBF', 'Peacebuilding Fund'].map((body) => ({ ...thousand, body })),
    { owed: 1000 },
  ],
  [
    'a mission in two spellings',
    ['MONUSCO', 'monusco'].map((mission) => ({ ...thousand, mission })),
    { owed: 1000 },
  ],
  ['two bodies', ['PBF', 'UNDP'].map((body) => ({ ...thousand, body })), { owed: 2000, statedAgain: 0 }],
  ['two missions', ['MONUSCO', 'UNMISS'].map((mission) => ({ ...thousand, mission })), { owed: 2000 }],
  ['two states', ['BRA', 'ARG'].map((one) => ({ ...thousand, state: one })), { owed: 2000, statedAgain: 0 }],
  ['another currency', [thousand, { ...thousand, currency: 'EUR' }], { owed: 1000, statedAgain: 0 }],
  ['one that states none', [thousand, { owed: null, on: AT, paid: [[5, AT]] }], { owed: 1000, paid: 0 }],
])('%s', async (_, statements, expected) => expect(await figuresOf(statements)).toMatchObject(expected));

it.each<[string, readonly Statement[], object]>([
  [
    'under both pledges of one day',
    [
      { ...thousand, paid: [[100, '2025-07-01']] },
      { ...thousand, paid: [[50, '2025-08-01']] },
    ],
    { owed: 1000, paid: 150, remaining: 850 },
  ],
  [
    'before the later statement was made is in it already',
    [
      { ...thousand, paid: [[200, '2025-07-01']] },
      { owed: 800, on: '2026-01-01', paid: [[100, '2026-02-01']] },
    ],
    { owed: 800, paid: 100, remaining: 700 },
  ],
  [
    'under the earlier pledge, on the day of the later statement or after it',
    [
      {
        ...thousand,
        paid: [
          [200, '2026-01-01'],
          [30, '2026-03-01'],
        ],
      },
      { owed: 800, on: '2026-01-01' },
    ],
    { owed: 800, paid: 230, remaining: 570, settled: 0 },
  ],
  [
    'more than is owed, of one debt, leaves another as it is',
    [
      { ...thousand, paid: [[700, AT]] },
      { ...thousand, paid: [[700, AT]] },
      { ...thousand, state: 'ARG' },
    ],
    { owed: 2000, paid: 1400, remaining: 1000, settled: 1 },
  ],
])('what was paid %s', async (_, statements, expected) =>
  expect(await figuresOf(statements)).toMatchObject(expected),
);

it('each state by itself', async () =>
  expect(await figuresOf([thousand, thousand, { ...thousand, state: 'ARG' }], 'BRA USD')).toMatchObject({
    owed: 1000,
    statedAgain: 1,
  }));

it('the order of entry makes no difference', async () => {
  const day = fc.constantFrom('2024-03-01', '2025-06-01', '2026-01-01');
  const statement = fc.record({
    owed: fc.integer({ min: 0, max: 50 }),
    on: fc.option(day),
    state: fc.constantFrom('BRA', 'ARG'),
    body: fc.constantFrom(null, 'PBF'),
    paid: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), day), { maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 5 }), async (statements) => {
      const { owed, remaining } = await figuresOf(statements);
      expect(await figuresOf(statements.toReversed())).toMatchObject({ owed, remaining });
    }),
    { numRuns: 15 },
  );
});
