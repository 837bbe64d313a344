/** The field finds a limit that the state had not declared. Lifecycle page, section 9; seed systems, part B. */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';

let scenario: Scenario;
let pledge: string;
beforeAll(async () => {
  scenario = await startScenario();
  pledge = `/pledges/${await deployedUnit(scenario)}`;
  await scenario.as('MISSION').post(`${pledge}/caveat-discoveries`, {
    text: 'The unit refuses patrols after dark',
    kind: 'TIME',
    blocking: true,
    incidentOn: '2025-11-03',
    source: 'Incident report 2025/118',
    occurredOn: '2025-11-05',
  });
});
afterAll(() => scenario.close());

const caveatsFor = async (role: string, state?: string) =>
  (await scenario.as(role, state).get(pledge)).caveats;

it('FGS and the state read it, and find it among their tasks', async () => {
  for (const voice of [scenario.as('FGS'), scenario.as('MS', 'RWA')]) {
    expect((await voice.get(pledge)).caveats).toMatchObject([
      { kind: 'TIME', undeclared: true, since: '2025-11-03', liftedOn: null },
    ]);
    const { items } = await voice.get('/work-queue?kind=CAVEAT_DISCOVERED');
    expect(items).toMatchObject([{ waitsFor: ['MS', 'FGS'], since: '2025-11-03' }]);
  }
});

it('another state reads none of it, and the public nothing', async () => {
  expect(await caveatsFor('MS', 'KOR')).toEqual([]);
  expect(await caveatsFor('PUBLIC')).toBeNull();
  const reader = scenario.as('PUBLIC');
  const shown = [
    await reader.get(pledge),
    await reader.get(`${pledge}/history`),
    await reader.get('/pledges'),
  ];
  expect(JSON.stringify(shown)).not.toMatch(/after dark|CaveatDiscovered|Incident report/);
  expect((await reader.ask('/pledges?caveat=TIME')).status).toBe(403);
});

it('the filter finds it for the Secretariat', async () => {
  const fgs = scenario.as('FGS');
  expect((await fgs.get('/pledges?caveat=TIME')).total).toBe(1);
  expect((await fgs.get('/pledges?withoutCaveat=TIME')).total).toBe(0);
  expect((await fgs.get('/pledges?withoutCaveat=GEOGRAPHIC')).total).toBe(1);
});

it('the state cannot discover it about itself, but give it up; FGS and the mission confirm', async () => {
  const state = scenario.as('MS', 'RWA');
  const found = { text: 'x', kind: 'TIME', blocking: true, incidentOn: '2025-11-03', source: 'x' };
  expect(await state.isRefused(`${pledge}/caveat-discoveries`, found)).toMatchObject({ code: 'FORBIDDEN' });
  const { commands } = await state.get(pledge);
  const link = (commands as readonly Body[]).find(({ command }) => command === 'LiftCaveat');
  await state.post(String(link?.href), { confirmationReference: 'NV 2025/12' });
  expect(await caveatsFor('MS', 'RWA')).toMatchObject([
    { liftedOn: null, lifting: { waitsFor: ['FGS', 'MISSION'], confirmed: [] } },
  ]);
  const asked = '/work-queue?kind=LIFTING_TO_CONFIRM';
  for (const [role, found] of [
    ['FGS', 1],
    ['EVAL', 1],
    ['MS', 0],
  ] as const) {
    const { items } = await scenario.as(role, role === 'MS' ? 'RWA' : undefined).get(asked);
    expect(items).toHaveLength(found);
    if (found === 1) expect(items).toMatchObject([{ waitsFor: ['FGS', 'MISSION'] }]);
  }
  const reference = { confirmationReference: 'Cable 7' };
  const [caveatId] = ((await state.get(pledge)).caveats as readonly Body[]).map((one) => one.caveatId);
  const confirmations = `${pledge}/caveats/${String(caveatId)}/lifting-confirmations`;
  for (const [role, of] of [
    ['PD'],
    ['EVAL'],
    ['MS', 'RWA'],
    ['MS', 'KOR'],
    ['PARTNER', 'KOR'],
    ['PUBLIC'],
  ] as const)
    expect([role, (await scenario.as(role, of).isRefused(confirmations, reference)).status]).toEqual([
      role,
      403,
    ]);
  // At the same moment, and each twice: one history.
  await Promise.all(
    ['FGS', 'MISSION', 'FGS', 'MISSION'].map((role) => scenario.as(role).post(confirmations, reference)),
  );
  expect(await caveatsFor('FGS')).toMatchObject([
    { kind: 'TIME', liftedOn: expect.any(String), lifting: { waitsFor: [] } },
  ]);
  const { items } = await scenario.as('ADMIN').get(`${pledge}/history?limit=200`);
  const confirmed = (items as readonly Body[]).filter(({ type }) => type === 'CaveatLiftingConfirmed');
  expect(confirmed.map(({ data }) => (data as Body).liftedOn !== null)).toEqual([false, true]);
  expect((await scenario.as('FGS').get(asked)).total).toBe(0);
});

it('of a mission that has closed nobody waits, and what the register said is kept', async () => {
  const desk = scenario.as('DESK');
  await desk.post('/missions', {
    code: 'MINUSCA',
    name: 'MINUSCA',
    hostStates: ['CAF'],
    source: 'Resolution',
  });
  const found = { text: 'No escorts', kind: 'TASK', incidentOn: '2025-11-03', source: 'Report 9' };
  await scenario.as('MISSION').post(`${pledge}/caveat-discoveries`, { ...found, blocking: true });
  const [, { caveatId }] = (await scenario.as('FGS').get(pledge)).caveats as readonly [Body, Body];
  const caveat = `${pledge}/caveats/${String(caveatId)}`;
  await scenario.as('MS', 'RWA').post(`${caveat}/lifting`, { confirmationReference: 'NV 2026/1' });
  await desk.post('/missions/MINUSCA/closure', { closesOn: '2026-10-31', source: 'Resolution' });
  const { items } = await scenario.as('FGS').get('/work-queue?kind=LIFTING_TO_CONFIRM');
  expect(items).toMatchObject([{ waitsFor: ['FGS'] }]);
  await scenario.as('FGS').post(`${caveat}/lifting-confirmations`, { confirmationReference: 'FGS 2026/1' });
  const history = (await scenario.as('ADMIN').get(`${pledge}/history?limit=200`)).items as readonly Body[];
  expect(history.at(-1)).toMatchObject({
    type: 'CaveatLiftingConfirmed',
    data: { mission: { code: 'MINUSCA', closesOn: '2026-10-31' }, liftedOn: expect.any(String) },
  });
});

it('what was said under the Chatham House Rule is kept without a name, for every reader', async () => {
  const [{ caveatId }] = (await scenario.as('FGS').get(pledge)).caveats as readonly [Body];
  const talks = `${pledge}/caveats/${String(caveatId)}/talks`;
  const said = { text: 'A shorter list is thinkable', chathamHouse: true };
  expect(await scenario.as('FGS').isRefused(talks, { ...said, participants: ['NOR'] })).toMatchObject({
    status: 400,
  });
  const fgs = {
    'x-pledgeline-actor': 'col.lindqvist',
    'x-pledgeline-role': 'FGS',
    'x-correlation-id': 'lindqvist-1',
  };
  const reply = await fetch(`${scenario.url}${talks}`, {
    method: 'POST',
    headers: { ...fgs, 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });
  expect(reply.status).toBe(200);
  for (const role of ['ADMIN', 'AUDITOR', 'FGS', 'DESK']) {
    const { items } = await scenario.as(role).get(`${pledge}/history?limit=200`);
    expect((items as readonly Body[]).at(-1)).toMatchObject({
      type: 'CaveatTalkNoted',
      metadata: { actor: 'FGS' },
    });
    expect(JSON.stringify(items)).not.toMatch(/lindqvist/i);
  }
});
