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

it('the state cannot discover it about itself, but lift it once FGS confirms', async () => {
  const state = scenario.as('MS', 'RWA');
  const found = { text: 'x', kind: 'TIME', blocking: true, incidentOn: '2025-11-03', source: 'x' };
  expect(await state.isRefused(`${pledge}/caveat-discoveries`, found)).toMatchObject({ code: 'FORBIDDEN' });
  const { commands } = await state.get(pledge);
  const link = (commands as readonly Body[]).find(({ command }) => command === 'LiftCaveat');
  await state.post(String(link?.href), { confirmationReference: 'FGS 2025/12' });
  expect(await caveatsFor('FGS')).toMatchObject([{ kind: 'TIME', liftedOn: expect.any(String) }]);
});
