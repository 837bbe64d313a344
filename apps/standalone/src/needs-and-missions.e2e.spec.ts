/** The light-coordination board and the calendar of missions over HTTP. */
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

describe('the calendar of missions', () => {
  it('flags what is tied to a mission that closes', async () => {
    const desk = scenario.as('DESK');
    const made = await desk.post('/missions', {
      code: 'UNAMID',
      name: 'African Union-United Nations Hybrid Operation in Darfur',
      hostStates: ['Sudan'],
      mandatedUntil: '2020-12-31',
      source: 'Security Council resolution 2525 (2020)',
    });
    expect(idIn(made)).toBe('UNAMID');
    const pledgeId = await scenario.as('MS', 'RWA').makes('/pledges', {
      memberState: 'Rwanda',
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: '1',
      unit: 'unit',
      description: 'An infantry battalion',
      announcedOn: '2019-01-10',
      source: 'Note verbale',
    });
    const days = { acknowledged: '2019-01-20', registered: '2019-02-01' };
    await registerUnit(scenario, pledgeId, days, { capabilityCode: 'INF-BN' });
    await assess(scenario, pledgeId, 'RWA', '2019-03-01');
    const gapId = await matchUnit(
      scenario,
      pledgeId,
      { mission: 'UNAMID', capabilityCode: 'INF-BN' },
      '2019-04-01',
    );
    await deployUnit(
      scenario,
      pledgeId,
      { gapId, strength: 800, place: 'El Fasher' },
      {
        selected: '2019-04-10',
        signed: '2019-05-01',
        visited: '2019-06-01',
        deployed: '2019-07-01',
        until: '2021-06-30',
      },
    );
    const tied = { pledgeId, tie: 'DEPLOYMENT', status: 'DEPLOYED' };
    expect(await scenario.as('PUBLIC').get('/missions/UNAMID')).toMatchObject({
      isClosing: false,
      pledges: [{ ...tied, flagged: false }],
    });
    await desk.post('/missions/UNAMID/closure', { closesOn: '2020-12-31', source: 'Resolution 2559 (2020)' });
    expect(await scenario.as('PUBLIC').get('/missions/UNAMID')).toMatchObject({
      closesOn: '2020-12-31',
      programmaticMoneyUntil: '2022-12-31',
      pledges: [{ ...tied, flagged: true }],
    });
    expect((await desk.ask('/missions/NOWHERE')).body).toMatchObject({ code: 'MISSION_NOT_FOUND' });
  });
});
