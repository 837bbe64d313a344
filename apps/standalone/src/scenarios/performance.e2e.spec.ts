/** A finding of the Force Commander leads to a course, and the course to a pledge. Seed systems, part C. */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { idIn, startScenario, type Body, type Scenario } from '../testing/scenario.ts';

const NOWHERE = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f65';

let scenario: Scenario;
let pledge: string;
let assessment: Body;
beforeAll(async () => {
  scenario = await startScenario();
  pledge = `/pledges/${await deployedUnit(scenario)}`;
  await scenario.as('EVAL').post(`${pledge}/assessments`, {
    tool: 'COMMANDER_EVALUATION',
    reportReference: 'FC/2026/4',
    result: 'NEEDS_IMPROVEMENT',
    findings: ['Drivers lack training at night'],
    improvementPlan: { text: 'A course in night driving', dueOn: '2099-06-30' },
    occurredOn: '2026-02-01',
  });
  const { internal } = await scenario.as('EVAL').get(pledge);
  assessment = ((internal as Body).assessments as readonly Body[])[0]!;
});
afterAll(() => scenario.close());

it('the finding shows the tool it came from, and the plan is in the list of the state', async () => {
  expect(assessment).toMatchObject({
    tool: 'COMMANDER_EVALUATION',
    findings: [{ text: 'Drivers lack training at night', needId: null, ledToPledgeId: null }],
  });
  const { items } = await scenario.as('MS', 'RWA').get('/work-queue?kind=IMPROVEMENT_PLAN_DUE');
  expect(items).toMatchObject([{ due: '2099-06-30', overdue: false }]);
});

it('it leads to a training need, and on to a pledge', async () => {
  const [finding] = assessment.findings as readonly Body[];
  const followUp = `${pledge}/findings/${String(finding?.findingId)}/follow-up`;
  const need = await scenario.as('EVAL').makes('/needs', {
    kind: 'TRAINING',
    text: 'A course in night driving',
    memberState: 'Rwanda',
  });
  await scenario.as('EVAL').post(followUp, { needId: need });
  const nowhere = { ledToPledgeId: NOWHERE };
  expect(await scenario.as('DESK').isRefused(followUp, nowhere)).toMatchObject({
    code: 'PLEDGE_NOT_FOUND',
    field: 'ledToPledgeId',
  });
  const course = await scenario.as('MS', 'CAN').post('/pledges', {
    memberState: 'CAN',
    category: 'TRAINING',
    description: 'A course in night driving',
    announcedOn: '2026-03-01',
    source: 'Note verbale 2026/9',
  });
  await scenario.as('DESK').post(followUp, { ledToPledgeId: idIn(course) });
  const { internal } = await scenario.as('MS', 'RWA').get(pledge);
  const [shown] = (internal as Body).assessments as readonly Body[];
  expect(shown?.findings).toMatchObject([{ needId: need, ledToPledgeId: idIn(course) }]);
});

it('the plan is closed with its evidence', async () => {
  const closure = `${pledge}/assessments/${String(assessment.assessmentId)}/plan-closure`;
  await scenario.as('MISSION').post(closure, { evidence: 'Course report 12' });
  const { items } = await scenario.as('MS', 'RWA').get('/work-queue?kind=IMPROVEMENT_PLAN_DUE');
  expect(items).toEqual([]);
  expect(await scenario.as('MISSION').isRefused(closure, { evidence: 'Again' })).toMatchObject({
    code: 'PLAN_CLOSED',
  });
});

it('neither other states nor the public learn of any of it', async () => {
  for (const voice of [scenario.as('PUBLIC'), scenario.as('MS', 'KOR')]) {
    const shown = [await voice.get(pledge), await voice.get(`${pledge}/history`)];
    expect(JSON.stringify(shown)).not.toMatch(/night driving|at night|FC\/2026|Performance|2099-06-30/);
  }
});
