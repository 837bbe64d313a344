/**
 * Pakistan, 2015 to 2016: pledged, assessed by a team of the United Nations, then the ambassador asked for speed. Lifecycle
 * page, section 8.5: the time between the level and the selection must be reported. The days of the steps are ours.
 * Source: https://en.dailypakistan.com.pk/pakistan/additional-pakistan-army-units-are-ready-to-join-un-missions-maleeha-lodhi/
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { assess, matchUnit, registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
let pledgeId: string;
beforeAll(async () => {
  scenario = await startScenario();
  pledgeId = await scenario.as('MS', 'PAK').makes('/pledges', {
    conference: '2015-new-york',
    memberState: 'Pakistan',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    quantity: '1',
    unit: 'unit',
    description: 'An infantry battalion',
    announcedOn: '2015-09-28',
    source:
      'https://en.dailypakistan.com.pk/pakistan/additional-pakistan-army-units-are-ready-to-join-un-missions-maleeha-lodhi/',
  });
  const days = { acknowledged: '2015-10-15', registered: '2015-12-01' };
  await registerUnit(scenario, pledgeId, days, { capabilityCode: 'INF-BN' });
  await assess(scenario, pledgeId, 'PAK', '2016-03-01');
});
afterAll(() => scenario.close());

const step = async (from: string, to: string): Promise<Body | undefined> => {
  const { overall } = await scenario.as('FGS').get('/reports/progress?memberState=PAK');
  return ((overall as Body).medianDays as readonly Body[]).find((it) => it.from === from && it.to === to);
};

it('while it waits for its selection, no time to the selection is claimed', async () => {
  expect(await step('L2', 'SELECTED')).toMatchObject({ value: null, counted: 0 });
});

it('once selected, the days since the level was reached are reported', async () => {
  const gapId = await matchUnit(
    scenario,
    pledgeId,
    { mission: 'MINUSCA', capabilityCode: 'INF-BN' },
    '2016-10-01',
  );
  await scenario.as('FGS').post(`/pledges/${pledgeId}/selection`, {
    gapId,
    decisionReference: 'SEL-1',
    hostConsent: 'GIVEN',
    occurredOn: '2016-12-26',
  });
  expect(await step('L2', 'SELECTED')).toMatchObject({ value: 300, counted: 1 });
  expect(await step('REGISTERED', 'L2')).toMatchObject({ value: 91 });
});
