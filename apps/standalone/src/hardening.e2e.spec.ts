/** What the server does against those who mean no good, at the real server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { asker, desk, type Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let url: string;
beforeAll(async () => {
  server = await hostStandalone({
    PLEDGELINE_DATA: folder.path,
    PLEDGELINE_RATE_PER_SUBJECT: '40',
    PLEDGELINE_RATE_PER_ADDRESS: '60',
  });
  url = server.url;
  ask = asker(url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

it.each(['/pledges', '/nowhere', '/health/live', '/openapi.json'])(
  '%s lets browsers do nothing',
  async (path) => {
    const { headers } = await fetch(url + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  },
);

it('the page to try the API on runs no script but its own files', async () => {
  const answer = await fetch(`${url}/docs`);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
  const page = await answer.text();
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>[^<]*\S[^<]*<\/script>/);
});

it('other origins are told nothing', async () => {
  const { headers } = await fetch(`${url}/pledges`, { headers: { origin: 'https://example.org' } });
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('a fault in a body is answered without a stack or a path of ours', async () => {
  const { body } = await ask('/pledges', { method: 'POST', headers: desk, body: '{"a":' });
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/);
});

it('refusals are logged by themselves: who, what and why, and nothing of the body', async () => {
  const marked = { ...desk, 'x-pledgeline-actor': 'somebody.curious' };
  await ask('/pledges', { method: 'POST', headers: marked, body: { secret: 'zz-body' } });
  await ask('/operations/read-models', { headers: marked });
  const path = join(folder.path, 'refusals.log');
  await eventually(() => Promise.resolve(readFileSync(path, 'utf8').includes('/operations/read-models')));
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toContainEqual(
    expect.objectContaining({
      subject: 'somebody.curious',
      role: 'DESK',
      method: 'POST',
      path: '/pledges',
      code: 'VALIDATION_FAILED',
      address: '127.0.0.1',
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ path: '/operations/read-models', code: 'FORBIDDEN' }),
  );
  expect(readFileSync(path, 'utf8')).not.toContain('zz-body');
});

it('what a request shows of who it is stands in no log', async () => {
  const secret = 'zz-token';
  await ask('/pledges', {
    headers: {
      ...desk,
      authorization: `Bearer ${secret}`,
      cookie: `pledgeline_session=${secret}; __Host-pledgeline_session=${secret}`,
    },
  });
  await ask('/pledges', {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'x-csrf-token': secret },
  });
  await ask(`/pledges?${secret}=1`, { headers: desk });
  expect(JSON.stringify(server.lines)).not.toContain(secret);
  expect(readFileSync(join(folder.path, 'refusals.log'), 'utf8')).not.toContain(secret);
});

it.each([
  ['who has signed in, by his name', { ...desk, 'x-pledgeline-actor': 'somebody.eager' }],
  ['who has not, by his address', {}],
])('who asks too often waits: %s', async (_, headers) => {
  let answer = await ask('/pledges', { headers });
  for (let n = 0; n < 61 && answer.status !== 429; n += 1) answer = await ask('/pledges', { headers });
  expect(answer).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(
    (await ask('/pledges', { headers: { ...desk, 'x-pledgeline-actor': 'somebody.else' } })).status,
  ).toBe(200);
  expect((await ask('/health/live')).status).toBe(200);
});
