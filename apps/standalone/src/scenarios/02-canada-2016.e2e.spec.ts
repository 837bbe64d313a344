/**
 * Canada, 2016 to 2017: up to 600 troops and 150 police, later given shape as a series of smaller pledges. Lifecycle page,
 * section 8.2: the ceiling must not be counted again. Days without one in the source are ours.
 * Source: https://www.castanet.net/news/Canada/211589/Peacekeeping-plan-revealed
 */
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { valueOf } from '../testing/figures.ts';

const SOURCE = 'https://www.castanet.net/news/Canada/211589/Peacekeeping-plan-revealed';

let scenario: Scenario;
let troops: string;
let police: string;
let force: string;
let transport: string;
let officers: string;

const promised = (capabilityCode: string, category: string, announced: Body): Promise<string> =>
  scenario.as('MS', 'CAN').makes('/pledges', {
    memberState: 'Canada',
    category,
    capabilityCode,
    source: SOURCE,
    ...announced,
  });
const usesUp = (pledgeId: string, totalId: string): Promise<Body> =>
  scenario.as('DESK').post(`/pledges/${pledgeId}/total`, { totalId, kind: 'CEILING' });

beforeAll(async () => {
  scenario = await startScenario();
  const august = { announcedOn: '2016-08-26' };
  troops = await promised('TROOPS-UNSPEC', 'UNIT', {
    ...august,
    quantity: 'up to 600',
    unit: 'troops',
    description: 'Up to 600 troops for peace operations',
  });
  police = await promised('TROOPS-UNSPEC', 'UNIT', {
    ...august,
    quantity: 'up to 150',
    unit: 'police',
    description: 'Up to 150 police officers for peace operations',
  });
  const november = { announcedOn: '2017-11-15', conference: '2017-vancouver' };
  force = await promised('QRF-COY', 'UNIT', {
    ...november,
    quantity: '200',
    unit: 'troops',
    description: 'A quick-reaction force of 200',
  });
  transport = await promised('TROOPS-UNSPEC', 'UNIT', {
    ...november,
    quantity: '250',
    unit: 'troops',
    description: 'Crews and ground staff of 250',
  });
  officers = await promised('TROOPS-UNSPEC', 'UNIT', {
    ...november,
    quantity: '20',
    unit: 'police',
    description: 'Twenty police trainers',
  });
  await usesUp(force, troops);
  await usesUp(transport, troops);
  await usesUp(officers, police);
});
afterAll(() => scenario.close());

const offered = async (): Promise<Body> => {
  const { overall } = await scenario.as('PUBLIC').get('/reports/progress?memberState=CAN');
  return (overall as Body).offered as Body;
};

it('five pledges are in the register, and never more than the two ceilings are offered', async () => {
  expect(await offered()).toMatchObject({
    measures: [{ measure: 'persons', pledges: 5, min: 470, max: 750 }],
    overUsed: [],
  });
});

it('the strength in the report is that of the ceilings: at least what has shape, at most what was said', async () => {
  const value = (figure: string) => valueOf(scenario.as('PUBLIC'), 'capabilities?memberState=CAN', figure);
  expect([await value('newestPersonsAtLeast'), await value('newestPersonsAtMost')]).toEqual([470, 750]);
});

it('a ceiling shows what uses it up', async () => {
  const page = await scenario.as('PUBLIC').get(`/pledges/${troops}`);
  expect(page).toMatchObject({
    parts: expect.arrayContaining([
      expect.objectContaining({ pledgeId: force }),
      expect.objectContaining({ pledgeId: transport }),
    ]) as unknown,
  });
});

it('more than the ceiling is told, and not hidden', async () => {
  const more = await promised('TROOPS-UNSPEC', 'UNIT', {
    announcedOn: '2018-03-19',
    quantity: '250',
    unit: 'troops',
    description: 'A helicopter task force of 250',
  });
  await usesUp(more, troops);
  expect(await offered()).toMatchObject({ overUsed: [expect.objectContaining({ pledgeId: troops })] });
});

it('nothing uses itself up', async () => {
  const problem = await scenario
    .as('DESK')
    .isRefused(`/pledges/${force}/total`, { totalId: force, kind: 'CEILING' });
  expect(problem).toMatchObject({ code: 'COUNTED_IN_CIRCLE' });
});
