/** Which tokens of a real issuer are believed, and which of those that others make up are not. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenVerifierOf, CLOCK_SKEW_SECONDS } from '../testing/token-verifier.ts';
import { changedAfterwards, signedWithThePublicKey, unsigned } from '../testing/hostile-tokens.ts';
import { newKey, startIssuer } from '../testing/issuer.ts';
import type { TestIssuer } from '../testing/issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer({
    desk: { roles: ['DESK'] },
    'ms.rwa': { roles: ['MS'], state: 'RWA' },
    'two.roles': { roles: ['DESK', 'SFGC', 'a role of another system'] },
    'no.role': {},
  });
});
afterAll(() => issuer.leave());

const callerOf = (token: string, role?: string) => tokenVerifierOf(issuer).callerOf(token, role);
const notValid = (message: string) => ({ name: 'NotSignedIn', code: 'TOKEN_NOT_VALID', message });
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

describe('an honest token', () => {
  it('says who calls, in which role, for which state', async () => {
    expect(await callerOf(await issuer.tokenOf('desk'))).toEqual({
      subject: 'desk',
      role: 'DESK',
      state: null,
    });
    expect(await callerOf(await issuer.tokenOf('ms.rwa'))).toEqual({
      subject: 'ms.rwa',
      role: 'MS',
      state: 'RWA',
    });
  });

  it('of several roles is used in the one that the request names', async () => {
    const token = await issuer.tokenOf('two.roles');
    expect(await callerOf(token, 'SFGC')).toMatchObject({ subject: 'two.roles', role: 'SFGC' });
    await expect(callerOf(token)).rejects.toMatchObject({ code: 'ROLE_NEEDED' });
    await expect(callerOf(token, 'ADMIN')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { field: 'x-pledgeline-role', allowed: ['DESK', 'SFGC'] },
    });
  });

  it('of one role cannot be used in another', async () => {
    await expect(callerOf(await issuer.tokenOf('desk'), 'ADMIN')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('without a role of ours lets nobody act', async () => {
    await expect(callerOf(await issuer.tokenOf('no.role'))).rejects.toMatchObject({ code: 'NO_ROLE' });
  });

  it.each([['SYSTEM'], ['PUBLIC'], ['desk'], ['DESK '], [{ toString: 1 }], ['DESK,ADMIN']])(
    'does not make its bearer %j',
    async (role) => {
      await expect(callerOf(await issuer.sign({ roles: [role] }))).rejects.toMatchObject({ code: 'NO_ROLE' });
    },
  );

  it('of a partner without a state may name its body', async () => {
    const bearer = async (claims: object) => callerOf(await issuer.sign({ roles: ['PARTNER'], ...claims }));
    expect(await bearer({ body: 'UNITAR' })).toMatchObject({ state: null, body: 'UNITAR' });
    expect(await bearer({ body: ['UNITAR'] })).toMatchObject({ body: 'UNITAR' });
    expect(await bearer({ body: 'UNITAR', state: 'RWA' })).not.toHaveProperty('body');
    expect(await bearer({})).not.toHaveProperty('body');
    for (const body of [7, ['UNITAR', 'UNDP'], { name: 'UNITAR' }, 'x'.repeat(201)])
      await expect(bearer({ body })).rejects.toMatchObject(notValid('The claim body is no name of a body.'));
  });

  it('of a member state says which', async () => {
    await expect(callerOf(await issuer.sign({ roles: ['MS'] }))).rejects.toMatchObject({ code: 'NO_STATE' });
    expect(await callerOf(await issuer.sign({ roles: ['MS'], state: ['RWA'] }))).toMatchObject({
      state: 'RWA',
    });
    for (const state of ['XXX', 'rwa', ['RWA', 'KOR'], [], [['RWA']], 7])
      await expect(callerOf(await issuer.sign({ roles: ['MS'], state }))).rejects.toMatchObject(
        notValid('The claim state is no ISO 3166 alpha-3 code of a state.'),
      );
  });

  it('may carry its claims elsewhere and under other names', async () => {
    const token = await issuer.sign({
      oid: 'b7c2',
      realm_access: { roles: ['pledgeline-DESK', 'SFGC', 'offline_access'] },
      'https://example.org/state': 'RWA',
    });
    const tokenVerifier = tokenVerifierOf(issuer, {
      subjectClaim: 'oid',
      roleClaim: 'realm_access.roles',
      rolePrefix: 'pledgeline-',
      stateClaim: 'https://example.org/state',
    });
    expect(await tokenVerifier.callerOf(token)).toEqual({ subject: 'b7c2', role: 'DESK', state: 'RWA' });
  });

  it('may be for others besides us, and say its type in full', async () => {
    const aud = ['https://mail.example.org', issuer.audience];
    expect(await callerOf(await issuer.sign({ aud }, { typ: 'application/at+JWT' }))).toMatchObject({
      role: 'DESK',
    });
  });
});

describe('a token of the issuer is refused', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, object])[] = [
    ['for another audience', { aud: 'https://mail.example.org' }, notValid(wrong('aud'))],
    ['for no audience', { aud: undefined }, notValid(wrong('aud'))],
    ['in the name of another issuer', { iss: 'https://login.example.org' }, notValid(wrong('iss'))],
    ['in the name of no issuer', { iss: undefined }, notValid(wrong('iss'))],
    ['that never expires', { exp: undefined }, notValid(wrong('exp'))],
    ['whose expiry is no number', { exp: '9999999999' }, notValid(wrong('exp'))],
    ['that expired', { exp: nowSeconds() - 60 }, { name: 'NotSignedIn', code: 'TOKEN_EXPIRED' }],
    ['that is not valid yet', { nbf: nowSeconds() + 60 }, notValid(wrong('nbf'))],
    ['of nobody', { sub: undefined }, notValid('The claim sub names no subject.')],
    ['of someone without a name', { sub: ' ' }, notValid('The claim sub names no subject.')],
    ['of someone who breaks lines', { sub: 'a\nb' }, notValid('The claim sub names no subject.')],
    [
      'bound to a key of its owner',
      { cnf: { jkt: 'thumbprint' } },
      notValid(refused('It is bound to a key of its owner, which cannot be shown here.')),
    ],
  ];
  it.each(cases)('%s', async (_name, claims, refusal) => {
    await expect(callerOf(await issuer.sign(claims))).rejects.toMatchObject(refusal);
  });

  it.each(['logout+jwt', 'dpop+jwt', 'secevent+jwt', 'application/token-introspection+jwt'])(
    'made for another purpose: %s',
    async (typ) => {
      await expect(callerOf(await issuer.sign({}, { typ }))).rejects.toMatchObject(
        notValid(refused('Its typ is of no access token.')),
      );
    },
  );
});

describe('clocks may differ as far as is set', () => {
  const now = 1_800_000_000;
  const at = async (claims: Readonly<Record<string, number>>) => {
    const tokenVerifier = tokenVerifierOf(issuer);
    tokenVerifier.later(now - Date.now() / 1000);
    return tokenVerifier.callerOf(await issuer.sign(claims));
  };
  // The clock of the test goes on, so one second is left to each edge.
  it('at the end of a token', async () => {
    expect(await at({ exp: now - CLOCK_SKEW_SECONDS + 2 })).toMatchObject({ role: 'DESK' });
    await expect(at({ exp: now - CLOCK_SKEW_SECONDS })).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('at its beginning', async () => {
    const exp = now + 600;
    expect(await at({ nbf: now + CLOCK_SKEW_SECONDS, exp })).toMatchObject({ role: 'DESK' });
    await expect(at({ nbf: now + CLOCK_SKEW_SECONDS + 2, exp })).rejects.toMatchObject(
      notValid(wrong('nbf')),
    );
  });
});

describe('a forged token is refused', () => {
  it.each(['none', 'None', 'NONE', ''])('without a signature: alg %j', async (alg) => {
    await expect(callerOf(await unsigned(issuer, alg))).rejects.toMatchObject({ code: 'TOKEN_NOT_VALID' });
  });

  it('signed with the public key as if that were a secret', async () => {
    await expect(callerOf(await signedWithThePublicKey(issuer))).rejects.toMatchObject(
      notValid(refused('Its algorithm is not allowed.')),
    );
  });

  it('changed after it was signed', async () => {
    await expect(callerOf(await changedAfterwards(issuer, { roles: ['ADMIN'] }))).rejects.toMatchObject(
      notValid(refused('Its signature is wrong.')),
    );
  });

  it('by a key that goes by the name of the issuer’s', async () => {
    const key = await newKey(issuer.key().kid);
    await expect(callerOf(await issuer.sign({}, {}, key))).rejects.toMatchObject(
      notValid(refused('Its signature is wrong.')),
    );
  });

  it('by a key that the issuer does not have', async () => {
    const key = await newKey('made-up');
    await expect(callerOf(await issuer.sign({}, {}, key))).rejects.toMatchObject(
      notValid(refused('The issuer has no such key.')),
    );
  });

  it('with a key of its own in it, or the address of one, which nobody asks', async () => {
    const key = await newKey('made-up');
    let asked = 0;
    const elsewhere = createServer((_request, response) => {
      asked += 1;
      response.end(JSON.stringify({ keys: [{ ...key.publicJwk, kid: key.kid, alg: 'RS256', use: 'sig' }] }));
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/keys`;
    for (const header of [{ jwk: key.publicJwk }, { jku: address }, { x5u: address }, { x5c: ['MIIB'] }])
      for (const kid of [key.kid, issuer.key().kid])
        await expect(callerOf(await issuer.sign({}, { ...header, kid }, key))).rejects.toMatchObject({
          code: 'TOKEN_NOT_VALID',
        });
    expect(asked).toBe(0);
    elsewhere.close();
  });

  it.each(['a', 'a.b.c', '..', '{}', 'eyJhbGciOiJSUzI1NiJ9.e30.', 'a'.repeat(16_385)])(
    'that is no token: %s',
    async (token) => {
      await expect(callerOf(token)).rejects.toMatchObject({ code: 'TOKEN_NOT_VALID' });
    },
  );

  it('with a header that must be understood, and is not', async () => {
    const token = await issuer.sign();
    const [, payload, signature] = token.split('.');
    const header = Buffer.from('{"alg":"RS256","crit":["x"],"x":1}').toString('base64url');
    await expect(callerOf(`${header}.${payload}.${signature}`)).rejects.toMatchObject({
      code: 'TOKEN_NOT_VALID',
    });
  });
});

function refused(why: string): string {
  return `The token is not accepted. ${why}`;
}

function wrong(claim: string): string {
  return refused(`Its claim ${claim} is wrong.`);
}
