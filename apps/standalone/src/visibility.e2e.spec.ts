/**
 * What is not for a reader is nowhere: each text below is marked by those it is for, and every query is asked by every
 * reader, in the present and in the past, as JSON and as CSV.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './merged-openapi.ts';
import { operationsOf } from './testing/access-matrix.ts';
import { deployedUnit } from './testing/a-deployed-unit.ts';
import { mustBeAsDocumented } from './testing/as-documented.ts';
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument;
const queries = operationsOf(document).filter(({ method }) => method === 'GET');

/** Between the Secretariat and the state concerned; of the Secretariat alone; for all states. */
const [SHARED, SECRET, STATES] = ['zz-shared', 'zz-secret', 'zz-states'];
/** Who acts: the names of persons are for nobody outside the Secretariat. */
const PERSONS = /"actor"|submittedBy|proposedBy/;

let scenario: Scenario;
let ids: Readonly<Record<string, string>>;
let reports: readonly string[];

beforeAll(async () => {
  scenario = await startScenario();
  const [desk, fgs, rwanda] = [scenario.as('DESK'), scenario.as('FGS'), scenario.as('MS', 'RWA')];
  const pledgeId = await deployedUnit(scenario);
  const pledge = `/pledges/${pledgeId}`;
  await desk.post(`${pledge}/clarifications`, { question: SHARED, dueOn: '2099-01-31', blocking: false });
  await rwanda.post(`${pledge}/caveats`, { text: STATES, kind: 'GEOGRAPHIC', blocking: false });
  const incident = { kind: 'TASK', blocking: true, incidentOn: '2025-11-03', source: SHARED };
  await scenario.as('MISSION').post(`${pledge}/caveat-discoveries`, { text: SHARED, ...incident });
  const { caveats } = await desk.get(pledge);
  const caveatId = String((caveats as readonly Body[]).at(-1)?.caveatId);
  await fgs.post(`${pledge}/caveats/${caveatId}/talks`, { text: SECRET });
  await scenario.as('EVAL').post(`${pledge}/assessments`, {
    tool: 'COMMANDER_EVALUATION',
    reportReference: SHARED,
    result: 'NEEDS_IMPROVEMENT',
    findings: [SHARED],
    improvementPlan: { text: SHARED, dueOn: '2099-06-30' },
  });
  for (const [visibility, text] of [
    ['INTERNAL', SHARED],
    ['MEMBER_STATES', STATES],
  ]) {
    const period = visibility === 'INTERNAL' ? ['2026-01-01', '2026-02-01'] : ['2026-03-01', '2026-04-01'];
    await rwanda.post(`${pledge}/progress-reports`, {
      text,
      from: period[0],
      to: period[1],
      share: 10,
      visibility,
    });
  }
  const { items } = await desk.get(`${pledge}/history?limit=200`);
  const corrects = (items as readonly Body[]).find(({ type }) => type === 'PledgeRegistered')?.id;
  const change = { field: 'registrationReference', old: 'PCRS-1', new: SHARED };
  await scenario.as('ADMIN').post(`${pledge}/corrections`, { corrects, changes: [change], reason: SHARED });

  const idea = { kind: 'IDEA', memberState: 'RWA', conference: '2021-prep-performance', source: 'x' };
  const ideaId = await desk.makes('/ideas', { ...idea, text: STATES });
  await desk.makes('/ideas', { ...idea, kind: 'EXPECTED', text: SECRET });
  await desk.post(`/ideas/${ideaId}/contacts`, { contactOn: '2021-09-14', with: SECRET, note: SECRET });
  const needId = await desk.makes('/needs', {
    kind: 'TRAINING',
    text: STATES,
    memberState: 'VNM',
    number: 70,
    neededBy: '2030-06-30',
    source: STATES,
  });
  const visits = await fgs.get('/visits');
  const page = await fgs.get(pledge);
  const [match] = page.matches as readonly Body[];
  ids = {
    pledgeId,
    ideaId,
    needId,
    gapId: String(match?.gapId ?? (page.selection as Body).gapId),
    visitId: String((visits.items as readonly Body[])[0]?.visitId),
    code: '2021-seoul',
    mission: 'MINUSCA',
    edition: '2021-06-01',
  };
  reports = ((await desk.get('/reports')).items as readonly Body[]).map(({ report }) => String(report));
});
afterAll(() => scenario.close());

const today = (): string => new Date().toISOString();
const moments = (): readonly string[] => ['', `asOf=${today().slice(0, 10)}`, `knownAt=${today()}`];

/** Every address that can be asked, in every form and at every moment. */
const addresses = (): readonly string[] =>
  queries.flatMap(({ path }) => {
    const paths = path.includes('{report}')
      ? reports.flatMap((report) => [`/reports/${report}`, `/reports/${report}?format=csv`])
      : [path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'none')];
    return paths.flatMap((one) =>
      moments().map((moment) => (moment === '' ? one : `${one}${one.includes('?') ? '&' : '?'}${moment}`)),
    );
  });

const headersOf = (role: string, state?: string): Record<string, string> => ({
  'x-pledgeline-actor': 'a.reader',
  'x-pledgeline-role': role,
  ...(state !== undefined && { 'x-pledgeline-state': state }),
});

/** Asks everything as a reader. @returns in which addresses something stands that he is told. */
const askingAs = async (
  role: string,
  state?: string,
): Promise<(what: string | RegExp) => readonly string[]> => {
  const told = new Map<string, string>();
  for (const address of addresses()) {
    const answer = await fetch(scenario.url + address, { headers: headersOf(role, state) });
    expect([address, answer.status < 500]).toEqual([address, true]);
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    // Not of JSON lines, which are many documents.
    const body = /[/+]json(?:;|$)/.test(type) ? (JSON.parse(text) as Body) : {};
    mustBeAsDocumented('GET', address, { status: answer.status, type, body });
    told.set(address, text);
  }
  return (what) => [...told].flatMap(([address, text]) => (text.search(what) < 0 ? [] : [address]));
};

it('the Secretariat reads everything, so that there is something to hide', async () => {
  const places = await askingAs('DESK');
  for (const mark of [SHARED, SECRET, STATES]) expect(places(mark)).not.toEqual([]);
  expect(places(PERSONS)).not.toEqual([]);
});

it('the state concerned reads what is shared with it', async () => {
  const places = await askingAs('MS', 'RWA');
  for (const mark of [SHARED, STATES]) expect(places(mark)).not.toEqual([]);
  expect(places(SECRET)).toEqual([]);
  expect(places(PERSONS)).toEqual([]);
});

it.each([
  ['another state', 'MS', 'KOR'],
  ['a partner of other pledges', 'PARTNER', 'KOR'],
  ['a body that carries out pledges', 'IMPL', undefined],
])('%s reads what is for states', async (_, role, state) => {
  const places = await askingAs(role, state);
  expect(places(STATES)).not.toEqual([]);
  for (const mark of [SHARED, SECRET]) expect(places(mark)).toEqual([]);
  expect(places(PERSONS)).toEqual([]);
});

it.each([
  ['the public', 'PUBLIC'],
  ['a subscriber', 'SUBSCRIBER'],
])('%s reads what is public', async (_, role) => {
  const places = await askingAs(role);
  expect(places('An infantry battalion')).not.toEqual([]);
  for (const mark of [SHARED, SECRET, STATES, 'MOU-1', 'SEL-2', 'AAV/RWA', 'DOS-1'])
    expect(places(mark)).toEqual([]);
  expect(places(PERSONS)).toEqual([]);
  const hidden = /CaveatD|PerformanceAssessed|LevelAttained|"type":"MouSigned|Clarification(Req|Prov)/;
  expect(places(hidden)).toEqual([]);
  const { level, mou, matches, internal } = await scenario.as(role).get(`/pledges/${String(ids.pledgeId)}`);
  expect({ level, mou, matches, internal }).toEqual({ level: null, mou: null, matches: [], internal: null });
});

it('nobody finds by a filter what he may not read', async () => {
  for (const question of ['level=L2', 'caveat=TASK', 'withoutCaveat=TASK', 'due=2099-12-31']) {
    expect([question, (await scenario.as('PUBLIC').ask(`/pledges?${question}`)).status]).toEqual([
      question,
      403,
    ]);
  }
  for (const question of ['caveat=TASK', 'due=2099-12-31']) {
    const { status, body } = await scenario.as('MS', 'KOR').ask(`/pledges?${question}`);
    expect([question, status === 403 || body.total === 0]).toEqual([question, true]);
  }
  expect((await scenario.as('MS', 'KOR').ask('/ideas?kind=EXPECTED')).status).toBe(403);
});

it('counts are of what the reader may see', async () => {
  expect(await scenario.as('MS', 'KOR').get('/ideas')).toMatchObject({ total: 1 });
  expect(await scenario.as('DESK').get('/ideas')).toMatchObject({ total: 2 });
  expect(await scenario.as('MS', 'KOR').get('/visits')).toMatchObject({ total: 0 });
  expect(await scenario.as('MS', 'RWA').get('/visits')).toMatchObject({ total: 1 });
});

it('a writer who comes second is told what he may read, and no more', async () => {
  const report = { text: 'x', from: '2026-06-01', to: '2026-07-01', share: 20, visibility: 'PUBLIC' };
  const answer = await fetch(`${scenario.url}/pledges/${String(ids.pledgeId)}/progress-reports`, {
    method: 'POST',
    headers: { ...headersOf('MS', 'RWA'), 'content-type': 'application/json', 'if-match': '"3"' },
    body: JSON.stringify(report),
  });
  const body = (await answer.json()) as Body;
  expect(body.code).toBe('VERSION_CONFLICT');
  const types = (body.eventsSince as readonly Body[]).map(({ type }) => type);
  expect(types).toContain('CaveatDiscovered');
  expect(types).not.toContain('CaveatTalkNoted');
});
