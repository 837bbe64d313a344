/** A server that simulates: what it shows says so everywhere, and what people did is never beside it. Long because all share one simulation. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asker } from './testing/ask.ts';
import { hostStandalone, type Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const SIMULATION = { PLEDGELINE_SIMULATION: '1' };
const ADMIN = { 'x-pledgeline-actor': 'records.officer', 'x-pledgeline-role': 'ADMIN' };
const DESK = { 'x-pledgeline-actor': 'pledge.desk', 'x-pledgeline-role': 'DESK' };

const folder = temporaryFolder();
let server: Hosted;
beforeAll(async () => {
  server = await hostStandalone({ ...SIMULATION, PLEDGELINE_DATA: folder.path });
  const { status, body } = await simulated(server, { pledges: 150, seed: 'e2e', years: 4 });
  expect({ status, body }).toMatchObject({ status: 200, body: { pledges: 150, refusals: {} } });
}, 180_000);
afterAll(async () => {
  await server.close();
  folder.remove();
});

const simulated = (on: Hosted, body: object, headers: Readonly<Record<string, string>> = ADMIN) =>
  asker(on.url)('/operations/simulation', { method: 'POST', headers, body: { ...body } });
const ask = (path: string, headers: Readonly<Record<string, string>> = DESK, on = server) =>
  asker(on.url)(path, { headers });
const plain = (path: string) => fetch(server.url + path, { headers: DESK });
type Row = Readonly<Record<string, unknown>>;
const rowsOf = (body: unknown): readonly Row[] => (body as { readonly items: readonly Row[] }).items;

const caughtUp = async (on = server) => {
  for (;;) {
    const { body } = await ask('/health/ready', ADMIN, on);
    if ((body as { readonly status: string }).status === 'ready') return;
  }
};

it('every row, page, figure and heading says that it is SIMULATED', async () => {
  await caughtUp();
  const list = await ask('/pledges?limit=200');
  const rows = rowsOf(list.body);
  // Each life has one at least; those of mergers and splits have more.
  expect(rows.length).toBeGreaterThanOrEqual(150);
  for (const { reference } of rows) expect(reference).toMatch(/^SIMULATED\//);
  const csv = await plain('/pledges?limit=200&format=csv');
  expect((await csv.text()).match(/SIMULATED\//g)?.length).toBeGreaterThanOrEqual(150);
  const page = await ask(`/pledges/${String(rows[0]?.pledgeId)}`);
  expect(page.body).toMatchObject({
    ...{ reference: expect.stringMatching(/^SIMULATED\//) as unknown },
    definitionsNote: expect.stringMatching(/^SIMULATED/) as unknown,
  });
  const report = await ask('/reports/what-became');
  expect(report.body).toMatchObject({
    ...{ title: expect.stringMatching(/^SIMULATED: /) as unknown },
    definitionsNote: expect.stringMatching(/^SIMULATED/) as unknown,
  });
  expect(await (await plain('/reports/what-became?format=csv')).text()).toContain(
    'SIMULATED: nobody promised',
  );
  for (const answer of [list, csv, page, report, await ask('/pledges/none'), await ask('/', {})])
    expect(answer.headers.get('x-pledgeline-data')).toBe('SIMULATED');
});

it('dashboards and queues are alive, as of the time of the simulation', async () => {
  const { body } = await ask('/operations/simulation', ADMIN);
  expect(body).toMatchObject({ running: null, now: expect.stringMatching(/^2030-/) as unknown });
  const queue = await ask('/work-queue?limit=200');
  const kinds = new Set(rowsOf(queue.body).map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThan(5);
  for (const status of ['ANNOUNCED', 'DEPLOYED', 'FULFILLED', 'IN_PROGRESS', 'WITHDRAWN'])
    expect((await ask(`/pledges?status=${status}`)).body).toMatchObject({
      total: expect.any(Number) as unknown,
    });
  expect(rowsOf((await ask('/gaps')).body).length).toBeGreaterThan(0);
});

it('another run of the same seed gives the same pledges', async () => {
  const other = temporaryFolder();
  const again = await hostStandalone({ ...SIMULATION, PLEDGELINE_DATA: other.path });
  await simulated(again, { pledges: 150, seed: 'e2e', years: 4 });
  await caughtUp(again);
  const told = async (on: Hosted) =>
    rowsOf((await ask('/pledges?limit=200', DESK, on)).body).map(
      ({ pledgeId, reference, status, memberState }) => [...[pledgeId, reference, status, memberState]],
    );
  expect(await told(again)).toEqual(await told(server));
  await again.close();
  other.remove();
}, 180_000);

it.each([
  ['ADMIN alone starts it', { pledges: 1 }, DESK, 403],
  ['at least one pledge', { pledges: 0 }, ADMIN, 400],
  ['no more years than a mission lasts', { pledges: 1, years: 21 }, ADMIN, 400],
])('%s', async (_, body, headers, status) => {
  expect((await simulated(server, body, headers)).status).toBe(status);
});

it('the command line says SIMULATED, and imports nothing that people did', async () => {
  const file = join(folder.path, 'real.csv');
  const columns =
    'conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,partners,announcedOn,source';
  await writeFile(file, `${columns}\n,Ghana,GHA,UNIT,INF-BN,1,unit,One battalion,,,,NV 1\n`);
  const imported = await runCli(['import', file, '--url', server.url]);
  expect(imported).toMatchObject({
    code: 4,
    err: expect.stringContaining('not imported: the server is SIMULATED') as unknown,
  });
  const report = await runCli(['report', 'what-became', '--url', server.url]);
  expect(report.err).toContain('SIMULATED: nobody promised what this server keeps');
  const more = await runCli(['simulate', '3', '--seed', 'more', '--years', '1', '--url', server.url]);
  expect(more).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^SIMULATED: 3 pledges in \d+ events; it is 2031-/) as unknown,
  });
}, 180_000);

it('a log that holds what people did is never simulated', async () => {
  const real = temporaryFolder();
  const people = await hostStandalone({ PLEDGELINE_DATA: real.path });
  const said = { memberState: 'GHA', category: 'UNIT', description: 'One battalion', source: 'NV 1' };
  await asker(people.url)('/pledges', { method: 'POST', headers: DESK, body: said });
  expect((await simulated(people, { pledges: 1 })).body).toMatchObject({ code: 'NOT_SIMULATED' });
  expect((await ask('/operations/simulation', ADMIN, people)).body).toMatchObject({ code: 'NOT_SIMULATED' });
  expect((await ask('/pledges', DESK, people)).headers.get('x-pledgeline-data')).toBeNull();
  const refused = await runCli(['simulate', '3', '--url', people.url]);
  expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('not simulated') as unknown });
  await people.close();
  await expect(hostStandalone({ ...SIMULATION, PLEDGELINE_DATA: real.path })).rejects.toThrow(
    /holds what people did/,
  );
  real.remove();
}, 180_000);

it('a simulated log stays so, however its server is started', async () => {
  const other = temporaryFolder();
  const first = await hostStandalone({ ...SIMULATION, PLEDGELINE_DATA: other.path });
  await first.close();
  const second = await hostStandalone({ PLEDGELINE_DATA: other.path });
  expect((await ask('/pledges', DESK, second)).headers.get('x-pledgeline-data')).toBe('SIMULATED');
  await second.close();
  other.remove();
}, 180_000);
