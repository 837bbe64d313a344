/** Performance and accountability, as the source documents name them: docs/coverage.md, section of that name. */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { figuresOf, valueOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario('2026-11-23T09:00:00.000Z');
  anybody = scenario.as('PUBLIC');
});
afterAll(() => scenario.close());

const page = (pledgeId: string): Promise<Body> => anybody.get(`/pledges/${pledgeId}`);

const endorsed = async (
  state: string,
  what: string,
  act = 'ENDORSEMENT',
  on = '2022-05-17',
): Promise<string> => {
  const said = {
    category: 'POLITICAL',
    capabilityCode: 'POL-PRINCIPLES',
    description: `To endorse the ${what}`,
  };
  const pledgeId = await registerPromise(scenario, state, said);
  const done = { act, what, link: 'https://example.org/text', occurredOn: on };
  await scenario.as('MS', state).post(`/pledges/${pledgeId}/political-acts`, done);
  return pledgeId;
};

it('CPAS: the support pledges are listed with the posts they filled', async () => {
  const said = {
    category: 'EXPERTISE',
    capabilityCode: 'PLANNERS',
    quantity: '2',
    unit: 'persons',
    description: 'Two analysts to support CPAS',
  };
  const pledgeId = await registerPromise(scenario, 'CAN', said);
  await scenario.as('DESK').post(`/pledges/${pledgeId}/themes`, { themes: ['CPAS'] });
  await scenario.as('MS', 'CAN').post(`/pledges/${pledgeId}/secondments`, {
    persons: 2,
    post: 'CPAS analyst',
    mission: 'MINUSCA',
    from: '2026-01-01',
    to: '2027-12-31',
  });
  expect(await anybody.get('/pledges?theme=CPAS')).toMatchObject({ total: 1, items: [{ pledgeId }] });
  expect(await valueOf(anybody, 'posts?theme=CPAS', 'seconded')).toBe(2);
});

it('Integrated Peacekeeping Performance and Accountability Framework: a finding shows the tool it came from', async () => {
  const pledgeId = await deployedUnit(scenario);
  await scenario.as('MISSION').post(`/pledges/${pledgeId}/assessments`, {
    tool: 'COMMANDER_EVALUATION',
    reportReference: 'FC/2026/1',
    result: 'NEEDS_IMPROVEMENT',
    findings: ['Patrols start late'],
  });
  const { internal } = await scenario.as('MS', 'RWA').get(`/pledges/${pledgeId}`);
  expect((internal as Body).assessments).toMatchObject([
    { tool: 'COMMANDER_EVALUATION', findings: [{ text: 'Patrols start late' }] },
  ]);
  expect(JSON.stringify(await page(pledgeId))).not.toContain('Patrols start late');
});

it('CPAS and IPPAF findings: findings are listed by tool and by outcome', async () => {
  const pledgeId = await deployedUnit(scenario);
  const evaluator = scenario.as('EVAL');
  for (const [tool, finding] of [
    ['CPAS', 'Patrols do not reach the villages'],
    ['COMMANDER_EVALUATION', 'Reports come late'],
  ])
    await evaluator.post(`/pledges/${pledgeId}/assessments`, {
      tool,
      reportReference: `${String(tool)}/3`,
      result: 'NEEDS_IMPROVEMENT',
      findings: [finding],
    });
  const list = await evaluator.get('/findings?memberState=Rwanda');
  expect(list.byTool).toContainEqual({ code: 'CPAS', findings: 1 });
  expect(list.byOutcome).toContainEqual({ code: 'OPEN', findings: list.total });
  const { items } = await evaluator.get('/findings?tool=CPAS&outcome=OPEN');
  expect(items).toMatchObject([{ pledgeId, text: 'Patrols do not reach the villages' }]);
});

it('Feedback loop to contributors and trainers: a finding leads to a training need and on to a pledge', async () => {
  const pledgeId = await deployedUnit(scenario);
  const evaluator = scenario.as('EVAL');
  await evaluator.post(`/pledges/${pledgeId}/assessments`, {
    tool: 'INSPECTION',
    reportReference: 'MPET/2',
    result: 'NEEDS_IMPROVEMENT',
    findings: ['No C-IED drill'],
  });
  const { internal } = await evaluator.get(`/pledges/${pledgeId}`);
  const [assessment] = (internal as Body).assessments as readonly Body[];
  const [finding] = assessment?.findings as readonly Body[];
  const needId = await evaluator.makes('/needs', {
    kind: 'TRAINING',
    text: 'A C-IED drill for one battalion',
    capabilityCode: 'TRG-CIED',
    memberState: 'Rwanda',
    followsPledge: pledgeId,
  });
  const training = await announcePromise(scenario, 'FRA', {
    category: 'TRAINING',
    capabilityCode: 'TRG-CIED',
    description: 'A mobile team for C-IED drills',
    need: needId,
  });
  const followUp = `/pledges/${pledgeId}/findings/${String(finding?.findingId)}/follow-up`;
  await evaluator.post(followUp, { needId, ledToPledgeId: training });
  const shown = (await evaluator.get(`/pledges/${pledgeId}`)).internal as Body;
  expect((shown.assessments as readonly Body[])[0]?.findings).toMatchObject([
    { text: 'No C-IED drill', needId, ledToPledgeId: training },
  ]);
  const { feedback } = await evaluator.get(`/pledges/${training}`);
  expect(feedback).toMatchObject({ findings: [{ text: 'No C-IED drill' }], needs: [{ needId }] });
});

it('A4P and A4P+: pledges are counted by priority', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-CENTRE', description: 'A centre open to others' };
  const pledgeId = await announcePromise(scenario, 'GHA', said);
  const themes = ['a4p-safety', 'a4p-plus-capabilities'];
  await scenario.as('DESK').post(`/pledges/${pledgeId}/themes`, { themes });
  for (const priority of themes) {
    expect(
      await valueOf(anybody, 'pledges-and-states?by=theme&memberState=GHA', 'promisesMade', priority),
    ).toBe(1);
  }
});

it('Action plan on security of peacekeepers: pledges are listed by measure', async () => {
  for (const [category, capabilityCode] of [
    ['EQUIPMENT', 'EQP-MRAP'],
    ['TRAINING', 'TRG-CIED'],
  ] as const) {
    await announcePromise(scenario, 'TUR', {
      category,
      capabilityCode,
      description: 'For the safety of peacekeepers',
    });
  }
  const path = 'pledges-and-states?by=capability&theme=safety-security&memberState=TUR';
  for (const measure of ['EQP-MRAP', 'TRG-CIED']) {
    expect((await figuresOf(anybody, path, measure)).get('promisesMade')?.counted.ids).toHaveLength(1);
  }
});

it('Protection of civilians compact and capabilities: who endorsed what is listed', async () => {
  const compact = 'Compact on the protection of civilians';
  await endorsed('NLD', compact);
  await endorsed('RWA', compact);
  const figures = await figuresOf(anybody, 'endorsements', 'POC-COMPACT');
  expect(figures.get('endorsed')?.counted.ids).toEqual(['NLD', 'RWA']);
});

it('Conduct and the compact on sexual exploitation and abuse: a state shows the compact signed and its date', async () => {
  const what = 'Voluntary compact on sexual exploitation and abuse';
  const said = { category: 'CONDUCT', capabilityCode: 'CON-COMPACT', description: 'To sign the compact' };
  const pledgeId = await registerPromise(scenario, 'URY', said);
  const act = { act: 'ENDORSEMENT', what, document: 'Signed copy', occurredOn: '2022-09-18' };
  await scenario.as('MS', 'URY').post(`/pledges/${pledgeId}/political-acts`, act);
  expect(await page(pledgeId)).toMatchObject({ delivered: { acts: [{ what, doneOn: '2022-09-18' }] } });
  expect(
    (await figuresOf(anybody, 'endorsements?memberState=URY', 'SEA-COMPACT')).get('endorsed')?.value,
  ).toBe(1);
});

it('Justice for crimes against peacekeepers: a case support pledge has a milestone', async () => {
  const said = {
    category: 'CONDUCT',
    capabilityCode: 'CON-CRIMES',
    description: 'Investigators for open cases',
  };
  const plan = [{ text: 'First case before a court', dueOn: '2023-06-30' }];
  const pledgeId = await startPromise(scenario, 'MAR', said, plan);
  expect(await page(pledgeId)).toMatchObject({
    status: 'IN_PROGRESS',
    implementation: { milestonesMet: 0, milestones: [{ text: 'First case before a court', metOn: null }] },
  });
});

it('Environmental footprint, renewable energy, smart camp: the share of renewable energy is reported as a range', async () => {
  const said = {
    category: 'ENVIRONMENT',
    capabilityCode: 'ENV-RENEWABLE',
    description: 'Solar power for a camp',
  };
  const pledgeId = await startPromise(scenario, 'ITA', said, [{ text: 'Installed', dueOn: '2022-12-31' }]);
  await scenario.as('MS', 'ITA').post(`/pledges/${pledgeId}/measurements`, {
    indicator: 'RENEWABLE_ENERGY',
    low: 20,
    high: 35,
    target: 50,
  });
  expect(await page(pledgeId)).toMatchObject({
    delivered: { measurements: [{ indicator: 'RENEWABLE_ENERGY', low: 20, high: 35, unit: 'PER_CENT' }] },
  });
});
