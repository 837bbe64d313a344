/** Asks over HTTP, and what those try who may not: accountability page, section 13. */
import { idIn, startScenario, type Body, type Scenario, type Voice } from './testing/scenario.ts';
import { announcePromise, registerPromise } from './testing/implementation-steps.ts';
import { assess, matchUnit, registerUnit } from './testing/unit-steps.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

const ofFrance = () => scenario.as('MS', 'FRA');
const need = { kind: 'TRAINING', text: 'Training of 70', capabilityCode: 'MED-TRAINING', number: 70 };
const makeNeed = (said: Body = {}): Promise<string> =>
  scenario.as('MS', 'VNM').makes('/needs', { ...need, memberState: 'Viet Nam', ...said });
const offer = async (voice: Voice, needId: string, said: Body): Promise<string> => {
  await voice.post(`/needs/${needId}/offers`, { text: 'Instructors', ...said });
  const { offers } = await scenario.as('DESK').get(`/needs/${needId}`);
  return `/needs/${needId}/offers/${String((offers as readonly Body[]).at(-1)?.offerId)}`;
};

describe('a need', () => {
  it('of 70 with an offer of 40 chosen is partly answered: 30 are open, and 70 when it is taken back', async () => {
    const needId = await makeNeed();
    const made = await offer(ofFrance(), needId, { memberState: 'FRA', number: 40 });
    const viet = scenario.as('MS', 'VNM');
    expect(await viet.isRefused(`${made}/choice`, { number: 41 })).toMatchObject({
      code: 'MORE_THAN_OFFERED',
      field: 'number',
      offered: 40,
    });
    await viet.post(`${made}/choice`, {});
    expect(await viet.get(`/needs/${needId}`)).toMatchObject({
      state: 'PARTLY_ANSWERED',
      answered: 40,
      open: 30,
      surplus: 0,
    });
    expect(await viet.get('/needs?state=PARTLY_ANSWERED&memberState=VNM')).toMatchObject({ total: 1 });
    await ofFrance().post(`${made}/withdrawal`, { reason: 'Needed at home' });
    expect(await viet.get(`/needs/${needId}`)).toMatchObject({ state: 'OPEN', answered: 0, open: 70 });
  });

  it('of the police is published and answered by PD, and by FGS not at all', async () => {
    const [police, military] = [scenario.as('PD'), scenario.as('FGS')];
    const said = { kind: 'EXPERTISE', text: 'A team', capabilityCode: 'SPT', body: 'MINUSCA', number: 6 };
    expect(await military.isRefused('/needs', said)).toMatchObject({
      code: 'NOT_IN_FIELD',
      field: 'capabilityCode',
      allowed: ['PD'],
    });
    const needId = await police.makes('/needs', said);
    const made = await offer(ofFrance(), needId, { memberState: 'FRA', number: 6 });
    for (const path of [`${made}/choice`, `${made}/refusal`, `/needs/${needId}/closure`])
      expect((await military.isRefused(path, { reason: 'Ours' })).code).toBe('NOT_IN_FIELD');
    await police.post(`${made}/choice`, {});
    expect(await police.get(`/needs/${needId}`)).toMatchObject({ state: 'ANSWERED', open: 0 });
    const officers = { ...said, capabilityCode: 'STAFF-OFFICERS' };
    expect((await police.isRefused('/needs', officers)).code).toBe('NOT_IN_FIELD');
    await military.post('/needs', officers);
  });
});

describe('an offer names a pledge of its own state', () => {
  const trainers = { category: 'MEDICAL', capabilityCode: 'MED-TRAINING', description: 'Instructors' };
  const promise = (state: string): Promise<string> => registerPromise(scenario, state, trainers);
  const refusedWith = async (said: Body): Promise<Body> =>
    ofFrance().isRefused(`/needs/${await makeNeed()}/offers`, {
      memberState: 'FRA',
      text: 'Instructors',
      ...said,
    });

  it('and shows how that stands', async () => {
    const pledgeId = await promise('FRA');
    const needId = await makeNeed();
    await offer(ofFrance(), needId, { memberState: 'FRA', pledgeId });
    expect(await ofFrance().get(`/needs/${needId}`)).toMatchObject({
      offers: [{ pledgeId, pledgeStatus: 'REGISTERED' }],
    });
  });

  it("not another state's, nor one that nobody made", async () => {
    expect(await refusedWith({ pledgeId: await promise('AUS') })).toMatchObject({
      code: 'STATE_DIFFERS',
      field: 'pledgeId',
    });
    const unknown = '00000000-0000-4000-8000-00000000beef';
    expect(await refusedWith({ pledgeId: unknown })).toMatchObject({
      code: 'UNKNOWN_PLEDGE',
      field: 'pledgeId',
    });
  });

  it('not one that was withdrawn, then or since', async () => {
    const pledgeId = await promise('FRA');
    const needId = await makeNeed();
    const made = await offer(ofFrance(), needId, { memberState: 'FRA', pledgeId });
    await ofFrance().post(`/pledges/${pledgeId}/withdrawal`, { reason: 'Elsewhere' });
    expect(await refusedWith({ pledgeId })).toMatchObject({ code: 'PLEDGE_ENDED', field: 'pledgeId' });
    expect((await scenario.as('MS', 'VNM').isRefused(`${made}/choice`, {})).code).toBe('PLEDGE_ENDED');
    expect(await ofFrance().get(`/needs/${needId}`)).toMatchObject({
      offers: [{ pledgeStatus: 'WITHDRAWN' }],
    });
  });

  it('not one that was annulled', async () => {
    const pledgeId = await announcePromise(scenario, 'FRA', trainers);
    const [first, second] = [scenario.as('ADMIN'), scenario.as('ADMIN', 'CAN')];
    const path = `/pledges/${pledgeId}`;
    const { items } = await scenario.as('AUDITOR').get(`${path}/history`);
    const { id } = (items as readonly Body[])[0] ?? {};
    await first.post(`${path}/annulments`, { annuls: id, reason: 'Entered by mistake' });
    const { internal } = await scenario.as('AUDITOR').get(path);
    const [proposed] = (internal as { readonly annulments: readonly Body[] }).annulments;
    await second.post(`${path}/annulments/${String(proposed?.annulmentId)}/approval`, {});
    expect((await refusedWith({ pledgeId })).code).toBe('PLEDGE_ENDED');
  });
});

describe('a gap', () => {
  const ask = { mission: 'MINUSCA', number: 2, priority: 'HIGH', neededBy: '2030-06-30' };

  it('tells the public what is sought, and other states how much is held, and neither for whom', async () => {
    const pledgeId = await announcePromise(scenario, 'RWA', {
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: '1',
      unit: 'unit',
      description: 'A battalion',
    });
    const days = { acknowledged: '2021-12-20', registered: '2022-02-01' };
    await registerUnit(scenario, pledgeId, days, { capabilityCode: 'INF-BN' });
    await assess(scenario, pledgeId, 'RWA', '2022-03-01');
    const wanted = { ...ask, capabilityCode: 'INF-BN' };
    const gapId = await matchUnit(scenario, pledgeId, wanted, '2022-04-01');
    const path = `/gaps/${gapId}`;
    const [anybody, korea] = [scenario.as('PUBLIC'), scenario.as('MS', 'KOR')];
    const inPublic = await anybody.get(path);
    expect(inPublic).toMatchObject({ number: 2, priority: 'HIGH', neededBy: '2030-06-30', state: 'OPEN' });
    const hidden = { fill: null, reserved: null, left: null, closedFor: null, filledBy: [], revision: 0 };
    expect(inPublic).toMatchObject(hidden);
    const tag = (await anybody.ask(path)).headers.get('etag');
    expect(await korea.get(path)).toMatchObject({
      reserved: 1,
      left: 1,
      fill: 'PARTLY_FILLED',
      filledBy: [],
    });
    for (const list of ['/gaps', '/gaps?mission=MINUSCA', '/missions/MINUSCA'])
      expect(JSON.stringify(await anybody.get(list))).not.toContain(pledgeId);
    expect((await anybody.ask('/gaps?fill=PARTLY_FILLED')).status).toBe(403);
    expect((await anybody.ask('/reports/gaps')).status).toBe(403);
    await scenario.as('SFGC').post(`/pledges/${pledgeId}/matches/${gapId}/release`, { reason: 'Another' });
    await scenario.as('FGS').until(path, ({ reserved }) => reserved === 0);
    const { recordedUpTo: _, ...after } = await anybody.get(path);
    const { recordedUpTo: _r, ...before } = inPublic;
    expect(after).toEqual(before);
    expect((await anybody.ask(path)).headers.get('etag')).toBe(tag);
  });

  it('does not tell the public by the pledge that was chosen for it', async () => {
    const pledgeId = await announcePromise(scenario, 'GHA', {
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: '1',
      unit: 'unit',
      description: 'A battalion',
    });
    const days = { acknowledged: '2021-12-20', registered: '2022-02-01' };
    await registerUnit(scenario, pledgeId, days, { capabilityCode: 'INF-BN' });
    await assess(scenario, pledgeId, 'GHA', '2022-03-01');
    const gapId = await matchUnit(scenario, pledgeId, { ...ask, capabilityCode: 'INF-BN' }, '2022-04-01');
    const decision = { gapId, decisionReference: 'SEL', hostConsent: 'GIVEN', occurredOn: '2022-04-10' };
    await scenario.as('FGS').post(`/pledges/${pledgeId}/selection`, decision);
    for (const path of [`/pledges/${pledgeId}`, `/pledges/${pledgeId}/history`]) {
      expect(JSON.stringify(await scenario.as('PUBLIC').get(path))).not.toContain(gapId);
      expect(JSON.stringify(await scenario.as('MS', 'KOR').get(path))).toContain(gapId);
    }
  });

  it('that is narrowed is for states until it is opened', async () => {
    const fgs = scenario.as('FGS');
    const gapId = await fgs.makes('/gaps', { ...ask, capabilityCode: 'INF-BN', visibility: 'MEMBER_STATES' });
    const path = `/gaps/${gapId}`;
    const anybody = scenario.as('PUBLIC');
    expect(await scenario.as('MS', 'KOR').get(path)).toMatchObject({ isPublic: false });
    expect((await anybody.ask(path)).body).toMatchObject({ code: 'GAP_NOT_FOUND' });
    await fgs.post(`${path}/revisions`, { visibility: 'PUBLIC', reason: 'Asked for in the Council' });
    expect(await anybody.get(path)).toMatchObject({ isPublic: true, number: 2, revision: 0 });
    const back = { visibility: 'MEMBER_STATES', reason: 'A mistake' };
    expect(await fgs.isRefused(`${path}/revisions`, back)).toMatchObject({
      code: 'GAP_IS_PUBLIC',
      field: 'visibility',
    });
  });

  it.each([
    ['PD', 'INF-BN', 'FGS'],
    ['FGS', 'FPU', 'PD'],
  ])('%s does not keep one for %s', async (role, capabilityCode, desk) => {
    const refused = { code: 'NOT_IN_FIELD', allowed: [desk] };
    expect(await scenario.as(role).isRefused('/gaps', { ...ask, capabilityCode })).toMatchObject(refused);
    const gapId = idIn(await scenario.as(desk).post('/gaps', { ...ask, capabilityCode }));
    for (const [act, body] of [
      ['revisions', { number: 1, reason: 'Fewer' }],
      ['closure', { reason: 'Gone' }],
    ] as const)
      expect(await scenario.as(role).isRefused(`/gaps/${gapId}/${act}`, body)).toMatchObject(refused);
  });
});

it('a slot of the requirements leads to its gap, and the gap back to it', async () => {
  const asked = { slot: 'police-1', capabilityCode: 'FPU', mission: 'UNMISS', number: 1, priority: 'HIGH' };
  const paper = { code: 'needs', edition: '2021-06-01', title: 'Needs', source: 's', slots: [asked] };
  await scenario.as('SFGC').post('/requirement-sets', paper);
  const gap = { mission: 'UNMISS', capabilityCode: 'FPU', number: 1, priority: 'HIGH' };
  const requirement = { set: 'needs', slot: 'police-1' };
  const wrong = { ...gap, requirement: { ...requirement, slot: 'police-2' } };
  expect(await scenario.as('PD').isRefused('/gaps', wrong)).toMatchObject({
    code: 'UNKNOWN_SLOT',
    field: 'requirement.slot',
    allowed: ['police-1'],
  });
  const gapId = await scenario.as('PD').makes('/gaps', { ...gap, requirement });
  const anybody = scenario.as('PUBLIC');
  expect(await anybody.get('/requirement-sets/needs/2021-06-01')).toMatchObject({
    slots: [{ slot: 'police-1', gaps: [{ gapId, fill: null, filledBy: [] }], posts: [] }],
  });
  expect(await anybody.get(`/gaps/${gapId}`)).toMatchObject({
    requirement,
    slots: [{ ...requirement, edition: '2021-06-01' }],
  });
});
