/** How long a session lasts and what is left of it afterwards, by a clock of the test; the issuer and its tokens are real. */
import { browser } from '../testing/browser.ts';
import { startIssuer } from '../testing/issuer.ts';
import type { TestIssuer } from '../testing/issuer.ts';
import type { BrowserSignIn } from './browser-sign-in-configuration.ts';
import type { IdentifiedRequest } from './identity.ts';
import { openOidcIdentity } from './open-oidc-identity.ts';
import type { Changed } from './sessions.ts';

const ADDRESS = 'http://127.0.0.1:9/session/callback';
const CLIENT: BrowserSignIn = {
  clientId: 'console',
  clientSecret: 'known-to-the-tests-and-worth-nothing-elsewhere',
  redirectAddress: ADDRESS,
  scope: 'openid',
  resource: null,
};
const TOKEN_LIFE = 600;
const HOUR = 3600;

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer({}, { id: 'console', redirectAddress: ADDRESS });
});
afterAll(() => issuer.leave());

/** A service with the key, its clock, and one browser that has signed in there. */
const signedIn = async (roles: readonly string[], keyByte = 1) => {
  let ahead = 0;
  const at = (byte: number) =>
    openOidcIdentity(
      {
        kind: 'oidc',
        issuer: issuer.url,
        audience: issuer.audience,
        jwksUrl: null,
        ...{
          subjectClaim: 'sub',
          roleClaim: 'roles',
          rolePrefix: '',
          stateClaim: 'state',
          bodyClaim: 'body',
        },
        clockSkewSeconds: 0,
        sessionKey: new Uint8Array(32).fill(byte),
        browser: { ...CLIENT, resource: issuer.audience },
      },
      'Sign in.',
      () => Date.now() + ahead * 1000,
    );
  const service = at(keyByte);
  const jar = new Map<string, string>();
  const request = (method = 'GET', headers = {}): IdentifiedRequest => ({
    method,
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
  });
  const kept = ({ cookies }: Pick<Changed, 'cookies'>): void => {
    for (const line of cookies) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  };
  const flow = service.sessions.atIssuer;
  if (flow === null) throw new Error('browsers do not sign in here');
  issuer.signsIn({ subject: 'a.diallo', roles });
  const onward = await flow.begin(request(), '/docs');
  kept(onward);
  const query = await queryOfTheCallback(onward.to);
  kept(await flow.finish(request(), query));
  return {
    ...{ service, request, kept, another: at },
    later: (seconds: number) => {
      ahead += seconds;
    },
  };
};

/** Through the pages of the issuer, by a browser that stops where it is sent back to us. */
const queryOfTheCallback = async (page: string): Promise<string> => {
  const one = browser();
  let to = page;
  for (let count = 0; count < 12; count += 1) {
    if (to.startsWith(ADDRESS)) return to.slice(ADDRESS.length + 1);
    const { headers, url } = await one.look(to);
    to = new URL(headers.get('location') ?? '', url).href;
  }
  throw new Error('the issuer did not send the browser back');
};

it('lasts as long as the access token that it was made from, and no longer', async () => {
  const { service, request, later } = await signedIn(['DESK']);
  later(TOKEN_LIFE - 60);
  expect(await service.sessions.of(request())).toMatchObject({
    caller: { subject: 'a.diallo', role: 'DESK' },
  });
  later(61);
  expect(await service.sessions.of(request())).toBeNull();
  expect(await service.identity.callerOf(request())).toMatchObject({ role: 'PUBLIC' });
});

it('is renewed after it has run out, with the same csrf and in the role that was chosen', async () => {
  issuer.lastFor(TOKEN_LIFE);
  const { service, request, kept, later } = await signedIn(['AUDITOR', 'DESK']);
  const before = await service.sessions.of(request());
  expect(before?.caller.role).toBe('DESK');
  kept(await service.sessions.inRole(request(), 'AUDITOR'));
  later(TOKEN_LIFE + 1);
  expect(await service.sessions.of(request())).toBeNull();
  // The issuer's clock has not moved on as ours has.
  issuer.lastFor(HOUR);
  const renewed = await service.sessions.renewed(request());
  kept(renewed);
  expect(renewed.session).toMatchObject({ caller: { role: 'AUDITOR' }, csrf: before?.csrf });
  expect(await service.sessions.of(request())).toEqual(renewed.session);
});

it('cannot be renewed after twelve hours', async () => {
  const { service, request, later } = await signedIn(['DESK']);
  later(12 * HOUR + 1);
  await expect(service.sessions.renewed(request())).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
});

it('cannot be renewed after twelve hours either where it was renewed all the time, in whatever role', async () => {
  issuer.lastFor(24 * HOUR);
  try {
    const { service, request, kept, later } = await signedIn(['AUDITOR', 'DESK']);
    for (const role of ['AUDITOR', 'DESK', 'AUDITOR'] as const) {
      later(3.9 * HOUR);
      kept(await service.sessions.renewed(request()));
      kept(await service.sessions.inRole(request(), role));
    }
    later(0.4 * HOUR);
    await expect(service.sessions.renewed(request())).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
  } finally {
    issuer.lastFor(TOKEN_LIFE);
  }
});

it.each([
  ['a second too late', 601, '/console/pledges?q=a'],
  ['on the next day', 24 * HOUR + 1, '/'],
])(
  'a sign-in that comes back %s is refused, and leads to where it was to lead, for a day',
  async (_, seconds, next) => {
    const { service, request, kept, later } = await signedIn(['DESK']);
    const flow = service.sessions.atIssuer!;
    const onward = await flow.begin(request(), '/console/pledges?q=a');
    kept(onward);
    const query = await queryOfTheCallback(onward.to);
    later(seconds);
    await expect(flow.finish(request(), query)).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
      why: 'EXPIRED',
    });
    expect(await flow.leadsTo(request())).toBe(next);
  },
);

it('is known to every service that has the key, and to none that has another', async () => {
  const { request, another } = await signedIn(['DESK'], 3);
  expect(await another(3).identity.callerOf(request())).toMatchObject({ subject: 'a.diallo' });
  expect(await another(4).identity.callerOf(request())).toMatchObject({ role: 'PUBLIC' });
});
