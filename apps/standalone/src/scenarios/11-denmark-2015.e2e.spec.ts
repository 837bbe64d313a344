/**
 * Denmark, 2015: the United Nations asked for 250 soldiers and 30 vehicles, Denmark gave 30 soldiers and an aircraft.
 * Lifecycle page, section 8.11: a partial match to a request. The steps before the match are ours.
 * Sources: http://en.chinagate.cn/2015-10/30/content_36939845.htm ;
 * https://um.dk/en/news/newsdisplaypage/?newsID=A90B2770-18A9-4226-8ED6-72B3E5462843
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { registerUnit } from '../testing/unit-steps.ts';

const SOURCE = 'https://um.dk/en/news/newsdisplaypage/?newsID=A90B2770-18A9-4226-8ED6-72B3E5462843';

let scenario: Scenario;
let soldiers: string;
let vehicles: string;
let given: string;
beforeAll(async () => {
  scenario = await startScenario();
  const mission = scenario.as('MISSION');
  const asked = { mission: 'MINUSMA', neededBy: '2016-03-31', priority: 'HIGH', occurredOn: '2015-10-01' };
  soldiers = await mission.makes('/gaps', {
    ...asked,
    capabilityCode: 'SF-COY',
    substitutes: ['SF-ELEMENT'],
    number: 250,
    unit: 'troops',
  });
  vehicles = await mission.makes('/gaps', {
    ...asked,
    capabilityCode: 'EQP-MRAP',
    number: 30,
    unit: 'vehicles',
  });
  const denmark = scenario.as('MS', 'DNK');
  const said = { memberState: 'Denmark', announcedOn: '2015-11-17', source: SOURCE };
  given = await denmark.makes('/pledges', {
    ...said,
    category: 'UNIT',
    capabilityCode: 'SF-ELEMENT',
    quantity: '30',
    unit: 'troops',
    description: 'Special operations contribution for the mission in Mali',
  });
  await denmark.makes('/pledges', {
    ...said,
    category: 'ENABLER',
    capabilityCode: 'FW-TRANSPORT',
    quantity: '1',
    unit: 'aircraft',
    description: 'Hercules transport aircraft with up to 60 personnel for the mission in Mali',
  });
  await registerUnit(
    scenario,
    given,
    { acknowledged: '2015-11-20', registered: '2015-12-01' },
    { capabilityCode: 'SF-ELEMENT' },
  );
  await scenario.as('SFGC').post(`/pledges/${given}/matches`, {
    gapId: soldiers,
    quantity: 30,
    occurredOn: '2015-12-10',
  });
});
afterAll(() => scenario.close());

it('thirty of the soldiers are found, and the rest of the need stays open', async () => {
  const { items } = await scenario
    .as('FGS')
    .until('/gaps?mission=MINUSMA', ({ items }) =>
      (items as readonly Body[]).some(({ gapId, reserved }) => gapId === soldiers && reserved === 30),
    );
  const gaps = new Map((items as readonly Body[]).map((gap) => [gap.gapId, gap]));
  expect(gaps.get(soldiers)).toMatchObject({ number: 250, reserved: 30, left: 220 });
  expect(gaps.get(vehicles)).toMatchObject({ number: 30, reserved: 0, left: 30 });
});

it('nothing of the unit is left for another gap', async () => {
  const problem = await scenario.as('SFGC').isRefused(`/pledges/${given}/matches`, {
    gapId: soldiers,
    quantity: 1,
    occurredOn: '2015-12-11',
  });
  expect(problem).toMatchObject({ code: 'ALREADY_MATCHED' });
});

it('the aircraft is a pledge of its own, in a measure of its own', async () => {
  const { overall } = await scenario.as('PUBLIC').get('/reports/progress?memberState=DNK');
  expect((overall as Body).offered).toMatchObject({
    measures: [
      { measure: 'aircraft', pledges: 1, min: 1, max: 1 },
      { measure: 'persons', pledges: 1, min: 30, max: 30 },
    ],
  });
});
