/** What strangers can cost with questions: found.md, C1 and C2, at the real server. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker, desk } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let url: string;
let after: string;

/** The thread that answers begins with the first question: until it does, all that is asked waits. */
const begin = async (): Promise<void> => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  url = server.url;
};

beforeAll(async () => {
  await begin();
  for (const year of [2015, 2017, 2019, 2021]) {
    const { body } = await asker(url)('/pledges', {
      method: 'POST',
      headers: desk,
      body: JSON.stringify({
        memberState: 'Rwanda',
        category: 'UNIT',
        capabilityCode: 'INF-BN',
        quantity: '1',
        unit: 'unit',
        description: 'One battalion',
        announcedOn: `${year}-05-01`,
        source: `note of ${year}`,
      }),
    });
    after = body.after as string;
  }
  expect((await fetch(`${url}/pledges?after=${after}`)).status).toBe(200);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const restart = async (): Promise<void> => {
  await server.close();
  await begin();
};
const pasts = (): readonly string[] =>
  readdirSync(join(folder.path, 'scratch')).filter((name) => name.endsWith('.sqlite'));

it('of twelve pasts that one address asks at once two are made, and ten are told to come back', async () => {
  await restart();
  const days = Array.from({ length: 12 }, (_, n) => `20${String(10 + n)}-06-17`);
  const answers = await Promise.all(days.map((day) => fetch(`${url}/pledges?limit=1&asOf=${day}`)));
  const refused = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  expect(refused).toHaveLength(10);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: 'TOO_BUSY', status: 503 });
  }
});

it('who has signed in finds a place beside them, and so does a question about the present', async () => {
  await restart();
  const asked = Array.from({ length: 6 }, (_, n) => fetch(`${url}/pledges?asOf=20${String(10 + n)}-01-01`));
  const signedIn = fetch(`${url}/pledges?asOf=2020-01-01`, { headers: desk });
  const present = fetch(`${url}/reports/progress`);
  expect([(await signedIn).status, (await present).status]).toEqual([200, 200]);
  await Promise.all(asked);
});

it('who hangs up gives the place back', async () => {
  await restart();
  for (let round = 0; round < 4; round += 1) {
    const left = new AbortController();
    const asked = [0, 1].map((n) =>
      fetch(`${url}/pledges?asOf=201${String(round)}-0${String(n + 1)}-01`, { signal: left.signal }),
    );
    left.abort();
    await Promise.allSettled(asked);
  }
  // The server hears of it a moment later.
  await eventually(async () => (await fetch(`${url}/pledges?asOf=2020-06-17`)).status === 200);
});

it('times that select the same events are one past, however many are named', async () => {
  await restart();
  const before = pasts().length;
  for (const day of ['2018-01-01', '2018-07-31', '2019-04-30']) {
    const answer = (await (await fetch(`${url}/pledges?asOf=${day}`)).json()) as { readonly total: number };
    expect(answer).toMatchObject({ total: 2, asOf: day });
  }
  expect(pasts().length - before).toBe(1);
  expect(await (await fetch(`${url}/pledges?asOf=2019-05-01`)).json()).toMatchObject({ total: 3 });
  expect(pasts().length - before).toBe(2);
});

it('no more pasts are kept than four', async () => {
  for (const day of ['2014-01-01', '2015-06-01', '2016-06-01', '2018-06-01', '2020-06-01', '2022-06-01'])
    expect((await fetch(`${url}/pledges?asOf=${day}`)).status).toBe(200);
  expect(pasts().length).toBeLessThanOrEqual(4);
});

it('an answer has a tag, and is not sent again to who has it', async () => {
  const first = await fetch(`${url}/reports/pledges-and-states`);
  const etag = first.headers.get('etag') ?? '';
  expect(await first.json()).toHaveProperty('groups');
  const again = await fetch(`${url}/reports/pledges-and-states`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  expect(first.headers.get('vary')).toContain('accept-encoding');
  expect(Number(first.headers.get('age'))).toBeGreaterThanOrEqual(0);
});

it('who names his own act is answered with it, whatever is kept', async () => {
  const ask = asker(url);
  for (let n = 1; n <= 5; n += 1) {
    const { body } = await ask('/pledges', {
      method: 'POST',
      headers: desk,
      body: JSON.stringify({
        memberState: 'Kenya',
        category: 'UNIT',
        capabilityCode: 'FPU',
        quantity: String(n),
        unit: 'unit',
        description: 'Police',
        source: `note ${String(n)}`,
      }),
    });
    const { body: list } = await ask(`/pledges?memberState=KEN&after=${String(body.after)}`);
    expect(list).toHaveProperty('total', n);
    const { body: report } = await ask(`/reports/progress?memberState=KEN&after=${String(body.after)}`);
    expect(report).toHaveProperty('overall.pledges', n);
  }
});
