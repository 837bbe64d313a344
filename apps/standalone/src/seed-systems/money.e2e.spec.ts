/** Money, as the source documents name its ways: docs/coverage.md, section of that name. */
import { figuresOf, valueOf } from '../testing/figures.ts';
import { registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  anybody = scenario.as('PUBLIC');
});
afterAll(() => scenario.close());

const finance = (
  capabilityCode: string,
  amount: number,
  currency: string,
  funding: string,
  more: Body = {},
) => ({
  category: 'FINANCE',
  capabilityCode,
  money: { amount, currency, funding },
  description: 'Money',
  ...more,
});

const page = (pledgeId: string): Promise<Body> => anybody.get(`/pledges/${pledgeId}`);

it('Arrears: a payment is recorded and the remainder shown', async () => {
  const terms = { arrearsOwed: 1_000_000_000 };
  const pledgeId = await registerPromise(
    scenario,
    'USA',
    finance('FIN-ARREARS', 600_000_000, 'USD', 'ASSESSED', { terms }),
  );
  await scenario.as('IMPL').post(`/pledges/${pledgeId}/funds-received`, {
    amount: 250_000_000,
    currency: 'USD',
    funding: 'ASSESSED',
    agreementReference: 'Payment of June 2022',
    note: 'Paid without a commitment before',
  });
  expect(await page(pledgeId)).toMatchObject({
    announcement: { terms },
    delivered: {
      funds: [{ received: 250_000_000, funding: 'ASSESSED' }],
      outstanding: [{ currency: 'USD', amount: 350_000_000 }],
    },
    arrears: { currency: 'USD', owed: 1_000_000_000, paid: 250_000_000, remaining: 750_000_000 },
  });
});

it('Assessed against voluntary money: the two are never summed', async () => {
  const paid = async (state: string, funding: string, amount: number): Promise<void> => {
    const pledgeId = await registerPromise(scenario, state, finance('FIN-TRUSTFUND', amount, 'CHF', funding));
    const line = { amount, currency: 'CHF', funding, agreementReference: 'AGR', note: 'At once' };
    await scenario.as('IMPL').post(`/pledges/${pledgeId}/funds-received`, line);
  };
  await paid('CHE', 'VOLUNTARY', 20);
  await paid('AUT', 'ASSESSED', 30);
  const figures = await figuresOf(anybody, 'money', 'CHF');
  expect(figures.get('receivedOwnVoluntary')?.value).toBe(20);
  expect(figures.get('receivedOwnAssessed')?.value).toBe(30);
  expect(figures.get('receivedOwnVoluntary')?.counted.ids).toHaveLength(1);
});

it('Programmatic funding: money stays valid for two years after the mission closed', async () => {
  const desk = scenario.as('DESK');
  const source = 'Security Council resolution 2559 (2020)';
  await desk.post('/missions', { code: 'UNAMID', name: 'UNAMID', hostStates: ['Sudan'], source });
  const terms = { mission: 'UNAMID', use: 'programmatic activities' };
  const pledgeId = await registerPromise(
    scenario,
    'GBR',
    finance('FIN-PROGRAMMATIC', 5, 'GBP', 'ASSESSED', { terms }),
  );
  await desk.post('/missions/UNAMID/closure', { closesOn: '2020-12-31', source });
  expect(await anybody.get('/missions/UNAMID')).toMatchObject({
    programmaticMoneyUntil: '2022-12-31',
    pledges: [{ pledgeId, tie: 'TERMS' }],
  });
});

it('Peacebuilding Fund: pledged 70 and received 20 are shown apart', async () => {
  const terms = { implementingBody: 'Peacebuilding Fund' };
  const pledgeId = await registerPromise(
    scenario,
    'SWE',
    finance('FIN-PBF', 70, 'SEK', 'VOLUNTARY', { terms }),
  );
  const line = {
    currency: 'SEK',
    fund: 'Peacebuilding Fund',
    funding: 'VOLUNTARY',
    agreementReference: 'PBF/1',
  };
  await scenario.as('MS', 'SWE').post(`/pledges/${pledgeId}/funds-committed`, { ...line, amount: 70 });
  await scenario.as('IMPL').post(`/pledges/${pledgeId}/funds-received`, { ...line, amount: 20 });
  const figures = await figuresOf(anybody, 'money', 'SEK');
  const values = ['pledgedOwn', 'committedOwn', 'receivedOwn'].map((column) => figures.get(column)?.value);
  expect(values).toEqual([70, 70, 20]);
  expect(await valueOf(anybody, 'pledges-and-states?by=implementingBody', 'promisesMade', 'PBF')).toBe(1);
});

it('Joint programming and trust funds: the money of several funders is split by source', async () => {
  const pledgeId = await registerPromise(
    scenario,
    'NOR',
    finance('FIN-PEACEBUILDING', 60, 'USD', 'VOLUNTARY'),
  );
  const norway = scenario.as('MS', 'NOR');
  const about = { currency: 'USD', agreementReference: 'State liaison functions, Darfur' };
  const fromBudget = { ...about, amount: 40, funding: 'ASSESSED', funder: 'UNAMID budget' };
  const fromFund = { ...about, amount: 20, funding: 'VOLUNTARY', funder: 'Peacebuilding Fund' };
  await norway.post(`/pledges/${pledgeId}/funds-committed`, fromBudget);
  await norway.post(`/pledges/${pledgeId}/funds-committed`, fromFund);
  const { delivered } = await page(pledgeId);
  expect((delivered as Body).funds).toMatchObject([
    { funder: 'UNAMID budget', funding: 'ASSESSED', committed: 40 },
    { funder: 'Peacebuilding Fund', funding: 'VOLUNTARY', committed: 20 },
  ]);
});

it('A package of 20.4M with 17.2M itemised counts 20.4M: 17.2M itemised, 3.2M not', async () => {
  const promised = (amount: number, currency: string) =>
    registerPromise(scenario, 'DNK', finance('FIN-PEACEBUILDING', amount, currency, 'VOLUNTARY'));
  const whole = await promised(20_400_000, 'DKK');
  const counted = async (pledgeId: string, more: Body = {}) =>
    scenario.as('DESK').post(`/pledges/${pledgeId}/total`, { totalId: whole, kind: 'PACKAGE', ...more });
  await counted(await promised(11_000_000, 'DKK'));
  await counted(await promised(800_000, 'EUR'), { quantity: '6.2', unit: 'million DKK' });
  const figures = await figuresOf(anybody, 'money', 'DKK');
  const values = ['pledgedOwn', 'itemised', 'notItemised'].map((figure) => figures.get(figure)?.value);
  expect(values).toEqual([14_200_000, 17_200_000, 3_200_000]);
  expect(await page(whole)).toMatchObject({
    itemised: { money: [{ currency: 'DKK', itemised: 17_200_000, notItemised: 3_200_000, beyond: 0 }] },
  });
});

it('Another currency: the promise is amended by the rate of a day, and what was confirmed stays as it was', async () => {
  const pledgeId = await registerPromise(scenario, 'CAN', finance('FIN-PBF', 20.4, 'CAD', 'VOLUNTARY'));
  const canada = scenario.as('MS', 'CAN');
  await canada.post(`/pledges/${pledgeId}/funds-pledged`, { amount: 5, currency: 'CAD' });
  await canada.post(`/pledges/${pledgeId}/amendments`, {
    changes: [{ field: 'money', old: 20.4, new: 15, unit: 'USD' }],
    reason: 'The budget is in dollars of the United States',
    source: 'Note verbale 2026/31',
    conversion: { rate: 0.735, on: '2026-11-02' },
  });
  expect(await page(pledgeId)).toMatchObject({
    amendments: [{ conversion: { rate: 0.735, on: '2026-11-02' } }],
    moneyByGiver: [
      { giver: 'CAN', isOwn: true, currency: 'USD', pledgedMax: 15, confirmed: null },
      { giver: 'CAN', isOwn: true, currency: 'CAD', pledgedMax: null, confirmed: 5, surplus: 0 },
    ],
  });
});

it('Resident coordinator office support: posts are kept until a date', async () => {
  const terms = { implementingBody: 'RCO', hostState: 'Liberia', validUntil: '2024-12-31' };
  const said = finance('FIN-RCO', 1_200_000, 'NOK', 'VOLUNTARY', { terms, lateEntry: true });
  const pledgeId = await startPromise(scenario, 'ISL', said, [{ text: 'Posts filled', dueOn: '2022-12-31' }]);
  const posts = { indicator: 'POSTS_FILLED', low: 4, target: 4, occurredOn: '2022-12-31' };
  await scenario.as('MS', 'ISL').post(`/pledges/${pledgeId}/measurements`, posts);
  expect(await page(pledgeId)).toMatchObject({
    announcement: { terms: { validUntil: '2024-12-31', hostState: 'LBR' } },
    delivered: { measurements: [{ indicator: 'POSTS_FILLED', low: 4, target: 4 }] },
  });
});

it('UN-World Bank facility and peace and development advisers: pledges are listed by implementing body', async () => {
  const facility = { implementingBody: 'United Nations-World Bank partnership facility' };
  const advisers = { implementingBody: 'PDA' };
  for (const terms of [facility, advisers]) {
    await registerPromise(scenario, 'DEU', finance('FIN-PEACEBUILDING', 3, 'EUR', 'VOLUNTARY', { terms }));
  }
  for (const body of ['UN-WB', 'PDA']) {
    const figures = await figuresOf(anybody, 'pledges-and-states?by=implementingBody&memberState=DEU', body);
    expect(figures.get('promisesMade')?.counted.ids).toHaveLength(1);
  }
});

it('Peacebuilding Commission: the statement of a political pledge is recorded', async () => {
  const said = {
    category: 'POLITICAL',
    capabilityCode: 'POL-PBC',
    description: 'To speak in the Commission',
  };
  const pledgeId = await registerPromise(scenario, 'JPN', said);
  await scenario.as('MS', 'JPN').post(`/pledges/${pledgeId}/political-acts`, {
    act: 'STATEMENT',
    what: 'Annual session of the Peacebuilding Commission',
    link: 'https://example.org/statement',
    occurredOn: '2022-11-01',
  });
  expect(await page(pledgeId)).toMatchObject({
    delivered: { acts: [{ act: 'STATEMENT', doneOn: '2022-11-01' }] },
  });
});
