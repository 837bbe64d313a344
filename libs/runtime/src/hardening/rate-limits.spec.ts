/** Who asks too often is told when to come back, and nobody else pays for it. */
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';

let service: HardenedService;
afterEach(() => service.close());

const started = async (env: Readonly<Record<string, string>>): Promise<void> => {
  service = await hardenedService({ PLEDGELINE_TRUSTED_PROXIES: '127.0.0.1', ...env });
};

interface Sent extends RequestInit {
  readonly path?: string;
  /** As a proxy in front hands it on. */
  readonly from?: string;
}

const statusOf = async ({
  path = '/boards',
  from = '192.0.2.1',
  headers = {},
  ...init
}: Sent = {}): Promise<number> => {
  const response = await fetch(service.url + path, {
    ...init,
    headers: { ...(headers as Record<string, string>), 'x-forwarded-for': from },
  });
  if (response.status === 429) {
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('x-correlation-id')).not.toBeNull();
    expect(await response.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  } else await response.text();
  return response.status;
};

const times = async (count: number, sent: Sent): Promise<readonly number[]> => {
  const statuses: number[] = [];
  while (statuses.length < count) statuses.push(await statusOf(sent));
  return statuses;
};

it('an address that tries out tokens is refused before they are looked at, and others are not', async () => {
  await started({ PLEDGELINE_RATE_FAILED_SIGN_INS: '3' });
  const guess = { headers: { authorization: 'Bearer guess' } };
  expect(await times(5, guess)).toEqual([401, 401, 401, 429, 429]);
  expect(await statusOf()).toBe(429);
  expect(await statusOf({ ...guess, from: '192.0.2.2' })).toBe(401);
  expect(await statusOf({ path: '/health/live' })).toBe(200);
});

it('an address that tries out sign-in links is, too', async () => {
  await started({ PLEDGELINE_RATE_FAILED_SIGN_INS: '2' });
  const body = JSON.stringify({ account: 'desk', secret: 'guess'.repeat(9), as: 'TOKEN' });
  const guess = {
    path: '/session',
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
  };
  expect(await times(3, guess)).toEqual([401, 401, 429]);
});

it.each([
  ['what is no JSON', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }, 400],
  ['questions to nowhere', { path: '/nowhere' }, 404],
])('an address that sends %s is refused before its bodies are read', async (_, sent, status) => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '3' });
  expect(await times(4, sent)).toEqual([status, status, status, 429]);
  expect(await statusOf({ from: '192.0.2.2' })).toBe(200);
});

it('whoever has an IPv6 network is one address', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '2' });
  const from = ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:3', '2001:db8:0:1::1'];
  const statuses: number[] = [];
  for (const one of from) statuses.push(await statusOf({ from: one }));
  expect(statuses).toEqual([200, 200, 429, 200]);
});

it('the word of whoever is no proxy of ours about addresses counts for nothing', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '1', PLEDGELINE_TRUSTED_PROXIES: '192.0.2.77' });
  expect([await statusOf({ from: '192.0.2.1' }), await statusOf({ from: '192.0.2.2' })]).toEqual([200, 429]);
});

it('0 sets no limit', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '0', PLEDGELINE_RATE_FAILED_SIGN_INS: '0' });
  expect(new Set(await times(50, {}))).toEqual(new Set([200]));
});
