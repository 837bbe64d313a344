/** Names of things over HTTP: understood at every door, listed where nobody knows them, and healed by an alias. Section 14. */
import { deployedUnit } from './testing/a-deployed-unit.ts';
import { figuresOf } from './testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from './testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from './testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
let desk: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  anybody = scenario.as('PUBLIC');
  desk = scenario.as('DESK');
});
afterAll(() => scenario.close());

const endorses = async (state: string, what: string, act = 'ENDORSEMENT'): Promise<string> => {
  const said = { category: 'POLITICAL', capabilityCode: 'POL-PRINCIPLES', description: `Endorses ${what}` };
  const pledgeId = await registerPromise(scenario, state, said);
  const done = { act, what, link: 'https://example.org/text' };
  await scenario.as('MS', state).post(`/pledges/${pledgeId}/political-acts`, done);
  return pledgeId;
};

const endorsersOf = async (group: string, times = ''): Promise<readonly string[]> =>
  (await figuresOf(anybody, `endorsements${times}`, group)).get('endorsed')?.counted.ids ?? [];

const unknownIn = async (register: string): Promise<readonly Body[]> =>
  (await desk.get(`/unknown-names?register=${register}`)).items as readonly Body[];

it('a text is one, under whatever name states endorse it', async () => {
  await endorses('NLD', 'Vancouver Principles');
  await endorses('URY', '  principios de VANCOUVER ');
  await endorses(
    'CAN',
    'The Vancouver Principles on Peacekeeping and the Prevention of the Recruitment and Use of Child Soldiers',
  );
  expect(await endorsersOf('VANCOUVER')).toEqual(['CAN', 'NLD', 'URY']);
});

it('a name that nobody knows is listed with its pledges, and counts from its alias on; what was known before stays', async () => {
  const before = await endorses('RWA', 'The 18 principles');
  await endorses('UGA', 'the 18  principles');
  expect(await endorsersOf('KIGALI')).toEqual([]);
  expect(await unknownIn('texts')).toMatchObject([
    { register: 'texts', fields: ['delivered.acts.what'], pledges: 2, nearest: [] },
  ]);
  const { reference } = await desk.get(`/pledges/${before}`);
  expect((await unknownIn('texts'))[0]?.references).toContain(reference);
  const knownAt = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const alias = { alias: 'The 18 Principles', source: 'Speech of 2021-12-07' };
  await desk.post('/registers/texts/names/kigali%20principles/aliases', alias);
  await endorses('GHA', 'THE 18 PRINCIPLES');
  expect(await unknownIn('texts')).toEqual([]);
  expect(await endorsersOf('KIGALI')).toEqual(['GHA', 'RWA', 'UGA']);
  expect(await endorsersOf('KIGALI', `?knownAt=${knownAt}`)).toEqual([]);
});

it('an alias that means another is refused with both; by the desk alone', async () => {
  const path = '/registers/texts/names/KIGALI/aliases';
  const alias = { alias: 'vancouver principles', source: 'A speech' };
  expect(await desk.isRefused(path, alias)).toMatchObject({
    code: 'NAME_TAKEN',
    field: 'alias',
    other: { code: 'VANCOUVER' },
    wanted: { code: 'KIGALI' },
  });
  expect(await scenario.as('MS', 'RWA').isRefused(path, alias)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await desk.isRefused('/registers/planets/names/MARS/aliases', alias)).toMatchObject({
    code: 'REGISTER_NOT_FOUND',
  });
});

it('a body that the desk enters is a group of its own, also for what was planned before', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-COURSE', description: 'A course' };
  const terms = { implementingBody: 'Nordic Peace Office' };
  await announcePromise(scenario, 'NOR', { ...said, terms });
  await announcePromise(scenario, 'NOR', {
    ...said,
    description: 'Another',
    terms: { implementingBody: 'NPO' },
  });
  expect(await unknownIn('bodies')).toMatchObject([{ asStated: 'NPO' }, { asStated: 'Nordic Peace Office' }]);
  const office = {
    code: 'NPOF',
    name: 'Nordic Peace Office',
    aliases: ['NPO'],
    kind: 'OFFICE',
    source: 'Its letter',
  };
  await desk.post('/registers/bodies/names', office);
  const path = 'pledges-and-states?by=implementingBody&memberState=NOR';
  expect((await figuresOf(anybody, path, 'NPOF')).get('promisesMade')?.value).toBe(2);
  expect(await anybody.get('/registers/bodies?name=nordic-peace-office')).toMatchObject({
    total: 1,
    items: [
      { code: 'NPOF', name: 'Nordic Peace Office', aliases: ['NPO'], entered: ['NPO'], kind: 'OFFICE' },
    ],
  });
});

it('a training centre is one, under whatever name its courses were reported', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-CENTRE', description: 'Courses' };
  const pledgeId = await startPromise(scenario, 'GHA', said, [{ text: 'Courses', dueOn: '2022-12-31' }]);
  for (const [n, centre] of [
    'KAIPTC',
    'kofi annan center',
    'Kofi Annan International Peacekeeping Training Centre (KAIPTC)',
  ].entries()) {
    const course = {
      trained: 10,
      place: 'Accra',
      centre,
      from: `2022-0${n + 1}-01`,
      to: `2022-0${n + 1}-10`,
    };
    await scenario.as('IMPL').post(`/pledges/${pledgeId}/courses`, course);
  }
  expect((await figuresOf(anybody, 'training?by=centre', 'KAIPTC')).get('trained')?.value).toBe(30);
});

it('a mission that nobody knows is kept as stated and listed, until the desk gives it a meaning', async () => {
  const said = { category: 'UNIT', capabilityCode: 'INF-BN', description: 'A battalion' };
  await announcePromise(scenario, 'NPL', { ...said, terms: { mission: 'The Goma mission' } });
  expect(await unknownIn('missions')).toMatchObject([
    { asStated: 'The Goma mission', fields: ['terms.mission'], pledges: 1 },
  ]);
  await desk.post('/missions/MONUSCO/aliases', { alias: 'the Goma Mission', source: 'A speech' });
  expect(await unknownIn('missions')).toEqual([]);
  const path = 'pledges-and-states?by=mission&memberState=NPL';
  expect((await figuresOf(anybody, path, 'MONUSCO')).get('promisesMade')?.value).toBe(1);
});

it('beside a valid code a name of no state is kept and listed, and a name of another is refused', async () => {
  const said = {
    category: 'POLITICAL',
    capabilityCode: 'POL-COMMIT',
    description: 'Commits',
    source: 'A speech',
  };
  const pledgeId = await desk.makes('/pledges', {
    ...said,
    memberState: 'The ivory republic',
    isoAlpha3: 'CIV',
  });
  expect(await desk.get(`/pledges/${pledgeId}`)).toMatchObject({ memberState: 'CIV' });
  expect(await unknownIn('states')).toMatchObject([{ asStated: 'The ivory republic', pledges: 1 }]);
  const other = { ...said, memberState: 'Ghana', isoAlpha3: 'CIV' };
  expect(await desk.isRefused('/pledges', other)).toMatchObject({ code: 'STATE_CODE_MISMATCH' });
  await desk.post('/registers/states/names/CIV/aliases', { alias: 'Ivory Republic', source: 'A speech' });
  expect(await unknownIn('states')).toEqual([]);
});

it('a state is named by what the desk has added, from then on', async () => {
  const said = { category: 'POLITICAL', capabilityCode: 'POL-COMMIT', source: 'A speech' };
  const written = { ...said, memberState: 'LAND of the pagodas' };
  const refused = await desk.isRefused('/pledges', { ...written, description: 'Early' });
  expect(refused).toMatchObject({ code: 'UNKNOWN_STATE' });
  const alias = { alias: 'Land of the Pagodas', source: 'A speech' };
  await desk.post('/registers/states/names/myanmar/aliases', alias);
  const pledgeId = await desk.makes('/pledges', { ...written, description: 'Late' });
  expect(await desk.get(`/pledges/${pledgeId}`)).toMatchObject({ memberState: 'MMR' });
  const beside = { ...written, description: 'Beside', isoAlpha3: 'LAO' };
  expect(await desk.isRefused('/pledges', beside)).toMatchObject({ code: 'STATE_CODE_MISMATCH' });
});

it('themes are named as people name them, and unknown ones are refused', async () => {
  const said = {
    category: 'MEDICAL',
    capabilityCode: 'MED-CAPACITY',
    description: 'Kits',
    source: 'A speech',
  };
  const named = {
    ...said,
    memberState: 'AUT',
    themes: ['Women, peace and security', 'c-ied'],
    mainTheme: 'C-IED',
  };
  const pledgeId = await desk.makes('/pledges', named);
  expect(await desk.get(`/pledges/${pledgeId}`)).toMatchObject({
    themes: expect.arrayContaining(['a4p-women', 'AP-COUNTER-IED']) as unknown,
    mainTheme: 'AP-COUNTER-IED',
  });
  await desk.post('/registers/measures/names/AP-CAMPS/aliases', { alias: 'Walls', source: 'A speech' });
  await desk.post(`/pledges/${pledgeId}/themes`, { themes: ['walls', 'Walls', 'CPAS'], mainTheme: 'WALLS' });
  expect(await desk.get(`/pledges/${pledgeId}`)).toMatchObject({ mainTheme: 'AP-CAMPS' });
  for (const [path, body] of [
    ['/pledges', { ...named, description: 'Other kits', themes: ['fun'] }],
    [`/pledges/${pledgeId}/themes`, { themes: ['fun'] }],
    ['/ideas', { kind: 'IDEA', text: 'Kits', source: 'A talk', themes: ['fun'] }],
  ] as const)
    expect(await desk.isRefused(path, body)).toMatchObject({ code: 'UNKNOWN_THEME', field: 'themes' });
});

it('a tool of performance is named as people name it', async () => {
  const pledgeId = await deployedUnit(scenario);
  const mission = scenario.as('MISSION');
  const report = { reportReference: 'FC/1', result: 'SATISFACTORY' };
  await mission.post(`/pledges/${pledgeId}/assessments`, { ...report, tool: 'force commander’s evaluation' });
  const odd = { ...report, reportReference: 'FC/2', tool: 'The big look' };
  expect(await mission.isRefused(`/pledges/${pledgeId}/assessments`, odd)).toMatchObject({
    code: 'UNKNOWN_TOOL',
    field: 'tool',
  });
  await desk.post('/registers/tools/names/CPAS/aliases', { alias: 'Big look', source: 'A speech' });
  await mission.post(`/pledges/${pledgeId}/assessments`, odd);
  const { internal } = await mission.get(`/pledges/${pledgeId}`);
  expect((internal as Body).assessments).toMatchObject([{ tool: 'COMMANDER_EVALUATION' }, { tool: 'CPAS' }]);
});

it('a mission cannot be entered under a name or code that means another one the desk has entered', async () => {
  const entry = { code: 'UNBLUE', name: 'Blue bridge office', hostStates: ['CYP'], source: 'A resolution' };
  await desk.post('/missions', { ...entry, aliases: ['UNBB'] });
  await desk.get('/missions/UNBLUE');
  for (const [field, said] of [
    ['name', { code: 'UNBLUE2', name: 'blue Bridge Office' }],
    ['code', { code: 'UNBB', name: 'Another office' }],
  ] as const) {
    expect(await desk.isRefused('/missions', { ...entry, ...said })).toMatchObject({
      ...{ status: 409, code: 'ALIAS_TAKEN', field, other: 'UNBLUE', wanted: said.code },
    });
  }
});

it('a name that the desk gave to one mission is refused to another, with both', async () => {
  const alias = { alias: 'The blue bridge', source: 'A speech' };
  await desk.post('/missions/UNFICYP/aliases', alias);
  await desk.get('/missions/UNFICYP');
  expect(
    await desk.isRefused('/missions/UNIFIL/aliases', { ...alias, alias: 'the Blue Bridge' }),
  ).toMatchObject({
    code: 'ALIAS_TAKEN',
    other: 'UNFICYP',
    wanted: 'UNIFIL',
  });
});

it('the registers are read by everybody, and the unknown names by the Secretariat', async () => {
  const { items } = await anybody.get('/registers');
  expect((items as readonly Body[]).map(({ register }) => register)).toContain('ministries');
  expect((await anybody.ask('/unknown-names')).status).toBe(403);
  expect((await scenario.as('MS', 'GHA').ask('/unknown-names')).status).toBe(403);
  expect((await anybody.ask('/registers/planets')).status).toBe(404);
});
