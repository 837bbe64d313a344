/**
 * Viet Nam: engineers and a Level II hospital offered in 2015, and the first hospital left in October 2018. Lifecycle page,
 * section 8.12: three years from the announcement to the deployment, so renewals matter. The days between are ours.
 * Sources: https://english.vtv.vn/news/vietnamese-president-attends-un-peace-keeping-summit-20150930102419982.htm ;
 * http://sggpnews.org.vn/national/vietnam-to-join-un-peacekeeping-missions-in-october-77887.html
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { assess, deployUnit, matchUnit, registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
let hospital: string;
beforeAll(async () => {
  scenario = await startScenario();
  const vietNam = scenario.as('MS', 'VNM');
  const said = {
    conference: '2015-new-york',
    memberState: 'Viet Nam',
    category: 'ENABLER',
    quantity: '1',
    unit: 'unit',
    timeframe: 'soon',
    announcedOn: '2015-09-28',
    source:
      'https://english.vtv.vn/news/vietnamese-president-attends-un-peace-keeping-summit-20150930102419982.htm',
  };
  hospital = await vietNam.makes('/pledges', {
    ...said,
    capabilityCode: 'HOSP-L2',
    description: 'Level II field hospital',
  });
  await vietNam.makes('/pledges', {
    ...said,
    capabilityCode: 'ENG-UNSPEC',
    description: 'Military engineering unit',
  });
  await registerUnit(
    scenario,
    hospital,
    { acknowledged: '2015-10-20', registered: '2016-01-15' },
    { capabilityCode: 'HOSP-L2' },
  );
  for (const on of ['2016-12-20', '2017-06-20', '2017-12-20']) {
    await vietNam.post(`/pledges/${hospital}/renewals`, { occurredOn: on });
  }
  await assess(scenario, hospital, 'VNM', '2017-03-14');
  const gapId = await matchUnit(
    scenario,
    hospital,
    { mission: 'UNMISS', capabilityCode: 'HOSP-L2' },
    '2018-01-15',
  );
  await deployUnit(
    scenario,
    hospital,
    { gapId, strength: 63, place: 'Bentiu' },
    {
      selected: '2018-02-01',
      signed: '2018-05-10',
      visited: '2018-08-20',
      deployed: '2018-10-15',
      until: '2020-11-30',
    },
  );
  await scenario.as('MISSION').post(`/pledges/${hospital}/rotations`, {
    strengthIn: 63,
    strengthOut: 63,
    occurredOn: '2019-11-20',
  });
});
afterAll(() => scenario.close());

it('the hospital is in the field, three years and three renewals later', async () => {
  expect(await scenario.as('PUBLIC').get(`/pledges/${hospital}`)).toMatchObject({
    status: 'DEPLOYED',
    validUntil: '2018-07-15',
    deployment: { mission: 'UNMISS', deployedOn: '2018-10-15', lastRotatedOn: '2019-11-20', strength: 63 },
  });
  const { items } = await scenario.as('AUDITOR').get(`/pledges/${hospital}/history`);
  const types = (items as readonly Body[]).map(({ type }) => type);
  expect(types.filter((type) => type === 'PledgeRenewed')).toHaveLength(3);
});

it('the report tells 1,113 days from the announcement to the deployment', async () => {
  const { overall } = await scenario.as('PUBLIC').get('/reports/progress?memberState=VNM');
  const { medianDays, current } = overall as Body;
  expect(medianDays).toContainEqual({
    from: 'ANNOUNCED',
    to: 'DEPLOYED',
    value: 1113,
    counted: 1,
    leftOut: 0,
  });
  expect(current).toEqual({ ANNOUNCED: 1, DEPLOYED: 1 });
});
