/**
 * Colombia, 2015: 58 police and 12 officers in the first year, 500 in the second, up to 5,000 from the third on, if the peace
 * process allows and Congress agrees. Lifecycle page, section 8.9: phased and conditional.
 * Source: https://archivo.lapatria.com/internacional/colombia-aportaria-5-mil-uniformados-tropas-de-paz-234618?qt-qt_3_lomas=0
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';

let scenario: Scenario;
let pledgeId: string;
beforeAll(async () => {
  scenario = await startScenario();
  const colombia = scenario.as('MS', 'COL');
  pledgeId = await colombia.makes('/pledges', {
    conference: '2015-new-york',
    memberState: 'Colombia',
    category: 'UNIT',
    capabilityCode: 'TROOPS-UNSPEC',
    quantity: 'up to 5,000',
    unit: 'personnel',
    description: 'Uniformed personnel in three phases',
    announcedOn: '2015-09-28',
    source:
      'https://archivo.lapatria.com/internacional/colombia-aportaria-5-mil-uniformados-tropas-de-paz-234618?qt-qt_3_lomas=0',
  });
  await scenario.as('DESK').post(`/pledges/${pledgeId}/acknowledgement`, {
    acknowledgementReference: 'ACK-1',
    occurredOn: '2015-10-15',
  });
  for (const text of ['The peace process allows', 'Congress agrees']) {
    await colombia.post(`/pledges/${pledgeId}/conditions`, { text, occurredOn: '2015-10-20' });
  }
  await colombia.post(`/pledges/${pledgeId}/phases`, {
    phases: [
      { name: 'year 1', quantity: '70' },
      { name: 'year 2', quantity: '500' },
      { name: 'from year 3', quantity: 'up to 5,000', condition: 'Congress agrees' },
    ],
    unit: 'personnel',
    cumulative: true,
    occurredOn: '2015-10-20',
  });
});
afterAll(() => scenario.close());

it('the page tells the phases and what they depend on', async () => {
  const page = await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`);
  expect(page).toMatchObject({
    quantity: { min: 0, max: 5000 },
    conditions: [
      { text: 'The peace process allows', outcome: null },
      { text: 'Congress agrees', outcome: null },
    ],
  });
  const { phases } = page.phases as { readonly phases: readonly Body[] };
  expect(phases.map(({ name, quantity }) => [name, (quantity as Body).max])).toEqual([
    ['year 1', 70],
    ['year 2', 500],
    ['from year 3', 5000],
  ]);
});

it('the strength is counted by the whole, and never by the sum of its phases', async () => {
  const { groups } = await scenario.as('PUBLIC').get('/reports/capabilities?memberState=COL');
  const [all] = groups as readonly Body[];
  const value = (code: string) =>
    (all?.figures as readonly Body[]).find(({ figure }) => figure === code)?.value;
  expect([value('newestPersonsAtLeast'), value('newestPersonsAtMost')]).toEqual([0, 5000]);
});

it('one condition is met and the other still open a year later', async () => {
  const desk = scenario.as('DESK');
  const { conditions } = await desk.get(`/pledges/${pledgeId}`);
  const [peace] = conditions as readonly Body[];
  await desk.post(`/pledges/${pledgeId}/conditions/${String(peace?.conditionId)}/fulfilment`, {
    evidence: 'Final agreement of 24 November 2016',
    occurredOn: '2016-11-24',
  });
  const outcomes = async (asOf: string) =>
    ((await desk.get(`/pledges/${pledgeId}?asOf=${asOf}`)).conditions as readonly Body[]).map(
      ({ outcome }) => outcome,
    );
  expect(await outcomes('2016-11-30')).toEqual(['MET', null]);
  expect(await outcomes('2016-01-31')).toEqual([null, null]);
});
