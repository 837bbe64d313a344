/**
 * The twelve contribution options of the white paper (seed 004), each as an example: docs/coverage.md, section of that name.
 * Long because it follows the page, option by option.
 */
import { figuresOf, valueOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { idIn, startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  anybody = scenario.as('PUBLIC');
});
afterAll(() => scenario.close());

const expert = (capabilityCode: string, description: string, more: Body = {}) => ({
  category: 'EXPERTISE',
  capabilityCode,
  quantity: '1',
  unit: 'persons',
  description,
  ...more,
});
const money = (capabilityCode: string, amount: number, more: Body = {}) => ({
  category: 'FINANCE',
  capabilityCode,
  money: { amount, currency: 'EUR', funding: 'VOLUNTARY' },
  description: 'Money',
  ...more,
});

it('Option 1: two civilian planners for 12 months, with the mission named', async () => {
  const planners = expert('PLANNERS', 'Planners on sustaining peace', {
    quantity: '2',
    terms: { mission: 'UNMISS', tourMonths: 12 },
  });
  const pledgeId = await registerPromise(scenario, 'NOR', planners);
  await scenario.as('MS', 'NOR').post(`/pledges/${pledgeId}/secondments`, {
    persons: 2,
    post: 'Planner on sustaining peace',
    mission: 'UNMISS',
    from: '2022-03-01',
    to: '2023-03-01',
  });
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    track: 'IMPLEMENTATION',
    announcement: { terms: { mission: 'UNMISS', tourMonths: 12 } },
    delivered: { secondments: [{ persons: 2, mission: 'UNMISS', months: 12 }] },
  });
});

it('Option 2: a request by a head of mission is an ask that a pledge answers', async () => {
  const needId = await scenario.as('MISSION').makes('/needs', {
    kind: 'EXPERTISE',
    text: 'An expert in electoral law, asked for by the head of mission',
    body: 'MINUSCA',
    capabilityCode: 'CIV-EXPERT',
  });
  const said = expert('CIV-EXPERT', 'An expert in electoral law', {
    need: needId,
    terms: { mission: 'MINUSCA' },
  });
  const pledgeId = await announcePromise(scenario, 'CAN', said);
  const offer = { memberState: 'Canada', text: 'The expert that we pledged', pledgeId };
  const offered = await scenario.as('MS', 'CAN').post(`/needs/${needId}/offers`, offer);
  expect(idIn(offered)).toBe(needId);
  const { offers } = await scenario.as('DESK').get(`/needs/${needId}`);
  const [first] = offers as readonly Body[];
  await scenario.as('DESK').post(`/needs/${needId}/offers/${String(first?.offerId)}/choice`, {});
  expect(await scenario.as('DESK').get(`/needs/${needId}`)).toMatchObject({
    state: 'ANSWERED',
    offers: [{ pledgeId, offerStatus: 'CHOSEN' }],
  });
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({ announcement: { need: needId } });
});

it('Option 3: a team of organised-crime police meets a need of the police adviser', async () => {
  const team = expert('SPT', 'A team against organised crime', {
    quantity: '6',
    terms: { mission: 'MINUSCA' },
  });
  const pledgeId = await registerPromise(scenario, 'FRA', team);
  const needId = await scenario.as('MISSION').makes('/needs', {
    kind: 'EXPERTISE',
    text: 'A team against organised crime, for the police adviser',
    body: 'MINUSCA police component',
    capabilityCode: 'SPT',
    number: 6,
  });
  await scenario.as('MS', 'FRA').post(`/needs/${needId}/offers`, {
    memberState: 'FRA',
    text: 'Six officers',
    number: 6,
    pledgeId,
  });
  expect(await scenario.as('DESK').get(`/needs/${needId}`)).toMatchObject({
    state: 'OFFERED',
    number: 6,
    offers: [{ memberState: 'FRA', number: 6, pledgeId }],
  });
});

it('Option 4: a person or money for the Global Focal Point needs no mission at entry', async () => {
  const body = { implementingBody: 'Global Focal Point for the Rule of Law' };
  const person = await registerPromise(
    scenario,
    'SWE',
    expert('ROL-EXPERT', 'A corrections expert', { terms: body }),
  );
  const paid = await registerPromise(scenario, 'SWE', money('FIN-PEACEBUILDING', 500_000, { terms: body }));
  for (const pledgeId of [person, paid]) {
    expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
      status: 'REGISTERED',
      announcement: { terms: { mission: null, implementingBody: 'GFP' } },
    });
  }
  expect(await valueOf(anybody, 'pledges-and-states?by=implementingBody', 'promisesMade', 'GFP')).toBe(2);
});

it('Option 5: programmatic funding names its mission, use and validity', async () => {
  const terms = {
    mission: 'UNAMID',
    use: 'programmatic activities of the mission',
    validUntil: '2022-12-31',
  };
  const pledgeId = await registerPromise(
    scenario,
    'GBR',
    money('FIN-PROGRAMMATIC', 2_000_000, { terms, lateEntry: true }),
  );
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    announcement: { terms, money: { currency: 'EUR', amountMax: 2_000_000 } },
  });
});

it('Option 6: a transition team is an advance pledge with an open condition', async () => {
  const team = expert('TRANSITION-TEAM', 'A light and mobile team, when appropriate', {
    timeframe: 'when appropriate',
  });
  const pledgeId = await registerPromise(scenario, 'IRL', team);
  await scenario
    .as('MS', 'IRL')
    .post(`/pledges/${pledgeId}/conditions`, { text: 'A mission begins its transition' });
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    timeframe: 'when appropriate',
    missing: expect.arrayContaining(['BY_WHEN']),
    conditions: [{ text: 'A mission begins its transition', outcome: null }],
  });
});

it('Option 7: spot checks of transferred assets are agreed with the host and reported', async () => {
  const said = {
    category: 'POLITICAL',
    capabilityCode: 'POL-ASSET',
    description: 'Spot checks of handed-over assets',
  };
  const plan = [{ text: 'Visits agreed with the host', dueOn: '2022-06-30' }];
  const pledgeId = await startPromise(scenario, 'DEU', said, plan);
  const germany = scenario.as('MS', 'DEU');
  const evidence = { kind: 'AGREEMENT', url: 'https://example.org/agreement' };
  const made = await germany.post(`/pledges/${pledgeId}/evidence`, evidence);
  expect(made.stream).toBe(`pledge-${pledgeId}`);
  await germany.post(`/pledges/${pledgeId}/political-acts`, {
    act: 'REPORT',
    what: 'Report of the first spot checks',
    link: 'https://example.org/report',
  });
  expect(await germany.get(`/pledges/${pledgeId}`)).toMatchObject({
    implementation: { evidence: [{ kind: 'AGREEMENT', standing: 'SUBMITTED' }] },
    delivered: { acts: [{ act: 'REPORT', what: 'Report of the first spot checks' }] },
  });
});

it('Option 8: an adviser for a country team is funded until an end date', async () => {
  const terms = {
    implementingBody: 'RCO',
    hostState: 'Liberia',
    post: 'Political analyst',
    validUntil: '2024-06-30',
  };
  const pledgeId = await registerPromise(
    scenario,
    'CHE',
    money('FIN-RCO', 180_000, { terms, lateEntry: true }),
  );
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    announcement: { terms: { ...terms, hostState: 'LBR' } },
  });
});

it('Option 9: an aircraft for a UN agency goes without PCRS', async () => {
  const said = {
    category: 'EQUIPMENT',
    capabilityCode: 'EQP-AIRCRAFT',
    quantity: '1',
    unit: 'aircraft',
    description: 'An aircraft for the humanitarian air service',
    terms: { implementingBody: 'UNHAS' },
  };
  const pledgeId = await registerPromise(scenario, 'ITA', said);
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({ track: 'IMPLEMENTATION', level: null });
  const refused = await scenario.as('SFGC').isRefused(`/pledges/${pledgeId}/levels`, { level: 'L2' });
  expect(refused.code).toBe('WRONG_TRACK');
});

it('Option 10: money over several years follows a plan of tranches', async () => {
  const pledgeId = await registerPromise(scenario, 'NLD', money('FIN-TRANSITION', 9_000_000));
  const netherlands = scenario.as('MS', 'NLD');
  for (const trancheYear of [2022, 2023, 2024]) {
    await netherlands.post(`/pledges/${pledgeId}/funds-committed`, {
      amount: 3_000_000,
      currency: 'EUR',
      fund: 'Pooled fund for transitions',
      funding: 'VOLUNTARY',
      trancheYear,
      agreementReference: `AGR/${trancheYear}`,
    });
  }
  const { delivered } = await anybody.get(`/pledges/${pledgeId}`);
  expect((delivered as Body).funds).toMatchObject(
    [2022, 2023, 2024].map((trancheYear) => ({ trancheYear, committed: 3_000_000, received: null })),
  );
});

it('Option 11: a secondment to the human rights office is recorded', async () => {
  const said = expert('CIV-EXPERT', 'A human rights officer', { terms: { implementingBody: 'OHCHR' } });
  const pledgeId = await registerPromise(scenario, 'DNK', said);
  await scenario.as('MS', 'DNK').post(`/pledges/${pledgeId}/secondments`, {
    persons: 1,
    post: 'Human rights officer',
    hostInstitution: 'OHCHR',
    from: '2022-09-01',
    to: '2023-08-31',
  });
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    delivered: { secondments: [{ post: 'Human rights officer', hostInstitution: 'OHCHR' }] },
  });
});

it('Option 12: a person in a ministry has the agreement of the host as evidence', async () => {
  const said = expert('HOST-SECOND', 'An adviser in the Ministry of Justice', {
    terms: { hostState: 'Liberia' },
  });
  const plan = [{ text: 'Agreement of the host', dueOn: '2022-06-30' }];
  const pledgeId = await startPromise(scenario, 'FIN', said, plan);
  const finland = scenario.as('MS', 'FIN');
  await finland.post(`/pledges/${pledgeId}/evidence`, { kind: 'AGREEMENT', url: 'https://example.org/host' });
  const page = await finland.get(`/pledges/${pledgeId}`);
  const { evidence, milestones } = page.implementation as Record<string, readonly Body[]>;
  await finland.post(`/pledges/${pledgeId}/milestones/${String(milestones?.[0]?.milestoneId)}/completion`, {
    evidence: [evidence?.[0]?.evidenceId],
  });
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    implementation: { milestonesMet: 1, milestones: [{ text: 'Agreement of the host' }] },
  });
});

it('Three clusters: pledges are counted as expertise, funding and indirect assistance', async () => {
  const said = { category: 'EQUIPMENT', capabilityCode: 'EQP-MRAP', description: 'Vehicles' };
  await announcePromise(scenario, 'JPN', said);
  await announcePromise(scenario, 'JPN', money('FIN-LOGISTICS', 1_000_000));
  await announcePromise(scenario, 'JPN', expert('PLANNERS', 'A planner'));
  for (const cluster of ['expertise', 'funding', 'indirect']) {
    const figures = await figuresOf(anybody, 'pledges-and-states?by=cluster&memberState=JPN', cluster);
    expect(figures.get('promisesMade')?.value).toBe(1);
  }
});
