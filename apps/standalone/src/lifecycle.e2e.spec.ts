/**
 * The one scenario from announcement to deployment and report, over HTTP and through the command line. Unchanged against
 * any shape: name a server that has no pledges in PLEDGELINE_E2E_URL, and its clock in PLEDGELINE_FIXED_TIME where it stands
 * still; else the standalone process is started.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { httpClient } from './demo/http-client.ts';
import type { Answer, HttpClient } from './demo/http-client.ts';
import type { Person } from './demo/person.ts';
import { namedInHeaders } from './demo/identity.ts';
import { people } from './demo/people.ts';
import { startServer } from './demo/server.ts';
import type { DemoServer } from './demo/server.ts';
import { runThreePledges } from './demo/three-pledges.ts';
import type { Outcome } from './demo/three-pledges.ts';
import type { Done } from './demo/act-runner.ts';

const records = { actor: 'records.officer', role: 'ADMIN' };
const NOW = '2026-11-23T09:00:00.000Z';
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PLEDGES = at('../../../libs/contracts/data/pledges-real.csv');
const CONFERENCES = at('../../../libs/contracts/data/conferences.csv');

const cli = async (
  { url, identify }: Pick<DemoServer, 'url' | 'identify'>,
  who: Person,
  ...args: readonly string[]
): Promise<unknown> => {
  const { authorization } = await identify(who);
  const token = authorization?.replace('Bearer ', '');
  const child = spawn(
    process.execPath,
    [at('../../cli/bin/pledgeline.mjs'), ...args, '--url', url, '--json'],
    { env: { ...process.env, ...(token !== undefined && { PLEDGELINE_TOKEN: token }) } },
  );
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const said = args[0] === 'import' ? /^read as: commas, UTF-8, \d+ rows\n$/ : /^$/;
  expect([code, err]).toEqual([0, expect.stringMatching(said)]);
  return args[0] === 'history'
    ? out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
    : JSON.parse(out);
};

interface Played {
  readonly server: Pick<DemoServer, 'url' | 'identify' | 'stop'>;
  readonly client: HttpClient;
  readonly imported: unknown;
  readonly done: readonly Done[];
  readonly outcome: Outcome;
}

const play = async (): Promise<Played> => {
  const { PLEDGELINE_E2E_URL: given, PLEDGELINE_FIXED_TIME: fixed } = process.env;
  const now = given === undefined ? NOW : (fixed ?? new Date().toISOString());
  const server =
    given === undefined
      ? await startServer({
          ...process.env,
          PORT: '0',
          PLEDGELINE_FIXED_TIME: NOW,
        })
      : { url: given, identify: namedInHeaders, stop: () => Promise.resolve() };
  try {
    await cli(server, people.desk, 'import', CONFERENCES);
    const imported = await cli(server, people.desk, 'import', PLEDGES);
    const done: Done[] = [];
    const outcome = await runThreePledges(httpClient(server.url, server.identify), now.slice(0, 10), (act) =>
      done.push(act),
    );
    return { server, client: httpClient(server.url, server.identify), imported, done, outcome };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

const asked = async ({ client, outcome }: Played, path: string): Promise<Answer['body']> => {
  const { status, body } = await client.ask(
    people.desk,
    `${path}?after=${encodeURIComponent(outcome.after)}`,
  );
  expect(status).toBe(200);
  return body;
};
const report = (played: Played): Promise<Answer['body']> => asked(played, '/reports/progress');
const typesOf = async ({ server }: Played, id: string): Promise<readonly string[]> =>
  ((await cli(server, people.desk, 'history', id)) as { type: string }[]).map(({ type }) => type);

let played: Played;
beforeAll(async () => {
  played = await play();
});
afterAll(() => played.server.stop());

it('197 real pledges are announced', () => {
  expect(played.imported).toEqual({
    read: 197,
    added: 197,
    unchanged: 0,
    changed: 0,
    repeated: 0,
    rejected: 0,
  });
});

it('the same file again adds nothing, also now that some of its pledges have moved on', async () => {
  const again = await cli(played.server, people.desk, 'import', PLEDGES);
  expect(again).toEqual({ read: 197, added: 0, unchanged: 197, changed: 0, repeated: 0, rejected: 0 });
});

it('the first is deployed at the Rapid Deployment Level', async () => {
  expect(await asked(played, `/pledges/${played.outcome.deployed}`)).toMatchObject({
    status: 'DEPLOYED',
    level: 'RDL',
    memberState: 'IND',
    deployment: { mission: 'MINUSCA', strength: 218 },
  });
});

it('its history tells every step in order', async () => {
  const documents = Array.from({ length: 4 }, () => 'DocumentationReceived');
  expect(await typesOf(played, played.outcome.deployed)).toEqual([
    'PledgeAnnounced',
    'PledgeAcknowledged',
    ...documents,
    'PledgeRegistered',
    'VisitOutcomeNoted',
    'LevelAttained',
    'DocumentationReceived',
    'LevelAttained',
    'VisitOutcomeNoted',
    'LevelAttained',
    'PledgeMatched',
    'UnitSelected',
    'MouSigned',
    'PdvConducted',
    'UnitDeployed',
  ]);
});

it('the second is refused for want of a visit, and told what it lacks', () => {
  const refusals = played.done.filter(({ answer }) => answer.status >= 300);
  expect(refusals).toHaveLength(1);
  expect(refusals[0]?.answer).toMatchObject({
    status: 409,
    body: { code: 'AAV_MISSING', level: 'L1', needed: 'L2' },
  });
});

it('put right by a visit it is selected; the refusal left no trace in its history', async () => {
  const { selected } = played.outcome;
  expect(await asked(played, `/pledges/${selected}`)).toMatchObject({ status: 'SELECTED', level: 'L2' });
  expect((await typesOf(played, selected)).slice(-4)).toEqual([
    'PledgeMatched',
    'VisitOutcomeNoted',
    'LevelAttained',
    'UnitSelected',
  ]);
});

it('the third fills one half of a gap', async () => {
  const { matched, hospitalGap } = played.outcome;
  expect(await asked(played, `/pledges/${matched}`)).toMatchObject({ status: 'MATCHED', level: 'L1' });
  expect(await asked(played, `/gaps/${hospitalGap}`)).toMatchObject({
    number: 2,
    reserved: 1,
    left: 1,
    filledBy: [{ pledgeId: matched, quantity: 1 }],
  });
});

it('the progress report counts them where they are, and where they have been', async () => {
  expect(await report(played)).toMatchObject({
    overall: {
      pledges: 197,
      reached: {
        ANNOUNCED: 197,
        ACKNOWLEDGED: 3,
        REGISTERED: 3,
        MATCHED: 3,
        SELECTED: 2,
        MOU_SIGNED: 1,
        READY: 1,
        DEPLOYED: 1,
      },
      current: { ANNOUNCED: 194, MATCHED: 1, SELECTED: 1, DEPLOYED: 1 },
    },
  });
});

it('every act sent again under its key is answered as the first time, and changes nothing', async () => {
  const before = await report(played);
  for (const { act, key, answer } of played.done.filter(({ act: { refused } }) => refused === undefined)) {
    const again = await played.client.command(act.who, act.path, act.body, key);
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...answer.body, repeated: true });
  }
  expect(await report(played)).toEqual(before);
});

it('an act out of its order is refused with what is allowed, and the server goes on', async () => {
  const { client, outcome } = played;
  const mou = played.done.find(({ act }) => act.path.endsWith('/mou'))?.act.body;
  const refused = await client.command(people.dos, `/pledges/${outcome.matched}/mou`, mou, 'too-early');
  expect(refused).toMatchObject({ status: 409, body: { code: 'WRONG_ORDER' } });
  expect(await asked(played, `/pledges/${outcome.matched}`)).toMatchObject({ status: 'MATCHED' });
});

it('read models made again from the events are the same', async () => {
  const before = await report(played);
  expect(await cli(played.server, records, 'rebuild')).toMatchObject({ corrected: 0 });
  expect(await report(played)).toEqual(before);
});

it('with a fixed clock two runs give the same report, byte by byte', async () => {
  if (process.env.PLEDGELINE_E2E_URL !== undefined) return;
  const other = await play();
  try {
    expect(JSON.stringify(await report(other))).toBe(JSON.stringify(await report(played)));
  } finally {
    await other.server.stop();
  }
});
