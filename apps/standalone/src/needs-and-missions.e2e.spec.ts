/** The light-coordination board and the register of missions over HTTP. Long because the steps of each are told whole. */
import { idIn, startScenario, type Body, type Scenario } from './testing/scenario.ts';
import { deployUnit, matchUnit, registerUnit, assess } from './testing/unit-steps.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

describe('the light-coordination board', () => {
  it('shows a need, its offers and the one that was chosen, until it is withdrawn', async () => {
    const [vietNam, australia, france] = ['VNM', 'AUS', 'FRA'].map((state) => scenario.as('MS', state)) as [
      ReturnType<Scenario['as']>,
      ReturnType<Scenario['as']>,
      ReturnType<Scenario['as']>,
    ];
    const needId = await vietNam.makes('/needs', {
      kind: 'TRAINING',
      text: 'Training of the staff of a level II hospital',
      capabilityCode: 'MED-TRAINING',
      memberState: 'Viet Nam',
      number: 70,
    });
    const path = `/needs/${needId}`;
    expect(await scenario.as('SFGC').get(path)).toMatchObject({
      state: 'OPEN',
      whose: 'Viet Nam',
      offers: [],
    });
    await australia.post(`${path}/offers`, { memberState: 'Australia', text: 'Two instructors' });
    await france.post(`${path}/offers`, { memberState: 'FRA', text: 'A course in Paris' });
    const { offers } = await vietNam.get(path);
    const [first] = offers as readonly Body[];
    await vietNam.post(`${path}/offers/${String(first?.offerId)}/choice`, { reason: 'On the spot' });
    expect(await vietNam.get(path)).toMatchObject({
      state: 'ANSWERED',
      offers: [
        { memberState: 'AUS', offerStatus: 'CHOSEN' },
        { memberState: 'FRA', offerStatus: 'OFFERED' },
      ],
    });
    await australia.post(`${path}/offers/${String(first?.offerId)}/withdrawal`, { reason: 'Needed at home' });
    expect(await scenario.as('DESK').get('/needs?state=OFFERED&memberState=VNM')).toMatchObject({ total: 1 });
  });

  it('keeps a partner from acting for a state that it does not speak for', async () => {
    const needId = await scenario.as('MS', 'VNM').makes('/needs', {
      kind: 'TRAINING',
      text: 'Training of drivers',
      memberState: 'Viet Nam',
    });
    const offers = `/needs/${needId}/offers`;
    const offer = { memberState: 'Australia', text: 'Two instructors' };
    await scenario.as('MS', 'AUS').post(offers, offer);
    const { offers: made } = await scenario.as('DESK').get(`/needs/${needId}`);
    const offerId = String((made as readonly Body[])[0]?.offerId);
    const idea = { kind: 'IDEA', text: 'A mobile training team', source: 'Chairs’ summary' };
    const nepal = scenario.as('PARTNER', 'NPL');
    for (const refused of [
      nepal.isRefused(offers, offer),
      nepal.isRefused(`${offers}/${offerId}/withdrawal`, { reason: 'Needed at home' }),
      nepal.isRefused('/ideas', { ...idea, memberState: 'Australia' }),
    ]) {
      expect(await refused).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
        detail: 'Nepal (NPL) acts for itself only and may not act for Australia (AUS).',
      });
    }
    await nepal.post(offers, { memberState: 'Nepal', text: 'One instructor' });
    await nepal.post('/ideas', { ...idea, memberState: 'Nepal' });
  });

  it('is not for the public, and names what is wrong', async () => {
    expect((await scenario.as('PUBLIC').ask('/needs')).status).toBe(403);
    const problem = await scenario
      .as('DESK')
      .isRefused('/needs', { kind: 'TRAINING', text: 'x', memberState: 'Atlantis' });
    expect(problem).toMatchObject({ code: 'UNKNOWN_STATE', field: 'memberState' });
  });
});

describe('the register of missions', () => {
  let battalions = 0;
  const battalion = async (): Promise<string> => {
    battalions += 1;
    const pledgeId = await scenario.as('MS', 'RWA').makes('/pledges', {
      memberState: 'Rwanda',
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: '1',
      unit: 'unit',
      description: `Infantry battalion ${battalions}`,
      announcedOn: '2019-01-10',
      source: 'Note verbale',
      ...(battalions > 1 && { additional: true, additionalReason: 'Another battalion' }),
    });
    const days = { acknowledged: '2019-01-20', registered: '2019-02-01' };
    await registerUnit(scenario, pledgeId, days, { capabilityCode: 'INF-BN' });
    await assess(scenario, pledgeId, 'RWA', '2019-03-01');
    return pledgeId;
  };
  const days = {
    selected: '2019-04-10',
    signed: '2019-05-01',
    visited: '2019-06-01',
    deployed: '2019-07-01',
    until: '2021-06-30',
  };
  const anybody = () => scenario.as('PUBLIC');

  it('flags what is tied to a mission that closes; nobody has to register it first', async () => {
    const desk = scenario.as('DESK');
    const pledgeId = await battalion();
    const gap = { mission: 'UN mission in the DRC', capabilityCode: 'INF-BN' };
    const gapId = await matchUnit(scenario, pledgeId, gap, '2019-04-01');
    expect(await desk.get(`/gaps/${gapId}`)).toMatchObject({ mission: 'MONUSCO' });
    await deployUnit(scenario, pledgeId, { gapId, strength: 800, place: 'Beni' }, days);
    const tied = { pledgeId, tie: 'DEPLOYMENT', status: 'DEPLOYED' };
    expect(await anybody().get('/missions/MONUSCO')).toMatchObject({
      kind: 'PEACEKEEPING',
      isClosing: false,
      pledges: [{ ...tied, flagged: false }],
    });
    const closure = { closesOn: '2027-06-30', source: 'A resolution' };
    await desk.post('/missions/monusco/closure', closure);
    expect(await anybody().get('/missions/Monusco')).toMatchObject({
      code: 'MONUSCO',
      closesOn: '2027-06-30',
      isClosed: false,
      programmaticMoneyUntil: '2029-06-30',
      pledges: [{ ...tied, flagged: true }],
    });
    expect(await anybody().get(`/pledges/${pledgeId}`)).toMatchObject({
      missions: [{ code: 'MONUSCO', closesOn: '2027-06-30', isClosed: false, marks: ['CLOSES'] }],
    });
    const problem = (await desk.ask('/missions/MONUSKO')).body;
    expect(problem).toMatchObject({
      code: 'MISSION_NOT_FOUND',
      nearest: ['MONUSCO'],
      detail: expect.stringContaining('Nearest: MONUSCO') as unknown,
    });
  });

  it('refuses a name that is no mission, with the nearest, at gaps, requirements and posts', async () => {
    const gap = { mission: 'MONUSKO', capabilityCode: 'INF-BN', number: 1, priority: 'HIGH' };
    const wrong = { code: 'UNKNOWN_MISSION', nearest: ['MONUSCO'] };
    expect(await scenario.as('FGS').isRefused('/gaps', gap)).toMatchObject({ ...wrong, field: 'mission' });
    const slots = [{ slot: 's', capabilityCode: 'INF-BN', mission: 'MONUSKO', number: 1, priority: 'HIGH' }];
    const paper = { code: 'needs', edition: '2021-06-01', title: 'Needs', source: 's', slots };
    const refused = await scenario.as('SFGC').isRefused('/requirement-sets', paper);
    expect(refused).toMatchObject({ ...wrong, field: 'slots.0.mission' });
    const post = { persons: 1, post: 'Planner', mission: 'MONUSKO', from: '2026-01-01', to: '2026-12-31' };
    const path = '/pledges/00000000-0000-4000-8000-000000000001/secondments';
    expect(await scenario.as('IMPL').isRefused(path, post)).toMatchObject({ ...wrong, field: 'mission' });
  });

  it('refuses selection, signature and deployment for a mission that had closed by then, whatever the officer says', async () => {
    const pledgeId = await battalion();
    const gap = { mission: 'UNMIL', capabilityCode: 'INF-BN' }; // closed on 2018-03-30
    const gapId = await matchUnit(scenario, pledgeId, gap, '2019-04-01');
    const selection = { gapId, decisionReference: 'SEL-1', hostConsent: 'GIVEN', occurredOn: '2019-04-10' };
    const fgs = scenario.as('FGS');
    const refused = await fgs.isRefused(`/pledges/${pledgeId}/selection`, selection);
    expect(refused).toMatchObject({
      code: 'MISSION_CLOSED',
      closedOn: '2018-03-30',
      allowed: ['LIQUIDATION'],
    });
    const liquidation = { exception: 'LIQUIDATION', approver: 'Controller' };
    await fgs.post(`/pledges/${pledgeId}/selection`, { ...selection, ...liquidation });
    const mou = { mouReference: 'M', strength: 800, equipmentAnnexVersion: '1', occurredOn: '2019-05-01' };
    const period = { from: '2019-05-01', to: '2020-04-30' };
    const unsigned = await scenario.as('DOS').isRefused(`/pledges/${pledgeId}/mou`, { ...mou, ...period });
    expect(unsigned.code).toBe('MISSION_CLOSED');
    const { items } = await fgs.get(`/pledges/${pledgeId}/history`);
    expect((items as Body[]).at(-1)).toMatchObject({
      type: 'UnitSelected',
      data: { ...liquidation, onRecord: { hostConsent: 'GIVEN', closesOn: '2018-03-30' } },
    });
    const seen = (await anybody().get(`/pledges/${pledgeId}/history`)).items as Body[];
    expect(JSON.stringify(seen)).not.toContain('Controller');
  });

  it('takes the consent of the host as it stood on the day of the act', async () => {
    const desk = scenario.as('DESK');
    const pledgeId = await battalion();
    const gapId = await matchUnit(
      scenario,
      pledgeId,
      { mission: 'MINUSCA', capabilityCode: 'INF-BN' },
      '2019-04-01',
    );
    const word = { consent: 'WITHDRAWN', changedOn: '2019-04-05', source: 'A letter' };
    await desk.post('/missions/MINUSCA/host-consent', word);
    await desk.post('/missions/MINUSCA/host-consent', { ...word, consent: 'GIVEN', changedOn: '2019-04-20' });
    const selection = { gapId, decisionReference: 'SEL-1', hostConsent: 'GIVEN' };
    const path = `/pledges/${pledgeId}/selection`;
    const on = (occurredOn: string) => ({ ...selection, occurredOn });
    expect((await scenario.as('FGS').isRefused(path, on('2019-04-10'))).code).toBe('HOST_CONSENT_MISSING');
    await scenario.as('FGS').post(path, on('2019-04-20'));
  });

  it('has what the desk adds: a new mission, and another name for one that is known', async () => {
    const desk = scenario.as('DESK');
    const mission = {
      code: 'UNSOH',
      name: 'UN Support Office in Haiti',
      hostStates: ['Haiti'],
      source: 'A resolution',
    };
    expect(idIn(await desk.post('/missions', { ...mission, aliases: ['BANUH'], kind: 'SUPPORTED' }))).toBe(
      'UNSOH',
    );
    await desk.post('/missions/BANUH/aliases', { alias: 'Support for Haiti', source: 'A speech' });
    const gap = { mission: 'support for haiti', capabilityCode: 'INF-BN', number: 1, priority: 'HIGH' };
    const gapId = await scenario.as('FGS').makes('/gaps', gap);
    expect(await desk.get(`/gaps/${gapId}`)).toMatchObject({ mission: 'UNSOH' });
    expect(await desk.get('/missions/UNSOH')).toMatchObject({
      aliases: ['BANUH', 'Support for Haiti'],
      gaps: [{ gapId, capabilityCode: 'INF-BN', number: 1 }],
    });
    expect(await anybody().get('/missions/UNSOH')).toMatchObject({ gaps: [{ gapId, number: 1 }] });
    const taken = await desk.isRefused('/missions/UNSOH/aliases', { alias: 'MINUSCA', source: 's' });
    expect(taken).toMatchObject({ code: 'ALIAS_TAKEN', field: 'alias' });
  });

  it('lists all missions since 1948, by kind and by whether they go on', async () => {
    const codes = async (query: string) =>
      ((await anybody().get(`/missions${query}`)).items as Body[]).map(({ code }) => code);
    expect(await codes('')).toEqual(expect.arrayContaining(['UNTSO', 'UNAMA', 'AMISOM', 'RSCE', 'UNSOH']));
    expect(await codes('?kind=PEACEKEEPING&open=true')).toContain('MINUSCA');
    expect(await codes('?kind=PEACEKEEPING&open=true')).not.toContain('UNAMID');
    expect(await codes('?open=true&asOf=2020-12-31')).toContain('UNAMID');
    expect(await codes('?open=false&kind=POLITICAL')).not.toContain('UNAMA');
  });

  it('keeps what a promise says in its own words until they are given a meaning', async () => {
    const said = {
      memberState: 'Norway',
      category: 'EXPERTISE',
      capabilityCode: 'PLANNERS',
      description: 'Two planners',
      source: 'seed',
      terms: { mission: 'the force in the lake region' },
    };
    const pledgeId = await scenario.as('DESK').makes('/pledges', said);
    const page = await anybody().get(`/pledges/${pledgeId}`);
    expect(page).toMatchObject({
      announcement: { terms: said.terms },
      missions: [{ asStated: said.terms.mission, code: null, marks: ['UNKNOWN'] }],
    });
    const tied = async () => (await anybody().get('/missions/UNMISS')).pledges;
    expect(await tied()).toEqual([]);
    const alias = { alias: 'The Force in the Lake Region', source: 'A note' };
    await scenario.as('DESK').post('/missions/UNMISS/aliases', alias);
    expect(await tied()).toMatchObject([{ pledgeId, tie: 'TERMS' }]);
  });
});
