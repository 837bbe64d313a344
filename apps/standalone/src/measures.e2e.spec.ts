/** Gaps and pledges in units, persons and aircraft, over HTTP and from a file: accountability page, section 11. Long because all share one server. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli } from './testing/run-cli.ts';
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { registerUnit } from './testing/unit-steps.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

const [ANNOUNCED, REGISTERED] = ['2026-02-02', '2026-03-02'];
const DAYS = { acknowledged: ANNOUNCED, registered: REGISTERED };

const announced = (state: string, capabilityCode: string, said: Body): Promise<string> =>
  scenario.as('MS', state).makes('/pledges', {
    memberState: state,
    category: capabilityCode.startsWith('HEL') ? 'ENABLER' : 'UNIT',
    capabilityCode,
    description: `${capabilityCode} of ${state}`,
    announcedOn: ANNOUNCED,
    source: 'Note verbale 2026/11',
    ...said,
  });

const registered = async (state: string, capabilityCode: string, said: Body, body: Body = {}) => {
  const pledgeId = await announced(state, capabilityCode, said);
  await registerUnit(scenario, pledgeId, DAYS, { capabilityCode, ...body });
  return `/pledges/${pledgeId}`;
};

const gapOf = (capabilityCode: string, number: number, unit: string): Promise<string> =>
  scenario.as('MISSION').makes('/gaps', {
    mission: 'MINUSCA',
    capabilityCode,
    number,
    unit,
    priority: 'HIGH',
    occurredOn: '2026-03-03',
  });

const match = (pledge: string, gapId: string, quantity: number, body: Body = {}) =>
  scenario.as('SFGC').post(`${pledge}/matches`, { gapId, quantity, occurredOn: '2026-03-04', ...body });

const figure = (number: number, unit: string) => ({ min: number, max: number, unit });

it('a gap of 1 FPU is filled by 140 persons, and the pledge is used up', async () => {
  const [pledge, gap] = [
    await registered('RWA', 'FPU', { quantity: 140, unit: 'persons' }),
    await gapOf('FPU', 1, 'unit'),
  ];
  await match(pledge, gap, 1);
  const desk = scenario.as('SFGC');
  await desk.until(`/gaps/${gap}`, ({ fill }) => fill === 'FILLED');
  expect(await desk.get(pledge)).toMatchObject({
    leftToMatch: 0,
    left: { units: 0, persons: 0 },
    matches: [
      {
        quantity: 1,
        unit: 'unit',
        units: 1,
        persons: 140,
        personsPerUnit: 140,
        personsPerUnitFrom: 'TAXONOMY',
      },
    ],
  });
  const other = await gapOf('FPU', 1, 'person');
  expect(
    await desk.isRefused(`${pledge}/matches`, { gapId: other, quantity: 1, occurredOn: '2026-03-05' }),
  ).toMatchObject({
    code: 'NOT_ENOUGH_LEFT',
  });
});

it('a gap of 850 persons is filled by 1 battalion of 850, part by part', async () => {
  const pledge = await registered('GHA', 'INF-BN', { quantity: 1, unit: 'battalion', strength: '850' });
  const [first, second] = [await gapOf('INF-BN', 500, 'persons'), await gapOf('INF-BN', 350, 'troops')];
  await match(pledge, first, 500);
  const sfgc = scenario.as('SFGC');
  expect(await sfgc.get(pledge)).toMatchObject({ left: { units: 0, persons: 350 } });
  await match(pledge, second, 350);
  expect(await sfgc.get(pledge)).toMatchObject({ leftToMatch: 0, left: { units: 0, persons: 0 } });
  await sfgc.post(`${pledge}/matches/${second}/release`, {
    reason: 'Another unit',
    occurredOn: '2026-03-05',
  });
  expect(await sfgc.get(pledge)).toMatchObject({ left: { units: 0, persons: 350 } });
  await sfgc.until(`/gaps/${second}`, ({ fill }) => fill === 'OPEN');
});

it('where the usual strength is a range, the officer is asked how many persons a unit is', async () => {
  const [pledge, gap] = [
    await registered('SEN', 'INF-BN', { quantity: 2, unit: 'units' }),
    await gapOf('INF-BN', 830, 'persons'),
  ];
  const sfgc = scenario.as('SFGC');
  const asked = { gapId: gap, quantity: 830, occurredOn: '2026-03-04' };
  expect(await sfgc.isRefused(`${pledge}/matches`, asked)).toMatchObject({
    ...{ status: 422, code: 'MEASURE_UNCLEAR', field: 'personsPerUnit', min: 800, max: 850 },
  });
  await match(pledge, gap, 830, { personsPerUnit: 830 });
  expect(await sfgc.get(pledge)).toMatchObject({
    leftToMatch: 1,
    matches: [
      { quantity: 830, takes: 1, units: 1, persons: 830, personsPerUnit: 830, personsPerUnitFrom: 'MATCH' },
    ],
  });
});

it('1 unit of 3 aircraft counts as 1 unit and 3 aircraft, under these names, beside or in words', async () => {
  const beside = await announced('URY', 'HEL-UTL', { quantity: 1, unit: 'unit', aircraft: 3 });
  const inWords = await announced('CHL', 'HEL-UTL', { quantity: '1 unit of 3 aircraft' });
  for (const id of [beside, inWords]) {
    expect(await scenario.as('PUBLIC').get(`/pledges/${id}`)).toMatchObject({
      counts: { units: { min: 1, max: 1 }, persons: null, aircraft: figure(3, 'aircraft') },
    });
  }
});

it('an FPU of 140 goes on as platoons: 40 persons fill a gap of 40, and the rest stays an FPU of 100', async () => {
  const state = scenario.as('MS', 'JOR');
  const pledge = await registered('JOR', 'FPU', { quantity: 1, unit: 'unit', strength: '140' });
  const platoon = { quantity: '1', unit: 'platoon', capabilityCode: 'ENGAGE-PL', description: 'A platoon' };
  const split = (children: readonly Body[]) => ({ children, occurredOn: '2026-03-05' });
  expect(await state.isRefused(`${pledge}/split`, split([platoon]))).toMatchObject({ code: 'UNIT_DIFFERS' });
  expect(await state.isRefused(`${pledge}/split`, split([{ ...platoon, strength: '141' }]))).toMatchObject({
    code: 'SPLIT_TOO_LARGE',
  });
  await state.post(`${pledge}/split`, split([{ ...platoon, strength: '40' }]));
  const parts = (
    await scenario.as('SFGC').until('/pledges?memberState=JOR&status=REGISTERED', ({ total }) => total === 2)
  ).items as readonly Body[];
  const pages = await Promise.all(
    parts.map(({ pledgeId }) => scenario.as('SFGC').get(`/pledges/${String(pledgeId)}`)),
  );
  const ofKind = (code: string) => pages.find(({ capabilityCode }) => capabilityCode === code);
  expect(ofKind('FPU')).toMatchObject({
    counts: { units: figure(1, 'unit'), persons: figure(100, 'persons') },
  });
  const engagement = ofKind('ENGAGE-PL');
  expect(engagement).toMatchObject({
    counts: { units: figure(1, 'platoon'), persons: figure(40, 'persons') },
  });
  const gap = await gapOf('ENGAGE-PL', 40, 'persons');
  await match(`/pledges/${String(engagement?.pledgeId)}`, gap, 40, { occurredOn: '2026-03-06' });
  await scenario.as('SFGC').until(`/gaps/${gap}`, ({ fill }) => fill === 'FILLED');
});

it('another account and the phases of a promise carry its persons', async () => {
  const id = await announced('TUN', 'FPU', { quantity: 2, unit: 'units', strength: '280' });
  const account = { memberState: 'TUN', wording: 'Two units', quantity: 2, unit: 'units', source: 'NV 12' };
  const later = { ...account, announcedOn: '2026-02-10' };
  const [desk, state] = [scenario.as('DESK'), scenario.as('MS', 'TUN')];
  const links = `/pledges/${id}/announcements`;
  expect(await desk.isRefused(links, { ...later, strength: '300' })).toMatchObject({
    ...{ code: 'QUANTITY_DIFFERS', field: 'strength' },
  });
  await desk.post(links, { ...later, strength: '280' });
  const phase = (name: string, quantity: number, strength: string) => ({ name, quantity, strength });
  const phases = (last: string) => ({
    phases: [phase('year 1', 1, '140'), phase('year 2', 2, last)],
    ...{ unit: 'units', cumulative: true, occurredOn: '2026-02-11' },
  });
  expect(await state.isRefused(`/pledges/${id}/phases`, phases('300'))).toMatchObject({
    code: 'QUANTITY_DIFFERS',
  });
  await state.post(`/pledges/${id}/phases`, phases('280'));
  expect(await scenario.as('PUBLIC').get(`/pledges/${id}`)).toMatchObject({
    links: [{ strength: figure(280, 'persons') }],
    phases: {
      phases: [{ strength: figure(140, 'persons') }, { strength: figure(280, 'persons') }],
      strength: figure(280, 'persons'),
    },
  });
});

it('a figure is stated once, in whole ones', async () => {
  const refused = (said: Body) =>
    scenario.as('MS', 'NPL').isRefused('/pledges', {
      ...{
        memberState: 'NPL',
        category: 'UNIT',
        capabilityCode: 'INF-BN',
        description: 'A unit',
        source: 'NV',
      },
      ...said,
    });
  const troops = { quantity: 850, unit: 'troops' };
  expect(await refused({ ...troops, strength: 850 })).toMatchObject({
    code: 'COUNTED_TWICE',
    field: 'strength',
  });
  const flown = { quantity: 3, unit: 'helicopters', aircraft: 3 };
  expect(await refused(flown)).toMatchObject({ code: 'COUNTED_TWICE', field: 'aircraft' });
  for (const [strength, code] of [
    ['0', 'QUANTITY_INVALID'],
    ['1.5', 'QUANTITY_INVALID'],
    ['plenty', 'QUANTITY_UNREADABLE'],
    ['-1', 'QUANTITY_UNREADABLE'],
  ]) {
    const problem = await refused({ quantity: 1, unit: 'unit', strength });
    expect(problem).toMatchObject({ status: 422, code, field: 'strength' });
  }
  expect(await refused({ quantity: 1, unit: 'unit', aircraft: '850 USD' })).toMatchObject({
    field: 'aircraft',
  });
});

it('fewer units that are registered, or amended, take their share of the persons along', async () => {
  const pledge = await registered(
    'BGD',
    'INF-BN',
    { quantity: 3, unit: 'units', strength: 2500, aircraft: 5 },
    { quantity: 2, unit: 'units', consentReference: 'SFGC/1' },
  );
  const state = scenario.as('MS', 'BGD');
  expect(await state.get(pledge)).toMatchObject({
    counts: { units: figure(2, 'units'), persons: figure(1666, 'persons'), aircraft: figure(3, 'aircraft') },
  });
  await state.post(`${pledge}/amendments`, {
    changes: [
      { field: 'quantity', old: 2, new: 1, unit: 'units' },
      { field: 'aircraft', old: 3, new: 2 },
    ],
    reason: 'The Parliament voted',
    source: 'Note verbale 2026/12',
    occurredOn: '2026-04-02',
  });
  expect(await state.get(pledge)).toMatchObject({
    counts: { persons: figure(833, 'persons'), aircraft: figure(2, 'aircraft') },
  });
  expect(
    await state.isRefused(`${pledge}/amendments`, {
      changes: [{ field: 'strength', old: 834, new: 840 }],
      reason: 'More',
      source: 'NV',
    }),
  ).toMatchObject({ code: 'STALE_VALUE', field: 'strength' });
});

it('parts of a split have their share of the persons, and come to the whole', async () => {
  const pledge = await registered('ETH', 'INF-BN', { quantity: 3, unit: 'units', strength: 2500 });
  const state = scenario.as('MS', 'ETH');
  await state.post(`${pledge}/split`, {
    children: [{ quantity: 1, description: 'The first' }],
    occurredOn: '2026-05-02',
  });
  const { items } = await state.until(
    '/pledges?memberState=ETH&status=REGISTERED',
    ({ items }) => (items as readonly Body[]).length === 2,
  );
  const parts = (items as readonly Body[]).map(({ counts }) => counts as Record<string, { max: number }>);
  expect(parts.map(({ units, persons }) => [units?.max, persons?.max]).sort()).toEqual([
    [1, 833],
    [2, 1667],
  ]);
});

it('a joint pledge has the persons of all its sources', async () => {
  const sources = [
    await registered('NOR', 'HEL-UTL', { quantity: 1, unit: 'unit', strength: 60, aircraft: 2 }),
    await registered('SWE', 'HEL-UTL', { quantity: 1, unit: 'unit', strength: 40 }),
  ];
  const [lead = '', other = ''] = sources;
  const consent = { leadState: 'NOR', role: 'UNIT', share: 50, consentReference: 'NV' };
  const agreed = { ...consent, mergeId: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61', occurredOn: '2026-05-02' };
  await scenario.as('MS', 'NOR').post(`${lead}/merge-consents`, agreed);
  await scenario.as('MS', 'SWE').post(`${other}/merge-consents`, agreed);
  await scenario.as('DESK').post(`${lead}/merger`, {
    mergeId: agreed.mergeId,
    others: [other.split('/').at(-1)],
    capabilityCode: 'HEL-UTL',
    quantity: 1,
    unit: 'unit',
    description: 'A Nordic helicopter unit',
    occurredOn: '2026-05-03',
  });
  const { items } = await scenario
    .as('PUBLIC')
    .until(
      '/pledges?memberState=SWE&status=REGISTERED',
      ({ items }) => (items as readonly Body[]).length === 1,
    );
  expect(items).toMatchObject([
    { counts: { persons: figure(100, 'persons'), aircraft: figure(2, 'aircraft') } },
  ]);
});

it('a file states strength and aircraft in columns of their own', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'pledges.csv');
  const header =
    'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source,strength,aircraft';
  const row = (strength: string) =>
    `2021-seoul,Uganda,UGA,ENABLER,HEL-UTL,1,unit,A helicopter unit,,,2021-12-07,Note verbale 2026/3,${strength},3`;
  const imports = async (...rows: string[]) => {
    await writeFile(path, [header, ...rows].join('\n'));
    const { out } = await runCli(['import', path, '--url', scenario.url, '--json', '--actor', 'pledge.desk']);
    return JSON.parse(out) as Body;
  };
  expect(await imports(row('up to 120'))).toMatchObject({ added: 1 });
  expect(await imports(row('up to 120'), row('90'), row('none'))).toMatchObject({
    ...{ added: 0, unchanged: 1, changed: 1, rejected: 1 },
  });
  const { items } = await scenario.as('DESK').get('/pledges?memberState=UGA');
  expect(items).toMatchObject([
    { counts: { persons: { min: 0, max: 120, unit: 'persons' }, aircraft: figure(3, 'aircraft') } },
  ]);
  folder.remove();
});
