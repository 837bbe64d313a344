/** Acts that are sent again under their keys, to a server that was started anew on the same data. */
import { desk, asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { httpClient } from './demo/http-client.ts';
import type { Answer, HttpClient } from './demo/http-client.ts';
import { namedInHeaders } from './demo/identity.ts';
import { people } from './demo/people.ts';
import { level, match, publishGap, register, visit } from './demo/steps.ts';
import { actRunner } from './demo/act-runner.ts';
import type { Done } from './demo/act-runner.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const folder = temporaryFolder();
const start = (): Promise<Hosted> =>
  hostStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_FIXED_TIME: NOW });

const RWANDA = { actor: 'mission.of.rwanda', role: 'MS', state: 'RWA' };
const TODAY = NOW.slice(0, 10);
const idIn = ({ location }: Answer['body']): string => String(location).split('/').at(-1) ?? '';

/** One act of every kind that a repeat is found for in a way of its own, each under a key of its own. */
const act = async (client: HttpClient): Promise<readonly Done[]> => {
  const done: Done[] = [];
  const runner = actRunner(client, (each) => done.push(each));
  const announce = (description: string, more = {}): Promise<Answer['body']> =>
    runner.do({
      who: people.desk,
      says: 'announces',
      path: '/pledges',
      body: { ...offer(description), ...more },
    });
  const pledge = idIn(await announce('Goes on to a match'));
  await announce('Said once', { additional: false, additionalReason: undefined });
  // Two offers in the same words: only their keys tell them apart.
  await announce('Equal to another');
  await announce('Equal to another');
  await register(runner, pledge, 'the battalion', people.sfgc, {
    capabilityCode: 'INF-BN',
    registrationReference: 'PCRS/2026/RWA/1',
  });
  await visit(runner, pledge, 'AAV', 'RWA', TODAY);
  await runner.do(level(pledge, 'L2', 'level 2, on the visit'));
  const gap = await publishGap(runner, 'two battalions', people.fgs, {
    mission: 'MINUSCA',
    capabilityCode: 'INF-BN',
    number: 2,
    unit: 'unit',
    neededBy: null,
    priority: 'HIGH',
  });
  await match(runner, pledge, gap, 'the battalion to the gap');
  const other = idIn(await announce('Withdrawn at once'));
  await runner.do({
    who: RWANDA,
    says: 'withdraws',
    path: `/pledges/${other}/withdrawal`,
    body: { reason: 'National commitments elsewhere' },
  });
  await runner.allVisible(people.desk);
  return done;
};

const historiesOf = async (server: Hosted, done: readonly Done[]): Promise<unknown> => {
  const ask = asker(server.url);
  const pledges = new Set(
    done.flatMap(({ act: { path }, answer }) => (path === '/pledges' ? [String(answer.body.location)] : [])),
  );
  return Promise.all(
    [...pledges].map(async (pledge) => (await ask(`${pledge}/history`, { headers: desk })).body.items),
  );
};

let done: readonly Done[];
let before: unknown;
let server: Hosted;

beforeAll(async () => {
  const first = await start();
  try {
    done = await act(httpClient(first.url, namedInHeaders));
    before = await historiesOf(first, done);
  } finally {
    await first.close();
  }
  server = await start();
});

afterAll(async () => {
  await server.close();
  folder.remove();
});

it('every act is answered as the first time, and writes nothing', async () => {
  const client = httpClient(server.url, namedInHeaders);
  for (const { act: sent, key, answer } of done) {
    const again = await client.command(sent.who, sent.path, sent.body, key);
    expect([sent.says, again]).toEqual([
      sent.says,
      { status: 200, body: { ...answer.body, repeated: true } },
    ]);
  }
  expect(await historiesOf(server, done)).toEqual(before);
});

it('a key that was used with another body is refused, and nothing is written', async () => {
  const post = poster(asker(server.url));
  for (const { act: sent, key } of done) {
    if (sent.who !== people.desk) continue;
    const body =
      sent.path === '/pledges'
        ? offer('Another body altogether')
        : { ...sent.body, acknowledgementReference: 'Another' };
    const answer = await post(sent.path, body, {
      'x-pledgeline-actor': people.desk.actor,
      'idempotency-key': key,
    });
    expect([sent.path, answer.status, answer.body.code]).toEqual([sent.path, 422, 'COMMAND_ID_REUSED']);
  }
  expect(await historiesOf(server, done)).toEqual(before);
});
