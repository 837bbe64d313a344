/**
 * Norway, 2015: aircraft first offered for six months (June), then for up to ten (September). Lifecycle page, section 8.7: the
 * same pledge, a second announcement, amended.
 * Source: https://www.regjeringen.no/no/aktuelt/norske-bidrag-til-fns-fredsoperasjoner/id2454379/
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';

const SOURCE = 'https://www.regjeringen.no/no/aktuelt/norske-bidrag-til-fns-fredsoperasjoner/id2454379/';

let scenario: Scenario;
let pledgeId: string;
beforeAll(async () => {
  scenario = await startScenario();
  const norway = scenario.as('MS', 'NOR');
  pledgeId = await norway.makes('/pledges', {
    memberState: 'Norway',
    category: 'ENABLER',
    capabilityCode: 'FW-TRANSPORT',
    quantity: '1',
    unit: 'aircraft',
    description: 'A C-130 transport aircraft for the mission in Mali',
    timeframe: 'six months',
    announcedOn: '2015-06-16',
    source: SOURCE,
  });
  await scenario.as('DESK').post(`/pledges/${pledgeId}/announcements`, {
    conference: '2015-new-york',
    memberState: 'Norway',
    wording: 'The aircraft for up to ten months',
    quantity: '1',
    unit: 'aircraft',
    announcedOn: '2015-09-28',
    source: SOURCE,
  });
});
afterAll(() => scenario.close());

it('the first words cannot be overwritten by whoever has them wrong', async () => {
  const stale = await scenario.as('MS', 'NOR').isRefused(`/pledges/${pledgeId}/amendments`, {
    changes: [{ field: 'timeframe', old: 'a year', new: 'up to ten months' }],
    reason: 'Announced at the summit',
    source: SOURCE,
    occurredOn: '2015-09-28',
  });
  expect(stale).toMatchObject({ code: 'STALE_VALUE', current: 'six months' });
});

it('it is one pledge with two announcements, and its timeframe is amended', async () => {
  await scenario.as('MS', 'NOR').post(`/pledges/${pledgeId}/amendments`, {
    changes: [{ field: 'timeframe', old: 'six months', new: 'up to ten months' }],
    reason: 'Announced at the summit',
    source: SOURCE,
    occurredOn: '2015-09-28',
  });
  expect(await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`)).toMatchObject({
    timeframe: 'up to ten months',
    announcement: { timeframe: 'six months', announcedOn: '2015-06-16' },
    links: [{ conference: '2015-new-york', announcedOn: '2015-09-28' }],
  });
  const { items } = await scenario.as('PUBLIC').get(`/pledges/${pledgeId}/history`);
  expect((items as readonly Body[]).map(({ type }) => type)).toEqual([
    'PledgeAnnounced',
    'AnnouncementLinked',
    'PledgeAmended',
  ]);
});

it('in August 2015 it was six months, and it is counted once', async () => {
  expect(await scenario.as('PUBLIC').get(`/pledges/${pledgeId}?asOf=2015-08-31`)).toMatchObject({
    timeframe: 'six months',
    links: [],
  });
  const { groups } = await scenario.as('PUBLIC').get('/reports/pledges-and-states?memberState=NOR');
  const [all] = groups as readonly Body[];
  expect((all?.figures as readonly Body[])[0]).toMatchObject({ figure: 'promisesMade', value: 1 });
});
