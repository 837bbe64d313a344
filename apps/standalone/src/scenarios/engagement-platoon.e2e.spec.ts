/** An engagement platoon and its battalion: linked, seen from both sides, each with its own values. Accountability page, section 7. */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { announcePromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';
import { registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
let battalion: string;
let platoon: string;

const announce = (state: string, terms: Body, quantity = '30'): Promise<string> =>
  announcePromise(
    scenario,
    state,
    {
      category: 'ENABLER',
      capabilityCode: 'ENGAGE-PL',
      quantity,
      unit: 'persons',
      description: 'An engagement platoon',
      terms,
    },
    '2026-01-05',
  );
const measure = (pledgeId: string, low: number, role = 'EVAL', state?: string): Promise<Body> =>
  scenario.as(role, state).post(`/pledges/${pledgeId}/measurements`, {
    indicator: 'WOMEN_IN_UNIT',
    low,
    high: low,
  });

beforeAll(async () => {
  scenario = await startScenario();
  battalion = await deployedUnit(scenario);
  platoon = await announce('GHA', {
    unitType: 'engagement platoon',
    partOfUnit: battalion,
    womenShareTarget: 50,
  });
  const days = { acknowledged: '2026-01-10', registered: '2026-02-01' };
  await registerUnit(scenario, platoon, days, { capabilityCode: 'ENGAGE-PL' });
  await measure(battalion, 12);
  await measure(platoon, 40);
  await measure(platoon, 55, 'MS', 'GHA');
  await scenario.as('EVAL').post(`/pledges/${battalion}/assessments`, {
    tool: 'CPAS',
    reportReference: 'CPAS/9',
    result: 'NEEDS_IMPROVEMENT',
    occurredOn: '2026-02-01',
  });
});
afterAll(() => scenario.close());

const partOf = async (role: string, state?: string): Promise<Body> => {
  const { partsOfUnit } = await scenario.as(role, state).get(`/pledges/${battalion}`);
  return (partsOfUnit as readonly Body[]).find(({ pledgeId }) => pledgeId === platoon) ?? {};
};
const wholeOf = async (role: string, state?: string): Promise<Body> =>
  (await scenario.as(role, state).get(`/pledges/${platoon}`)).partOfUnit as Body;

it('the battalion shows the platoon with the values of the platoon', async () => {
  expect(await partOf('PUBLIC')).toMatchObject({
    pledgeId: platoon,
    memberState: 'GHA',
    unitType: 'engagement platoon',
    quantity: { min: 30, max: 30 },
    strength: null,
    targets: [
      {
        indicator: 'WOMEN_IN_UNIT',
        target: 50,
        gap: 10,
        gapBy: 'EVALUATOR',
        evaluator: { low: 40 },
        state: { low: 55 },
      },
    ],
  });
});

it('the platoon shows the battalion with the values of the battalion', async () => {
  expect(await wholeOf('PUBLIC')).toMatchObject({
    pledgeId: battalion,
    memberState: 'RWA',
    status: 'DEPLOYED',
    strength: 750,
    targets: [{ indicator: 'WOMEN_IN_UNIT', evaluator: { low: 12 }, target: null }],
  });
  expect((await scenario.as('PUBLIC').get(`/pledges/${battalion}`)).targets).toMatchObject([
    { evaluator: { low: 12 } },
  ]);
});

it.each([
  ['EVAL', undefined, true, true],
  ['MS', 'RWA', true, false],
  ['MS', 'GHA', false, true],
  ['MS', 'KOR', false, false],
  ['PUBLIC', undefined, false, false],
] as const)(
  '%s %s reads the performance of the battalion: %s, of the platoon: %s',
  async (role, state, whole, part) => {
    const results = [{ assessedOn: '2026-02-01', tool: 'CPAS', result: 'NEEDS_IMPROVEMENT' }];
    expect((await wholeOf(role, state)).performance).toEqual(whole ? results : null);
    expect((await partOf(role, state)).performance).toEqual(part ? [] : null);
  },
);

it('a unit is no part of itself, over another neither, and of none that is not there', async () => {
  const rwanda = scenario.as('MS', 'RWA');
  const state = (partOfUnit: string): Promise<Body> =>
    rwanda.isRefused(`/pledges/${battalion}/terms`, { terms: { partOfUnit }, source: 'Note 9' });
  for (const unit of [battalion, platoon, await announce('GHA', { partOfUnit: platoon }, '10')])
    expect(await state(unit)).toMatchObject({ code: 'PART_OF_ITSELF', field: 'terms.partOfUnit' });
  expect((await state('01890a5d-ac96-774b-bcce-b302099a8057')).code).toBe('UNKNOWN_PLEDGE');
});

it('linked later, by its terms, it is shown as well; taken back, it says so', async () => {
  const late = await announce('GHA', { unitType: 'engagement team' }, '12');
  const ghana = scenario.as('MS', 'GHA');
  await ghana.post(`/pledges/${late}/terms`, { terms: { partOfUnit: battalion }, source: 'Note 12' });
  await ghana.post(`/pledges/${late}/withdrawal`, { reason: 'No budget' });
  const { partsOfUnit } = await ghana.get(`/pledges/${battalion}`);
  const shown = (partsOfUnit as readonly Body[]).map(({ pledgeId, status }) => [pledgeId, status]);
  expect(shown.toSorted()).toEqual(
    [
      [platoon, 'REGISTERED'],
      [late, 'WITHDRAWN'],
    ].toSorted(),
  );
});
