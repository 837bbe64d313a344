/**
 * Mali, 2016 to 2018: five states hold one transport aircraft in turn, and Norway keeps the camp all the time. Lifecycle page,
 * section 8.6: a joint pledge with a turn list and a supporting share. Days that the source does not give are ours.
 * Source: https://www.norway.no/en/missions/un/news/123/peace/new-norwegian-led-rotation-in-mali-for-transport-aircraft/
 */
import { joinsInvited } from '../testing/a-partner.ts';
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { assess, deployUnit, matchUnit, registerUnit } from '../testing/unit-steps.ts';

const TURNS = [
  { state: 'Norway', from: '2016-01-15', to: '2016-11-15' },
  { state: 'Portugal', from: '2016-11-16', to: '2017-05-15' },
  { state: 'Denmark', from: '2017-05-16', to: '2017-11-15' },
  { state: 'Sweden', from: '2017-11-16', to: '2018-05-15' },
  { state: 'Belgium', from: '2018-05-16', to: '2018-12-31' },
];

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
    description: 'A transport aircraft in Bamako, held by five states in turn, and the camp for all of them',
    announcedOn: '2015-06-16',
    source:
      'https://www.norway.no/en/missions/un/news/123/peace/new-norwegian-led-rotation-in-mali-for-transport-aircraft/',
  });
  const kind = { capabilityCode: 'FW-TRANSPORT' };
  await registerUnit(scenario, pledgeId, { acknowledged: '2015-07-01', registered: '2015-08-01' }, kind);
  await norway.post(`/pledges/${pledgeId}/partnership`, { kind: 'ROTATION', occurredOn: '2015-09-28' });
  await norway.post(`/pledges/${pledgeId}/partners`, {
    state: 'Norway',
    role: 'LOGISTICS',
    from: '2016-01-15',
    to: '2018-12-31',
    leadConsentReference: 'Camp Bifrost',
    occurredOn: '2015-10-01',
  });
  for (const { state, from, to } of TURNS.slice(1)) {
    const part = { role: 'UNIT', from, to, consentReference: 'Letter of intent', occurredOn: '2015-10-01' };
    await joinsInvited(scenario, { pledgeId, lead: 'NOR', state: codeOf(state) }, part);
  }
  await assess(scenario, pledgeId, 'NOR', '2015-10-15');
  const gapId = await matchUnit(scenario, pledgeId, { mission: 'MINUSMA', ...kind }, '2015-11-01');
  await norway.post(`/pledges/${pledgeId}/turns`, { turns: TURNS, occurredOn: '2015-11-10' });
  await deployUnit(
    scenario,
    pledgeId,
    { gapId, strength: 60, place: 'Bamako' },
    {
      selected: '2015-11-20',
      signed: '2015-12-01',
      visited: '2016-01-05',
      deployed: '2016-01-15',
      until: '2018-12-31',
    },
  );
});
afterAll(() => scenario.close());

const codeOf = (name: string): string =>
  ({ Norway: 'NOR', Portugal: 'PRT', Denmark: 'DNK', Sweden: 'SWE', Belgium: 'BEL' })[name] ?? '';

const rotate = (nextState: string, on: string): Promise<Body> =>
  scenario
    .as('MISSION')
    .post(`/pledges/${pledgeId}/rotations`, { strengthIn: 60, strengthOut: 60, nextState, occurredOn: on });

it('the next in place is the next in the list, or there is a reason', async () => {
  const early = await scenario.as('MISSION').isRefused(`/pledges/${pledgeId}/rotations`, {
    strengthIn: 60,
    strengthOut: 60,
    nextState: 'Sweden',
    occurredOn: '2016-11-16',
  });
  expect(early).toMatchObject({ code: 'NOT_NEXT_IN_TURN' });
});

it('five states hold it one after another', async () => {
  for (const { state, from } of TURNS.slice(1)) await rotate(state, from);
  const { items } = await scenario.as('FGS').get('/rotations');
  expect((items as readonly Body[])[0]).toMatchObject({
    pledgeId,
    lead: 'NOR',
    inPlace: 'BEL',
    states: ['NOR', 'PRT', 'DNK', 'SWE', 'BEL'],
    holes: [],
  });
});

it('it shows with each of the states, and is counted once', async () => {
  for (const { state } of TURNS) {
    expect(await scenario.as('PUBLIC').get(`/pledges?memberState=${codeOf(state)}`)).toMatchObject({
      total: 1,
    });
  }
  const { groups } = await scenario.as('PUBLIC').get('/reports/pledges-and-states?by=memberState');
  const [all, ...states] = groups as readonly Body[];
  expect(states.map(({ code }) => code)).toEqual(['BEL', 'DNK', 'NOR', 'PRT', 'SWE']);
  expect((all?.figures as readonly Body[])[0]).toMatchObject({ figure: 'promisesMade', value: 1 });
});

it('the report by kinds of partnership has one rotation of five states', async () => {
  const { groups } = await scenario.as('PUBLIC').get('/reports/partnerships');
  const rotation = (groups as readonly Body[]).find(({ code }) => code === 'ROTATION');
  const values = (rotation?.figures as readonly Body[]).map(({ figure, value }) => [figure, value]);
  expect(values).toContainEqual(['pledges', 1]);
  expect(values).toContainEqual(['states', 5]);
});
