/**
 * Force generation and units, as the source documents name them: docs/coverage.md, section of that name.
 * Long because it follows the page, section by section.
 */
import { joinsInvited } from '../testing/a-partner.ts';
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { figuresOf, valueOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';
import { matchUnit, registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
let sfgc: Voice;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  [sfgc, anybody] = [scenario.as('SFGC'), scenario.as('PUBLIC')];
});
afterAll(() => scenario.close());

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const REGISTERED = { acknowledged: dayFromNow(-60), registered: dayFromNow(-50) };

const unit = (state: string, capabilityCode: string, more: Body = {}): Promise<string> =>
  announcePromise(
    scenario,
    state,
    { category: 'UNIT', capabilityCode, quantity: '1', unit: 'unit', description: 'A unit', ...more },
    dayFromNow(-90),
  );

it('PCRS: a unit at Level 1 cannot be selected', async () => {
  const pledgeId = await unit('GHA', 'INF-BN');
  await registerUnit(scenario, pledgeId, REGISTERED, { capabilityCode: 'INF-BN' });
  const gap = { mission: 'UNMISS', capabilityCode: 'INF-BN' };
  const gapId = await matchUnit(scenario, pledgeId, gap, dayFromNow(-20));
  const selection = { gapId, decisionReference: 'SEL-1', hostConsent: 'GIVEN' };
  const refused = await scenario.as('FGS').isRefused(`/pledges/${pledgeId}/selection`, selection);
  expect(refused.code).toBe('AAV_MISSING');
});

it('SFGCPC: first-time contributors since 2015 are listed', async () => {
  const said = { category: 'UNIT', capabilityCode: 'ENG-COY', description: 'Engineers' };
  await announcePromise(scenario, 'LKA', { ...said, category: 'ENABLER' }, '2014-09-26');
  await announcePromise(scenario, 'VNM', { ...said, category: 'ENABLER' }, '2015-09-28');
  const figures = await figuresOf(anybody, 'first-time-contributors?since=2015-01-01');
  const { ids } = figures.get('firstTimeContributors')?.counted ?? { ids: [] };
  expect(ids).toContain('VNM');
  expect(ids).not.toContain('LKA');
});

it('Force Generation Service: the due date of an improvement plan appears in the list of the state', async () => {
  const pledgeId = await deployedUnit(scenario);
  const dueOn = dayFromNow(40);
  await scenario.as('EVAL').post(`/pledges/${pledgeId}/assessments`, {
    tool: 'INSPECTION',
    reportReference: 'MPET/1',
    result: 'NEEDS_IMPROVEMENT',
    findings: ['Vehicles are not maintained'],
    improvementPlan: { text: 'A workshop', dueOn },
  });
  const { items } = await scenario.as('MS', 'RWA').get('/work-queue?kind=IMPROVEMENT_PLAN_DUE');
  expect(items).toContainEqual(expect.objectContaining({ pledgeId, due: dueOn }));
});

it('Statement of unit requirements: a formed police unit of 140 offered as platoons fills a gap of 40', async () => {
  const police = { capabilityCode: 'FPU' };
  const pledgeId = await unit('SEN', 'FPU', { quantity: '140', unit: 'persons' });
  await registerUnit(scenario, pledgeId, REGISTERED, police);
  await scenario.as('MS', 'SEN').post(`/pledges/${pledgeId}/split`, {
    children: [{ quantity: '40', unit: 'persons', description: 'One platoon' }],
  });
  const parent = await scenario
    .as('SFGC')
    .until(`/pledges/${pledgeId}`, ({ children }) =>
      (children as readonly Body[]).every(({ status }) => status === 'REGISTERED'),
    );
  const parts = parent.children as readonly Body[];
  const pages = await Promise.all(parts.map((part) => sfgc.get(`/pledges/${String(part.pledgeId)}`)));
  const platoon = pages.find(({ quantity }) => (quantity as Body).max === 40);
  const gapId = await matchUnit(
    scenario,
    String(platoon?.pledgeId),
    { mission: 'MINUSCA', ...police, number: 40, unit: 'persons' },
    dayFromNow(0),
    40,
  );
  expect(await scenario.as('PD').get(`/gaps/${gapId}`)).toMatchObject({ fill: 'FILLED', left: 0 });
});

it('Rapid deployment, quick reaction: the units deployable within 60 days are listed', async () => {
  const kind = { capabilityCode: 'QRF-COY' };
  const [soon, late] = [await unit('JOR', 'QRF-COY'), await unit('MNG', 'QRF-COY')];
  await registerUnit(scenario, soon, REGISTERED, { ...kind, deployWithinDays: 60 });
  await registerUnit(scenario, late, REGISTERED, { ...kind, deployWithinDays: 90 });
  const counted = async (within: number) =>
    (await figuresOf(sfgc, `rapid-deployment?within=${within}`, 'QRF-COY')).get('newestDeployable')?.counted
      .ids;
  expect(await counted(60)).toHaveLength(1);
  expect(await counted(90)).toHaveLength(2);
});

it('Smart or joint pledges: Norway and Serbia both show the hospital, and the total counts one', async () => {
  const kind = { capabilityCode: 'HOSP-L2' };
  const [norway, serbia] = [
    await unit('NOR', 'HOSP-L2', { category: 'ENABLER' }),
    await unit('SRB', 'HOSP-L2', { category: 'ENABLER' }),
  ];
  for (const pledgeId of [norway, serbia]) await registerUnit(scenario, pledgeId, REGISTERED, kind);
  const terms = { leadState: 'Norway', consentReference: 'NV/1' };
  await scenario
    .as('MS', 'NOR')
    .post(`/pledges/${norway}/merge-consents`, { ...terms, role: 'EQUIPMENT', share: 50 });
  const { items } = await scenario.as('DESK').get(`/pledges/${norway}/history`);
  const consent = (items as readonly Body[]).find(({ type }) => type === 'MergeConsented')?.data as Body;
  const mergeId = String(consent.mergeId);
  await scenario
    .as('MS', 'SRB')
    .post(`/pledges/${serbia}/merge-consents`, { ...terms, mergeId, role: 'UNIT', share: 50 });
  await scenario.as('DESK').post(`/pledges/${norway}/merger`, {
    mergeId,
    others: [serbia],
    ...kind,
    quantity: '1',
    unit: 'unit',
    description: 'A field hospital of Norway and Serbia',
  });
  const hospitals = (query: string) => valueOf(anybody, `capabilities?${query}`, 'newestHospitalsAtMost');
  const shown = ({ items }: Body) => (items as readonly Body[]).map(({ description }) => description);
  for (const state of ['NOR', 'SRB']) {
    // Until the policy has ended the pledges that were merged, each state still shows its own.
    await anybody.until(
      `/pledges?memberState=${state}&status=REGISTERED`,
      (answer) => shown(answer).join() === 'A field hospital of Norway and Serbia',
    );
    expect(await hospitals(`memberState=${state}`)).toBe(1);
  }
  expect(await hospitals('category=ENABLER')).toBe(1);
});

it('Multinational rotations: a hole between two turns is flagged 90 days ahead', async () => {
  const pledgeId = await unit('PRT', 'FW-TRANSPORT', { category: 'ENABLER', unit: 'aircraft' });
  await registerUnit(scenario, pledgeId, REGISTERED, { capabilityCode: 'FW-TRANSPORT' });
  const portugal = scenario.as('MS', 'PRT');
  await portugal.post(`/pledges/${pledgeId}/partnership`, { kind: 'ROTATION' });
  await joinsInvited(
    scenario,
    { pledgeId, lead: 'PRT', state: 'SWE' },
    { role: 'UNIT', from: dayFromNow(80), consentReference: 'LOI' },
  );
  const turns = [
    { state: 'Portugal', from: dayFromNow(-10), to: dayFromNow(60) },
    { state: 'Sweden', from: dayFromNow(80), to: dayFromNow(400) },
  ];
  await portugal.post(`/pledges/${pledgeId}/turns`, { turns });
  const { items } = await scenario.as('FGS').get('/work-queue?kind=TURN_MISSING');
  expect(items).toContainEqual(expect.objectContaining({ pledgeId }));
  const { items: rotations } = await scenario.as('FGS').get('/rotations?memberState=SWE');
  expect(rotations).toMatchObject([
    { pledgeId, holes: [{ from: dayFromNow(61), to: dayFromNow(79), warnFrom: dayFromNow(61 - 90) }, {}] },
  ]);
});

it('Joint deployments, handover, in-mission training: partnerships are counted by their kinds', async () => {
  for (const kind of ['JOINT_DEPLOYMENT', 'HANDOVER', 'IN_MISSION_TRAINING']) {
    const pledgeId = await unit('NLD', 'ENG-COY', { category: 'ENABLER' });
    const handover = kind === 'HANDOVER' ? { handoverTo: 'Kenya', handoverOn: dayFromNow(200) } : {};
    await scenario.as('MS', 'NLD').post(`/pledges/${pledgeId}/partnership`, { kind, ...handover });
    expect(await valueOf(anybody, 'partnerships', 'pledges', kind)).toBe(1);
  }
});

const paired = async () => {
  const pledgeId = await unit('BEL', 'INF-BN');
  const at = `/pledges/${pledgeId}`;
  await scenario.as('MS', 'BEL').post(`${at}/partnership`, { kind: 'TRAIN_EQUIP_MENTOR' });
  const taken = (state: string, part: string) =>
    joinsInvited(scenario, { pledgeId, lead: 'BEL', state }, { role: 'TRAINING', part, from: '2030-01-01' });
  const lacks = async () => ((await anybody.get(at)).partnership as Body).missingParts;
  const incomplete = () => valueOf(anybody, 'partnerships', 'incomplete', 'TRAIN_EQUIP_MENTOR');
  return { at, taken, lacks, incomplete };
};

it('Train, equip and mentor pairings: a battalion is complete with a trainer, an equipper and a mentor', async () => {
  const { at, taken, lacks, incomplete } = await paired();
  expect([await lacks(), await incomplete()]).toEqual([['TRAINER', 'EQUIPPER', 'MENTOR'], 1]);
  for (const [state, part] of [
    ['BEN', 'TRAINER'],
    ['DEU', 'EQUIPPER'],
    ['FRA', 'MENTOR'],
  ] as const)
    await taken(state, part);
  expect([await lacks(), await incomplete()]).toEqual([[], 0]);
  expect(await valueOf(anybody, 'partnerships', 'pledges', 'TRAIN_EQUIP_MENTOR')).toBe(1);
  expect((await anybody.get(at)).credits).toMatchObject([
    { state: 'BEL', role: 'UNIT', basis: 'PLEDGED' },
    { state: 'BEN', role: 'TRAINER', basis: 'CONFIRMED' },
    { state: 'DEU', role: 'EQUIPMENT', basis: 'CONFIRMED' },
    { state: 'FRA', role: 'MENTOR', basis: 'CONFIRMED' },
  ]);
});

it('a pairing takes no part of another kind, and lacks a part again whose partner left', async () => {
  const { at, taken, lacks } = await paired();
  const hosted = { state: 'UGA', role: 'TRAINING', part: 'HOST', from: '2030-01-01' };
  const refused = await scenario.as('MS', 'BEL').isRefused(`${at}/partners/invitations`, hosted);
  expect(refused).toMatchObject({ code: 'PART_UNKNOWN', allowed: ['TRAINER', 'EQUIPPER', 'MENTOR'] });
  await taken('FRA', 'MENTOR');
  expect(await lacks()).toEqual(['TRAINER', 'EQUIPPER']);
  const leaving = { state: 'FRA', role: 'TRAINING', reason: 'The mentors are needed at home' };
  await scenario.as('MS', 'FRA').post(`${at}/partners/departures`, leaving);
  expect(await lacks()).toEqual(['TRAINER', 'EQUIPPER', 'MENTOR']);
});

it('Engagement teams and platoons: a platoon is linked to its battalion', async () => {
  const battalion = await unit('ZAF', 'INF-BN');
  const platoon = await unit('ZAF', 'INF-BN', {
    description: 'An engagement platoon, half of it women',
    terms: { unitType: 'engagement platoon', partOfUnit: battalion, womenShareTarget: 50 },
  });
  expect(await anybody.get(`/pledges/${platoon}`)).toMatchObject({
    announcement: { terms: { partOfUnit: battalion, womenShareTarget: 50 } },
    partOfUnit: { pledgeId: battalion },
  });
  expect(await anybody.get(`/pledges/${battalion}`)).toMatchObject({
    partsOfUnit: [{ pledgeId: platoon, unitType: 'engagement platoon', targets: [{ target: 50 }] }],
  });
  const stray = {
    memberState: 'ZAF',
    category: 'UNIT',
    description: 'x',
    source: 'x',
    additional: true,
    additionalReason: 'One of several',
  };
  const nowhere = { ...stray, terms: { partOfUnit: '01890a5d-ac96-774b-bcce-b302099a8057' } };
  expect((await scenario.as('MS', 'ZAF').isRefused('/pledges', nowhere)).code).toBe('UNKNOWN_PLEDGE');
});

it('Declared and undeclared caveats: one found in the field is seen by FGS and the state, not by the public', async () => {
  const pledgeId = await deployedUnit(scenario);
  await scenario.as('MISSION').post(`/pledges/${pledgeId}/caveat-discoveries`, {
    text: 'No patrols after dark',
    kind: 'TASK',
    blocking: false,
    incidentOn: dayFromNow(-1),
    source: 'Incident report 7',
  });
  for (const voice of [scenario.as('FGS'), scenario.as('MS', 'RWA')]) {
    expect(JSON.stringify(await voice.get(`/pledges/${pledgeId}`))).toContain('No patrols after dark');
  }
  for (const path of [`/pledges/${pledgeId}`, `/pledges/${pledgeId}/history`]) {
    expect(JSON.stringify(await anybody.get(path))).not.toMatch(/No patrols|CaveatDiscovered/);
  }
});

it('Chatham House notes: what was said in a talk about a caveat is kept, and nobody who said it', async () => {
  const pledgeId = await deployedUnit(scenario);
  await scenario.as('MISSION').post(`/pledges/${pledgeId}/caveat-discoveries`, {
    text: 'No convoys at night',
    kind: 'TASK',
    blocking: false,
    incidentOn: dayFromNow(-3),
    source: 'Daily report',
  });
  const desk = scenario.as('DESK');
  const [caveat] = (await desk.get(`/pledges/${pledgeId}`)).caveats as readonly Body[];
  const text = 'A shorter list is thinkable';
  await desk.post(`/pledges/${pledgeId}/caveats/${String(caveat?.caveatId)}/talks`, {
    text,
    chathamHouse: true,
  });
  const { items } = await scenario.as('AUDITOR').get(`/pledges/${pledgeId}/history?limit=200`);
  const note = (items as readonly Body[]).find(({ type }) => type === 'CaveatTalkNoted');
  expect(note).toMatchObject({ data: { text }, metadata: { actor: 'DESK', onBehalfOf: null } });
});

it('Conditions on use inside the country: units without a geographic caveat are found', async () => {
  const [free, bound] = [await unit('IDN', 'INF-BN'), await unit('IDN', 'INF-BN')];
  await scenario.as('MS', 'IDN').post(`/pledges/${bound}/caveats`, {
    text: 'Not outside the capital',
    kind: 'GEOGRAPHIC',
    blocking: true,
  });
  const { items } = await sfgc.get('/pledges?memberState=IDN&withoutCaveat=GEOGRAPHIC');
  expect((items as readonly Body[]).map(({ pledgeId }) => pledgeId)).toEqual([free]);
  expect((await anybody.ask('/pledges?withoutCaveat=GEOGRAPHIC')).status).toBe(403);
});

describe('experts', () => {
  const officer = { category: 'EXPERTISE', quantity: '1', unit: 'persons', description: 'An officer' };

  it('Longer tours and key posts: posts above 12 months are reported', async () => {
    const chief = { ...officer, capabilityCode: 'STAFF-OFFICERS' };
    for (const [post, from, to] of [
      ['Chief U2', -700, 30],
      ['Chief U3', -200, 530],
    ] as const) {
      const pledgeId = await registerPromise(scenario, 'FIN', { ...chief, terms: { post, tourMonths: 24 } });
      const tour = { persons: 1, post, mission: 'MINUSCA', from: dayFromNow(from), to: dayFromNow(to) };
      await scenario.as('MS', 'FIN').post(`/pledges/${pledgeId}/secondments`, tour);
    }
    // Both promised 24 months; one has served six of them.
    expect(await valueOf(anybody, 'posts?memberState=FIN', 'toursServedAbove12Months')).toBe(1);
  });

  it('Integrated planning teams, police planners: open posts are listed', async () => {
    const planner = { ...officer, capabilityCode: 'PLANNERS' };
    const filled = await registerPromise(scenario, 'DEU', planner);
    await registerPromise(scenario, 'DEU', planner);
    await scenario.as('MS', 'DEU').post(`/pledges/${filled}/secondments`, {
      persons: 1,
      post: 'Police planner',
      mission: 'UNMISS',
      from: dayFromNow(-30),
      to: dayFromNow(700),
    });
    const figures = await figuresOf(anybody, 'posts?memberState=DEU');
    expect(figures.get('postsVacant')?.value).toBe(1);
    expect(figures.get('postsFilled')?.value).toBe(1);
    expect(await anybody.get('/posts?memberState=DEU&vacant=true')).toMatchObject({
      total: 1,
      items: [{ open: 1 }],
    });
    expect(figures.get('seconded')?.value).toBe(1);
  });
});

it('Senior leadership pipeline: the number of leaders trained is reported', async () => {
  const said = {
    category: 'TRAINING',
    capabilityCode: 'TRG-PEACEKEEPERS',
    description: 'An academy for leaders',
  };
  const plan = [{ text: 'First course', dueOn: '2022-06-30' }];
  const terms = { targetGroup: 'heads of military components' };
  const pledgeId = await startPromise(scenario, 'SWE', { ...said, terms }, plan);
  await scenario.as('IMPL').post(`/pledges/${pledgeId}/courses`, {
    trained: 24,
    women: 11,
    leaders: 9,
    place: 'Stockholm',
    from: '2022-05-02',
    to: '2022-05-13',
  });
  expect(await valueOf(anybody, 'training?memberState=SWE', 'leaders')).toBe(9);
});

it('Host consent and drawdown: closing UNAMID flags the pledges tied to it', async () => {
  const desk = scenario.as('DESK');
  const pledgeId = await unit('NPL', 'INF-BN', { terms: { mission: 'UNAMID' } });
  const source = 'Security Council resolution 2559 (2020)';
  await desk.post('/missions', { code: 'UNAMID', name: 'UNAMID', hostStates: ['Sudan'], source });
  await desk.post('/missions/UNAMID/closure', { closesOn: '2020-12-31', source });
  const { pledges } = await desk.get('/missions/UNAMID');
  expect(pledges).toEqual([expect.objectContaining({ pledgeId, tie: 'TERMS', flagged: true })]);
});
