import { CannotStart } from '../settings.ts';
import { identityFrom } from './identity-configuration.ts';
import type { Exposure } from './identity-configuration.ts';

const here: Exposure = { servesHttp: true, host: '127.0.0.1', distributed: false };
const issuer = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'pledgeline' };
const local = { PLEDGELINE_IDENTITY: 'local' };

it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('local sign-in on %s', (host) => {
  expect(identityFrom(local, { ...here, host })).toEqual({ kind: 'local' });
});

it.each(['0.0.0.0', '::', '192.168.1.7', 'example.org', '127.0.0.1.example.org', '127.1', '::ffff:10.0.0.1'])(
  'local sign-in does not listen on %s, and says what to do instead',
  (host) => {
    expect(() => identityFrom(local, { ...here, host })).toThrow(
      `HOST=${host} is not a loopback address, and local sign-in is for this machine only. Set OIDC_ISSUER`,
    );
  },
);

it('local sign-in does not start where NODE_ENV is production', () => {
  expect(() => identityFrom({ ...local, NODE_ENV: 'production' }, here)).toThrow(
    'local sign-in is refused where NODE_ENV is production',
  );
});

it('local sign-in does not start in the distributed shape', () => {
  expect(() => identityFrom(local, { ...here, distributed: true })).toThrow('standalone shape only');
});

it('callers are not believed where NODE_ENV is production', () => {
  const headers = { PLEDGELINE_IDENTITY: 'headers' };
  expect(identityFrom(headers, here)).toEqual({ kind: 'headers' });
  expect(() => identityFrom({ ...headers, NODE_ENV: 'production' }, here)).toThrow(CannotStart);
});

it('an issuer makes it OpenID Connect, in any shape and anywhere', () => {
  const beyond = { ...here, host: '0.0.0.0', distributed: true };
  expect(identityFrom({ ...issuer, NODE_ENV: 'production' }, beyond)).toEqual({
    kind: 'oidc',
    issuer: 'https://login.example.org',
    audience: 'pledgeline',
    jwksUrl: null,
    subjectClaim: 'sub',
    roleClaim: 'roles',
    rolePrefix: '',
    stateClaim: 'state',
    bodyClaim: 'body',
    clockSkewSeconds: 30,
    sessionKey: null,
    browser: null,
  });
});

const wrong: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['PLEDGELINE_IDENTITY', { PLEDGELINE_IDENTITY: 'none' }],
  ['OIDC_ISSUER', { PLEDGELINE_IDENTITY: 'oidc' }],
  ['OIDC_ISSUER', { ...issuer, OIDC_ISSUER: 'login.example.org' }],
  ['OIDC_ISSUER', { ...issuer, OIDC_ISSUER: 'http://login.example.org' }],
  ['OIDC_AUDIENCE', { OIDC_ISSUER: issuer.OIDC_ISSUER }],
  ['OIDC_AUDIENCE', { ...issuer, OIDC_AUDIENCE: ' ' }],
  ['OIDC_JWKS_URL', { ...issuer, OIDC_JWKS_URL: 'ftp://login.example.org' }],
  ['OIDC_ROLE_CLAIM', { ...issuer, OIDC_ROLE_CLAIM: '' }],
  ['OIDC_CLOCK_SKEW_SECONDS', { ...issuer, OIDC_CLOCK_SKEW_SECONDS: '301' }],
];

it.each(wrong)('%s is named when it is wrong: %j', (name, env) => {
  const start = (): unknown => identityFrom(env, here);
  expect(start).toThrow(CannotStart);
  expect(start).toThrow(name);
});

const browser = {
  ...issuer,
  OIDC_CLIENT_ID: 'console',
  PLEDGELINE_ADDRESS: 'https://pledges.example.org/',
  PLEDGELINE_SESSION_KEY: Buffer.alloc(32, 9).toString('base64'),
};

it('browsers sign in at the issuer where a client, our address and a key are set', () => {
  expect(identityFrom(browser, here)).toMatchObject({
    sessionKey: new Uint8Array(32).fill(9),
    browser: {
      clientId: 'console',
      clientSecret: null,
      redirectAddress: 'https://pledges.example.org/session/callback',
      scope: 'openid',
      resource: null,
    },
  });
  const { OIDC_CLIENT_ID: _, ...others } = browser;
  expect(identityFrom(others, here)).toMatchObject({ sessionKey: new Uint8Array(32).fill(9), browser: null });
});

const without = (name: keyof typeof browser) =>
  Object.fromEntries(Object.entries(browser).filter(([one]) => one !== name));

it.each([
  ['PLEDGELINE_SESSION_KEY', without('PLEDGELINE_SESSION_KEY')],
  ['PLEDGELINE_SESSION_KEY', { ...browser, PLEDGELINE_SESSION_KEY: 'a-secret-of-somebody' }],
  ['PLEDGELINE_SESSION_KEY', { ...browser, PLEDGELINE_SESSION_KEY: Buffer.alloc(31).toString('base64') }],
  ['PLEDGELINE_ADDRESS', without('PLEDGELINE_ADDRESS')],
  ['PLEDGELINE_ADDRESS', { ...browser, PLEDGELINE_ADDRESS: 'http://pledges.example.org' }],
  ['PLEDGELINE_ADDRESS', { ...browser, PLEDGELINE_ADDRESS: 'https://pledges.example.org/api' }],
  ['PLEDGELINE_ADDRESS', { ...browser, PLEDGELINE_ADDRESS: 'https://a@pledges.example.org' }],
  ['OIDC_SCOPE', { ...browser, OIDC_SCOPE: 'profile' }],
  ['OIDC_RESOURCE', { ...browser, OIDC_RESOURCE: '' }],
  ['OIDC_CLIENT_SECRET', { ...browser, OIDC_CLIENT_SECRET: ' ' }],
])('%s is named when browsers could not sign in with %j', (name, env) => {
  const start = (): unknown => identityFrom(env, here);
  expect(start).toThrow(CannotStart);
  expect(start).toThrow(name);
  expect(start).not.toThrow('a-secret-of-somebody');
});

it('an issuer on this machine may do without TLS', () => {
  const env = { ...issuer, OIDC_ISSUER: 'http://127.0.0.1:9000' };
  expect(identityFrom(env, here)).toMatchObject({ issuer: 'http://127.0.0.1:9000' });
});

it('a process without doors asks nobody', () => {
  expect(identityFrom({}, { ...here, servesHttp: false })).toEqual({ kind: 'nobody' });
});
