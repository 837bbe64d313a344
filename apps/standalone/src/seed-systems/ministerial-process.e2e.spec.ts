/** The ministerial process of the seeds, and where they differ: docs/coverage.md, one test for each row. One spec for the chapter. */
import { figuresOf, valueOf } from '../testing/figures.ts';
import { registerPromise } from '../testing/implementation-steps.ts';
import {
  announceUnit,
  registerConference,
  REQUIREMENTS,
  requirements,
} from '../testing/ministerial-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let desk: Voice;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  [desk, anybody] = [scenario.as('DESK'), scenario.as('PUBLIC')];
});
afterAll(() => scenario.close());

const announce = (state: string, said: Body = {}): Promise<string> => announceUnit(scenario, state, said);

const idsIn = async (path: string): Promise<readonly unknown[]> =>
  ((await anybody.get(path)).items as readonly Body[]).map(({ pledgeId }) => pledgeId).sort();

it('Ministerial and summit series 2014-2021: the 2017 record shows our count and, beside it, the published ones with their source', async () => {
  const what = 'STATES_WITH_NEW_PLEDGES';
  const published = [
    { what, value: '48 delegations new, 13 reaffirmed', source: 'https://www.canada.ca' },
    { what, value: '64 new or updated', source: 'seed:001' },
  ];
  await registerConference(scenario, '2017-vancouver', {
    start: '2017-11-14',
    end: '2017-11-15',
    place: 'Vancouver',
    published,
  });
  await announce('CAN', { conference: '2017-vancouver', announcedOn: '2017-11-15' });
  expect(await anybody.get('/conferences/2017-vancouver')).toMatchObject({
    counted: { statesWithNewPledges: { value: 1 } },
    published,
  });
  expect(
    (await figuresOf(anybody, 'conference-figures', '2017-vancouver')).get('statesWithNewPledges'),
  ).toMatchObject({
    value: 1,
    counted: { ids: ['CAN'] },
    published: published.map(({ value, source }) => ({ value, source })),
  });
});

it('Francophone ministerial of 2016: it stands beside the series, in which London is the third and Vancouver the fourth', async () => {
  const said = { start: '2016-10-26', hostsCoChairs: ['France', 'Senegal'] };
  await registerConference(scenario, '2016-paris', said);
  await registerConference(scenario, '2016-london', { start: '2016-09-07' });
  expect(await anybody.get('/conferences/2016-paris')).toMatchObject({ series: false, placeInSeries: null });
  expect(await anybody.get('/conferences/2016-london')).toMatchObject({ series: true, placeInSeries: 3 });
  expect(await anybody.get('/conferences/2017-vancouver')).toMatchObject({ placeInSeries: 4 });
  const beside = await anybody.get('/conferences?kind=ministerial&series=false');
  expect((beside.items as Body[]).map(({ code }) => code)).toEqual(['2016-paris']);
});

it('Fundraising conferences: its hosts, the fund and the money announced there are shown', async () => {
  const said = { kind: 'fundraising', raisesFor: 'Peacebuilding Fund', start: '2021-01-26' };
  const roles = ['Norway', 'Egypt'].map((memberState) => ({ memberState, role: 'HOST' }));
  await registerConference(scenario, '2021-fund-conference', { ...said, roles });
  const money = { category: 'FINANCE', capabilityCode: 'FIN-PBF', conference: '2021-fund-conference' };
  const amounts = [
    ['NOR', 30, 'NOK'],
    ['SWE', 20, 'SEK'],
    ['FIN', 5, 'EUR'],
    ['IRL', 2.5, 'EUR'],
  ] as const;
  for (const [state, amount, currency] of amounts) {
    const promise = { ...money, money: { amount, currency, funding: 'VOLUNTARY' }, description: 'Money' };
    await registerPromise(scenario, state, promise);
  }
  expect(await anybody.get('/conferences/2021-fund-conference')).toMatchObject({
    kind: 'fundraising',
    raisesFor: 'Peacebuilding Fund',
    series: false,
    roles: [
      { memberState: 'NOR', role: 'HOST', pledges: 1 },
      { memberState: 'EGY', role: 'HOST', pledges: 0 },
    ],
    counted: { pledges: { value: 4 } },
  });
  const euros = await figuresOf(anybody, 'money?conference=2021-fund-conference', 'EUR');
  expect(euros.get('pledgedOwn')?.value).toBe(7.5);
  const wrong = { code: '2021-other', kind: 'ministerial', name: 'n', source: 's', raisesFor: 'a fund' };
  const refused = await desk.isRefused('/conferences', wrong);
  expect(refused.code).toBe('RAISES_FOR_UNFITTING');
});

it('Definition of a good pledge: a pledge without a date is accepted, marked and listed for clarification', async () => {
  const dated = await announce('GHA', { conference: '2021-seoul' });
  const undated = await announce('GHA', { conference: '2021-seoul', capabilityCode: 'UAS', timeframe: null });
  expect((await anybody.get(`/pledges/${undated}`)).missing).toEqual(['BY_WHEN']);
  expect((await anybody.get(`/pledges/${dated}`)).missing).toEqual([]);
  expect(await idsIn('/pledges?memberState=GHA&missing=BY_WHEN')).toEqual([undated]);
});

it('Pledging guide, asks and gives: an ask for a quick-reaction force shows 0 of 1 filled', async () => {
  const ask = { capabilityCode: 'QRF-COY', mission: 'MINUSCA', number: 1, unit: 'unit', priority: 'HIGH' };
  const gapId = await scenario.as('FGS').makes('/gaps', { ...ask, substitutes: [] });
  expect(await scenario.as('MS', 'GHA').get(`/gaps/${gapId}`)).toMatchObject({
    number: 1,
    reserved: 0,
    left: 1,
    fill: 'OPEN',
  });
});

it('Uniformed capability requirements paper: June 2021 and March 2022 differ in a report, and both stay readable', async () => {
  const sfgc = scenario.as('SFGC');
  const qrf = { slot: 'qrf-1', capabilityCode: 'QRF-COY' };
  const helicopters = { slot: 'helicopters', capabilityCode: 'HEL-UTL' };
  await sfgc.post('/requirement-sets', requirements('2021-06-01', [qrf, helicopters]));
  const drones = { slot: 'drones', capabilityCode: 'UAS' };
  await sfgc.post('/requirement-sets', requirements('2022-03-01', [{ ...qrf, number: 2 }, drones]));
  expect(
    await anybody.get(`/requirement-sets/${REQUIREMENTS}/difference?from=2021-06-01&to=2022-03-01`),
  ).toMatchObject({
    added: [{ slot: 'drones' }],
    removed: [{ slot: 'helicopters' }],
    changed: [{ slot: 'qrf-1', from: { number: 1 }, to: { number: 2 } }],
  });
  expect(await anybody.get(`/requirement-sets/${REQUIREMENTS}/2021-06-01`)).toMatchObject({
    slots: [{ slot: 'qrf-1', number: 1 }, { slot: 'helicopters' }],
    replacedBy: '2022-03-01',
  });
  expect(await anybody.get(`/requirement-sets/${REQUIREMENTS}/2022-03-01`)).toMatchObject({
    replacedBy: null,
  });
  expect(await anybody.get(`/requirement-sets/${REQUIREMENTS}?asOf=2021-12-07`)).toMatchObject({
    newest: '2021-06-01',
  });
  await sfgc.post('/requirement-sets', requirements('2021-12-01', [qrf]));
  expect(await anybody.get(`/requirement-sets/${REQUIREMENTS}`)).toMatchObject({
    newest: '2022-03-01',
    editions: [{ edition: '2021-06-01' }, { edition: '2021-12-01' }, { edition: '2022-03-01' }],
  });
  expect(await anybody.get(`/requirement-sets/${REQUIREMENTS}/2021-06-01`)).toMatchObject({
    replacedBy: '2021-12-01',
  });
  const again = await sfgc.isRefused('/requirement-sets', requirements('2021-06-01', [qrf]));
  expect(again.code).toBe('EDITION_NOT_LATER');
});

it('Preparatory conferences: an idea raised in July 2021 becomes a pledge in December, with a link', async () => {
  await registerConference(scenario, '2021-prep-performance', {
    kind: 'preparatory',
    start: '2021-07-21',
    mainConference: '2021-seoul',
  });
  const ideaId = await scenario.as('MS', 'RWA').makes('/ideas', {
    kind: 'IDEA',
    memberState: 'Rwanda',
    conference: '2021-prep-performance',
    text: 'A team that trains contingents before a rotation',
    source: 'seed:002',
    occurredOn: '2021-07-21',
  });
  const open = '/ideas?conference=2021-prep-performance&state=OPEN';
  expect(await scenario.as('MS', 'JPN').get(open)).toMatchObject({ items: [{ ideaId, pledges: [] }] });
  const pledgeId = await announce('RWA', { conference: '2021-seoul', idea: ideaId });
  await scenario.as('MS', 'RWA').until(`/ideas/${ideaId}`, ({ state }) => state === 'TAKEN_UP');
  expect(await scenario.as('MS', 'JPN').get(`/ideas/${ideaId}`)).toMatchObject({
    raisedOn: '2021-07-21',
    pledges: [pledgeId],
  });
  expect((await anybody.get(`/pledges/${pledgeId}`)).announcement).toMatchObject({ idea: ideaId });
  expect(await anybody.get('/conferences/2021-prep-performance')).toMatchObject({
    mainConference: '2021-seoul',
  });
});

it('Thematic sessions and cross-cutting themes: the filter medical also finds the evacuation helicopters tagged medical', async () => {
  const hospital = await announce('VNM', { capabilityCode: 'HOSP-L2' });
  const helicopters = await announce('VNM', { capabilityCode: 'HEL-UTL' });
  await announce('VNM');
  await desk.post(`/pledges/${helicopters}/themes`, { themes: ['medical'], mainTheme: null });
  expect(await idsIn('/pledges?memberState=VNM&theme=medical')).toEqual([hospital, helicopters].sort());
});

it('Co-chairs and member-state drivers: the pledges of the co-chairs are listed', async () => {
  const conference = '2025-berlin';
  const pledgeId = await announce('DEU', { conference });
  await announce('VNM', { conference, capabilityCode: 'UAS' });
  await registerConference(scenario, conference, {
    roles: [
      { memberState: 'Germany', role: 'HOST' },
      { memberState: 'Canada', role: 'DRIVER' },
    ],
    hostsCoChairs: ['Ghana', 'United Nations'],
  });
  const { roles } = await anybody.get(`/conferences/${conference}`);
  const told = roles as readonly Body[];
  expect(told).toMatchObject([
    { memberState: 'DEU', role: 'HOST', pledges: 1 },
    { memberState: 'CAN', role: 'DRIVER', pledges: 0 },
    { memberState: 'GHA', role: 'CO_CHAIR', pledges: 0 },
    { asStated: 'United Nations', role: 'CO_CHAIR' },
  ]);
  expect(await idsIn(String(told[0]?.href))).toEqual([pledgeId]);
});

it('New, renewed and updated pledges: the 2017 count is made both ways', async () => {
  const conference = '2017-vancouver';
  const older = await announce('NOR', { conference: '2015-new-york', announcedOn: '2015-09-28' });
  const later = { conference, announcedOn: '2017-11-15' };
  await announce('NOR', { ...later, standing: 'UPDATED', renews: older });
  await announce('NOR', { ...later, capabilityCode: 'UAS' });
  const path = `pledges-and-states?conference=${conference}&memberState=NOR`;
  expect(await valueOf(anybody, path, 'newPledges', conference)).toBe(1);
  expect(await valueOf(anybody, path, 'newRenewedOrUpdated', conference)).toBe(2);
});

it('Public progress reporting: the report on a state lists its pledges with no report for 12 months', async () => {
  const silent = await announce('ESP', { conference: '2021-seoul' });
  const told = await registerPromise(scenario, 'ESP', {
    category: 'TRAINING',
    capabilityCode: 'TRG-PEACEKEEPERS',
    description: 'A course',
    timeframe: 'by 2024',
  });
  const report = { text: 'Half of the courses were held', from: '2026-01-01', to: '2026-06-30' };
  await scenario.as('MS', 'ESP').post(`/pledges/${told}/progress-reports`, report);
  const { reference } = await anybody.get(`/pledges/${silent}`);
  expect(
    (await figuresOf(anybody, 'silent-pledges?memberState=ESP', 'ESP')).get('withoutWord'),
  ).toMatchObject({
    value: 1,
    counted: { ids: [reference] },
  });
});

it('Peer encouragement by outreach: an offer that was expected and never announced enters no count', async () => {
  const count = (): Promise<unknown> => figuresOf(anybody, 'pledges-and-states?memberState=URY');
  await announce('URY');
  const before = await count();
  const ideaId = await desk.makes('/ideas', {
    kind: 'EXPECTED',
    memberState: 'Uruguay',
    text: 'A second battalion is reckoned with',
    source: 'seed:000',
  });
  await desk.post(`/ideas/${ideaId}/contacts`, {
    contactOn: '2021-11-10',
    with: 'Permanent mission, military adviser',
    note: 'A decision was promised before the ministerial',
  });
  expect(await count()).toEqual(before);
  const expected = { items: [{ ideaId, internal: { contacts: [{ contactOn: '2021-11-10' }] } }] };
  expect(await desk.get('/ideas?kind=EXPECTED')).toMatchObject(expected);
  expect(await scenario.as('MS', 'URY').get('/ideas?memberState=URY')).toMatchObject({ total: 0 });
  expect(await anybody.ask(`/ideas/${ideaId}`)).toMatchObject({ status: 403 });
});

it('Level of representation: pledges are counted by the rank and ministry of the speaker', async () => {
  const speaker = { rank: 'DEFENCE_MINISTER', ministry: 'Ministry of National Defence' };
  await announce('KOR', { speaker });
  await announce('KOR', { capabilityCode: 'UAS', speaker });
  await announce('KOR', { capabilityCode: 'HEL-UTL' });
  const pledges = (by: string, group: string) =>
    valueOf(anybody, `pledges-and-states?memberState=KOR&by=${by}`, 'promisesMade', group);
  expect(await pledges('rank', 'DEFENCE_MINISTER')).toBe(2);
  expect(await pledges('rank', 'NOT_STATED')).toBe(1);
  expect(await pledges('ministry', 'DEFENCE')).toBe(2);
});

it('First date of the Seoul meeting: sources that differ stand side by side', async () => {
  const published = [
    { what: 'DATE', value: 'mid-2020', source: 'seed:003' },
    { what: 'DATE', value: 'April 2021', source: 'seed:001' },
  ];
  await registerConference(scenario, '2021-seoul', {
    start: '2021-12-07',
    end: '2021-12-08',
    place: 'Seoul',
    published,
  });
  expect(await anybody.get('/conferences/2021-seoul')).toMatchObject({
    start: '2021-12-07',
    published,
  });
});
