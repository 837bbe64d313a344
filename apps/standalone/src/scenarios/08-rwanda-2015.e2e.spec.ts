/**
 * Rwanda, 2015: one report says one level II hospital, another two field hospitals. Lifecycle page, section 8.8: conflicting
 * sources are kept side by side, and the state is asked. The answer is ours; the sources leave it open.
 * Sources: https://ktpress.rw/2015/09/kagame-commits-more-troops-equipment-for-un-peacekeeping ;
 * https://celebcafe.org/countries-pledge-30000-united-nations-peacekeepers-at-united-nations-summit-6766
 */
import { idIn, startScenario, type Body, type Scenario } from '../testing/scenario.ts';

const ONE = 'https://ktpress.rw/2015/09/kagame-commits-more-troops-equipment-for-un-peacekeeping';
const TWO =
  'https://celebcafe.org/countries-pledge-30000-united-nations-peacekeepers-at-united-nations-summit-6766';

let scenario: Scenario;
let pledgeId: string;
beforeAll(async () => {
  scenario = await startScenario();
  const desk = scenario.as('DESK');
  pledgeId = idIn(
    await desk.post('/pledges', {
      conference: '2015-new-york',
      memberState: 'Rwanda',
      category: 'ENABLER',
      capabilityCode: 'HOSP-L2',
      quantity: '1',
      unit: 'unit',
      description: 'A level II hospital',
      announcedOn: '2015-09-28',
      source: ONE,
    }),
  );
  await desk.post(`/pledges/${pledgeId}/announcements`, {
    conference: '2015-new-york',
    memberState: 'Rwanda',
    wording: 'Two field hospitals',
    quantity: '2',
    unit: 'units',
    announcedOn: '2015-09-28',
    source: TWO,
  });
});
afterAll(() => scenario.close());

it('both figures stand side by side, each with its source, and the page says that they differ', async () => {
  expect(await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`)).toMatchObject({
    quantity: { min: 1, max: 1 },
    announcement: { source: ONE },
    links: [{ wording: 'Two field hospitals', quantity: { min: 2, max: 2 }, source: TWO }],
    sourcesDiffer: true,
  });
});

it('the promise is counted once', async () => {
  const { groups } = await scenario.as('PUBLIC').get('/reports/capabilities?memberState=RWA');
  const [all] = groups as readonly Body[];
  const hospitals = (all?.figures as readonly Body[]).find(
    ({ figure }) => figure === 'newestHospitalsAtMost',
  );
  expect(hospitals).toMatchObject({ value: 1, counted: { kind: 'pledges' } });
  expect((hospitals?.counted as Body).ids).toHaveLength(1);
});

it('the state is asked, and its answer makes it two', async () => {
  const [desk, rwanda] = [scenario.as('DESK'), scenario.as('MS', 'RWA')];
  await desk.post(`/pledges/${pledgeId}/clarifications`, {
    question: 'One hospital or two?',
    field: 'quantity',
    dueOn: '2015-11-30',
    blocking: true,
    occurredOn: '2015-10-05',
  });
  const { internal } = await rwanda.get(`/pledges/${pledgeId}`);
  const [asked] = (internal as Body).clarifications as readonly Body[];
  await rwanda.post(`/pledges/${pledgeId}/clarifications/${String(asked?.clarificationId)}/answer`, {
    answer: 'Two',
    occurredOn: '2015-10-20',
  });
  await rwanda.post(`/pledges/${pledgeId}/amendments`, {
    changes: [{ field: 'quantity', old: '1', new: '2', unit: 'units' }],
    reason: 'As clarified',
    source: 'Note verbale of 20 October 2015',
    occurredOn: '2015-10-20',
  });
  expect(await desk.get(`/pledges/${pledgeId}`)).toMatchObject({ quantity: { min: 2, max: 2 } });
  expect(await desk.get(`/pledges/${pledgeId}?asOf=2015-10-01`)).toMatchObject({
    quantity: { min: 1, max: 1 },
  });
});
