/**
 * Spain, 2015: an offer on the condition that Spain commands UNIFIL, withdrawn by June 2016. Lifecycle page, section 8.3: a
 * condition, and a withdrawal with its reason. The days are ours where the source gives none.
 * Source: https://terradaily.com/reports/UN_Countries_slow_to_deliver_promised_peacekeeping_contributions_999.html
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';

const SOURCE =
  'https://terradaily.com/reports/UN_Countries_slow_to_deliver_promised_peacekeeping_contributions_999.html';

let scenario: Scenario;
let pledgeId: string;
beforeAll(async () => {
  scenario = await startScenario();
  const [spain, desk] = [scenario.as('MS', 'ESP'), scenario.as('DESK')];
  pledgeId = await spain.makes('/pledges', {
    conference: '2015-new-york',
    memberState: 'Spain',
    category: 'UNIT',
    capabilityCode: 'TROOPS-UNSPEC',
    description: 'Further troops, should Spain command the mission in Lebanon',
    announcedOn: '2015-09-28',
    source: SOURCE,
  });
  await desk.post(`/pledges/${pledgeId}/acknowledgement`, {
    acknowledgementReference: 'ACK-1',
    occurredOn: '2015-10-12',
  });
  await spain.post(`/pledges/${pledgeId}/conditions`, {
    text: 'Spain holds the command of UNIFIL',
    occurredOn: '2015-10-20',
  });
  const { conditions } = await desk.get(`/pledges/${pledgeId}`);
  const [condition] = conditions as readonly Body[];
  await desk.post(`/pledges/${pledgeId}/conditions/${String(condition?.conditionId)}/failure`, {
    evidence: 'Appointment of another force commander',
    occurredOn: '2016-05-20',
  });
  await spain.post(`/pledges/${pledgeId}/withdrawal`, {
    reason: 'The command was given to another state',
    source: SOURCE,
    occurredOn: '2016-06-10',
  });
});
afterAll(() => scenario.close());

it('the public sees the condition, that it failed, and the withdrawal', async () => {
  expect(await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`)).toMatchObject({
    status: 'WITHDRAWN',
    statusSince: '2016-06-10',
    conditions: [{ text: 'Spain holds the command of UNIFIL', outcome: 'FAILED' }],
  });
  const { items } = await scenario.as('PUBLIC').get(`/pledges/${pledgeId}/history`);
  const withdrawn = (items as readonly Body[]).find(({ type }) => type === 'PledgeWithdrawn');
  expect(withdrawn?.data).toMatchObject({ reason: 'The command was given to another state' });
});

it('as of 17 June 2016 the state has failed, as of 1 June it has only announced', async () => {
  const failedAsOf = async (asOf: string): Promise<unknown> => {
    const { groups } = await scenario.as('PUBLIC').get(`/reports/delivery-by-state?asOf=${asOf}`);
    const spain = (groups as readonly Body[]).find(({ code }) => code === 'ESP');
    return (spain?.figures as readonly Body[]).find(({ figure }) => figure === 'takenBack')?.value;
  };
  expect(await failedAsOf('2016-06-17')).toBe(1);
  expect(await failedAsOf('2016-06-01')).toBe(0);
});

it('nothing can follow the withdrawal', async () => {
  const again = await scenario
    .as('MS', 'ESP')
    .isRefused(`/pledges/${pledgeId}/withdrawal`, { reason: 'Again' });
  expect(again.code).toBe('ALREADY_WITHDRAWN');
  const renewed = await scenario.as('MS', 'ESP').isRefused(`/pledges/${pledgeId}/renewals`, {});
  expect(renewed.code).toBe('WRONG_ORDER');
});
