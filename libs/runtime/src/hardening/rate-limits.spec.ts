/** Who asks too often is told when to come back, and nobody else pays for it. */
import fc from 'fast-check';
import { newKey, startIssuer } from '../testing/issuer.ts';
import type { TestIssuer } from '../testing/issuer.ts';
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';

let service: HardenedService;
afterEach(() => service.close());

const started = async (env: Readonly<Record<string, string>>): Promise<void> => {
  service = await hardenedService({ PLEDGELINE_TRUSTED_PROXIES: '127.0.0.1', ...env });
};

type Proof = 'none' | 'valid' | 'expired' | 'forged' | 'unreadable';

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

it('an address that asks too often without signing in waits, whatever it asks for, and others do not', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '3' });
  const bad = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
  expect([await statusOf(), await statusOf({ path: '/nowhere' }), await statusOf(bad)]).toEqual([
    200, 404, 401,
  ]);
  expect([await statusOf(), await statusOf({ path: '/nowhere' }), await statusOf(bad)]).toEqual([
    429, 429, 429,
  ]);
  expect(await statusOf({ from: '192.0.2.2' })).toBe(200);
  expect(await statusOf({ path: '/health/live' })).toBe(200);
});

it('an address that tries out sign-in links is told only so often that they are wrong', async () => {
  await started({ PLEDGELINE_RATE_FAILED_SIGN_INS: '2' });
  const guess = (account: string) => ({
    path: '/session',
    method: 'POST',
    body: JSON.stringify({ account, secret: 'guess'.repeat(9), as: 'TOKEN' }),
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
  });
  expect(await times(3, guess('desk'))).toEqual([401, 401, 429]);
  expect(await times(3, guess('nobody'))).toEqual([401, 401, 429]);
  expect(await statusOf(guess('sfgc'))).toBe(401);
  expect(await statusOf()).toBe(200);
});

it('whoever has an IPv6 network is one address', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '2' });
  const from = ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:3', '2001:db8:0:1::1'];
  const statuses: number[] = [];
  for (const one of from) statuses.push(await statusOf({ from: one }));
  expect(statuses).toEqual([200, 200, 429, 200]);
});

it('a proxy may be named, and is believed by the addresses of its name', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '1', PLEDGELINE_TRUSTED_PROXIES: 'localhost' });
  expect([await statusOf({ from: '192.0.2.1' }), await statusOf({ from: '192.0.2.2' })]).toEqual([200, 200]);
});

it('the word of whoever is no proxy of ours about addresses counts for nothing', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '1', PLEDGELINE_TRUSTED_PROXIES: '192.0.2.77' });
  expect([await statusOf({ from: '192.0.2.1' }), await statusOf({ from: '192.0.2.2' })]).toEqual([200, 429]);
});

describe('where tokens are tried out', () => {
  const LIMIT = 3;
  let issuer: TestIssuer;
  let proofs: Readonly<Record<Proof, Readonly<Record<string, string>>>>;
  beforeAll(async () => {
    issuer = await startIssuer({ desk: { roles: ['DESK'] } });
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    proofs = {
      none: {},
      valid: bearer(await issuer.tokenOf('desk')),
      expired: bearer(await issuer.sign({ exp: 1 })),
      forged: bearer(await issuer.sign({}, {}, await newKey('key-1'))),
      unreadable: { authorization: 'Basic Zm9vOmJhcg==' },
    };
  });
  afterAll(() => issuer.leave());
  beforeEach(() =>
    started({
      PLEDGELINE_RATE_FAILED_SIGN_INS: String(LIMIT),
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: issuer.audience,
    }),
  );

  it('after 31 bad tokens the same address reads the public, and acts with a good one', async () => {
    expect((await times(31, { headers: proofs.forged })).slice(LIMIT)).toEqual(Array(31 - LIMIT).fill(429));
    expect(await statusOf()).toBe(200);
    expect(await statusOf({ headers: proofs.valid })).toBe(200);
    const act = {
      method: 'POST',
      body: '{"word":"a"}',
      headers: { ...proofs.valid, 'content-type': 'application/json' },
    };
    expect(await statusOf(act)).toBe(200);
    expect(await statusOf({ headers: proofs.expired })).toBe(401);
  });

  it('in any order and mix, from any addresses, failures limit failures of their address only', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            proof: fc.constantFrom<Proof>('none', 'valid', 'expired', 'forged', 'unreadable'),
            at: fc.integer({ min: 0, max: 3 }),
            path: fc.constantFrom('/boards', '/nowhere', '/docs'),
          }),
          { maxLength: 30 },
        ),
        async (requests) => {
          run += 1;
          // Two addresses, and two of one IPv6 network, that nobody has asked from before.
          const prefix = `2001:db8:0:${run.toString(16)}`;
          const froms = [`10.0.${run}.1`, `10.0.${run}.2`, `${prefix}::1`, `${prefix}:ffff::2`];
          const failures = [0, 0, 0];
          for (const { proof, at, path } of requests) {
            const status = await statusOf({ path, headers: proofs[proof], from: froms[at] ?? '' });
            expect(status).toBe(expectedOf(proof, path, failures, Math.min(at, 2)));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  const expectedOf = (proof: Proof, path: string, failures: number[], from: number): number => {
    if (proof === 'expired') return 401;
    if (proof === 'none' || proof === 'valid') return path === '/nowhere' ? 404 : 200;
    const before = failures[from] ?? 0;
    failures[from] = before + 1;
    return before < LIMIT ? 401 : 429;
  };
});

it('0 sets no limit', async () => {
  await started({ PLEDGELINE_RATE_PER_ADDRESS: '0', PLEDGELINE_RATE_FAILED_SIGN_INS: '0' });
  expect(new Set(await times(50, {}))).toEqual(new Set([200]));
});
