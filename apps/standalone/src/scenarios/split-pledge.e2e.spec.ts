/** A pledge that is split goes on as several. Lifecycle page, section 5. */
import { valueOf } from '../testing/figures.ts';
import { registerPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

it('a split pledge goes on as pledges of its own', async () => {
  const spain = scenario.as('MS', 'ESP');
  const whole = await spain.makes('/pledges', {
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    source: 'Press',
    memberState: 'Spain',
    quantity: '3',
    unit: 'units',
    description: 'Three battalions',
    announcedOn: '2024-12-01',
  });
  await registerUnit(
    scenario,
    whole,
    { acknowledged: '2025-01-10', registered: '2026-02-01' },
    { capabilityCode: 'INF-BN' },
  );
  await spain.post(`/pledges/${whole}/split`, {
    children: [{ quantity: 1, description: 'The first battalion' }],
    occurredOn: '2026-03-01',
  });
  const { children } = await spain.until(`/pledges/${whole}`, ({ children: opened }) =>
    (opened as readonly Body[]).every(({ status }) => status === 'REGISTERED'),
  );
  expect(children).toMatchObject([{ quantity: { max: 1 } }, { quantity: { max: 2 } }]);
  const [first] = children as readonly Body[];
  expect(await spain.get(`/pledges/${String(first?.pledgeId)}`)).toMatchObject({
    status: 'REGISTERED',
    level: 'L1',
    parents: [{ pledgeId: whole, status: 'SPLIT' }],
  });
});

it('promised money is shared out among the parts, and the total stays what it was', async () => {
  const said = { category: 'FINANCE', capabilityCode: 'FIN-PBF', description: 'Ten million' };
  const whole = await registerPromise(scenario, 'NLD', {
    ...said,
    money: { amount: 10_000_000, currency: 'EUR' },
  });
  const total = () => valueOf(scenario.as('PUBLIC'), 'money', 'pledgedOwn', 'EUR');
  expect(await total()).toBe(10_000_000);
  const dutch = scenario.as('MS', 'NLD');
  await dutch.post(`/pledges/${whole}/amendments`, {
    changes: [{ field: 'money', old: 10_000_000, new: 12_000_000 }],
    reason: 'The budget was raised',
    source: 'Note verbale',
  });
  await dutch.post(`/pledges/${whole}/split`, {
    children: [{ amount: 5_000_000, description: 'For the transition in Mali' }],
  });
  const { children } = await dutch.until(`/pledges/${whole}`, ({ children: opened }) =>
    (opened as readonly Body[]).every(({ status }) => status === 'REGISTERED'),
  );
  const [first, rest] = await Promise.all(
    (children as readonly Body[]).map(({ pledgeId }) => dutch.get(`/pledges/${String(pledgeId)}`)),
  );
  expect([first?.money, rest?.money]).toMatchObject([
    { amountMax: 5_000_000, currency: 'EUR' },
    { amountMax: 7_000_000, currency: 'EUR' },
  ]);
  expect(await total()).toBe(12_000_000);
});
