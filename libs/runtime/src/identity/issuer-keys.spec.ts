/** The keys of a real issuer over time: asked for once, renewed, rotated, withdrawn, and not to be had. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { tokenVerifierOf } from '../testing/token-verifier.ts';
import { newKey, startIssuer } from '../testing/issuer.ts';
import type { TestIssuer } from '../testing/issuer.ts';

const DISCOVERY = '/.well-known/openid-configuration';

let issuer: TestIssuer;
beforeEach(async () => {
  issuer = await startIssuer({ desk: { roles: ['DESK'] } });
});
afterEach(() => issuer.leave());

const desk = { subject: 'desk', role: 'DESK', state: null };
const isAway = { name: 'IssuerUnavailable', code: 'ISSUER_UNAVAILABLE', retryAfterSeconds: 5 };
const noSuchKey = {
  code: 'TOKEN_NOT_VALID',
  message: 'The token is not accepted. The issuer has no such key.',
};

it('the issuer is asked once, however many ask at once and however often', async () => {
  const tokenVerifier = tokenVerifierOf(issuer);
  const token = await issuer.tokenOf('desk');
  await Promise.all(Array.from({ length: 20 }, () => tokenVerifier.callerOf(token)));
  for (let time = 0; time < 20; time += 1) expect(await tokenVerifier.callerOf(token)).toEqual(desk);
  expect(await tokenVerifier.callerOf(await issuer.tokenOf('desk'))).toEqual(desk);
  expect([issuer.asked(DISCOVERY), issuer.asked('/jwks')]).toEqual([1, 1]);
});

it('with the address of its keys set, it is not asked for it', async () => {
  const tokenVerifier = tokenVerifierOf(issuer, { jwksUrl: `${issuer.url}/jwks` });
  expect(await tokenVerifier.callerOf(await issuer.tokenOf('desk'))).toEqual(desk);
  expect([issuer.asked(DISCOVERY), issuer.asked('/jwks')]).toEqual([0, 1]);
});

it('when keys are rotated, an old token goes on until it expires, and a new one counts at once', async () => {
  const tokenVerifier = tokenVerifierOf(issuer);
  const [seen, unseen] = [await issuer.tokenOf('desk'), await issuer.tokenOf('desk')];
  await tokenVerifier.callerOf(seen);
  await issuer.rotate('kept');
  tokenVerifier.later(11);
  expect(await tokenVerifier.callerOf(await issuer.tokenOf('desk'))).toEqual(desk);
  expect(await tokenVerifier.callerOf(seen)).toEqual(desk);
  expect(await tokenVerifier.callerOf(unseen)).toEqual(desk);
  tokenVerifier.later(640);
  await expect(tokenVerifier.callerOf(seen)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

it('a withdrawn key counts for five minutes at most, also for a token that was believed before', async () => {
  const tokenVerifier = tokenVerifierOf(issuer);
  const token = await issuer.sign({ sub: 'desk', exp: Math.floor(Date.now() / 1000) + 3600 });
  await tokenVerifier.callerOf(token);
  await issuer.rotate('withdrawn');
  tokenVerifier.later(140);
  expect(await tokenVerifier.callerOf(token)).toEqual(desk);
  tokenVerifier.later(160);
  await expect(tokenVerifier.callerOf(token)).rejects.toMatchObject(noSuchKey);
});

it('keys are renewed beside the requests, also when all tokens are known', async () => {
  const tokenVerifier = tokenVerifierOf(issuer);
  const token = await issuer.sign({ sub: 'desk', exp: Math.floor(Date.now() / 1000) + 3600 });
  expect(await tokenVerifier.callerOf(token)).toEqual(desk);
  for (const times of [2, 3, 4]) {
    tokenVerifier.later(151);
    await eventually(async () => {
      expect(await tokenVerifier.callerOf(token)).toEqual(desk);
      return issuer.asked('/jwks') === times;
    });
  }
});

it('tokens with made-up keys do not make us ask the issuer each time', async () => {
  const tokenVerifier = tokenVerifierOf(issuer);
  await tokenVerifier.callerOf(await issuer.tokenOf('desk'));
  const forge = async (name: string) => issuer.sign({}, {}, await newKey(name));
  for (const name of ['a', 'b', 'c'])
    await expect(tokenVerifier.callerOf(await forge(name))).rejects.toMatchObject(noSuchKey);
  expect(issuer.asked('/jwks')).toBe(1);
  tokenVerifier.later(11);
  for (const name of ['d', 'e'])
    await expect(tokenVerifier.callerOf(await forge(name))).rejects.toMatchObject(noSuchKey);
  expect(issuer.asked('/jwks')).toBe(2);
});

describe('while the issuer is away', () => {
  it('nobody can be believed by a service that does not know its keys; then it answers again', async () => {
    const tokenVerifier = tokenVerifierOf(issuer);
    const token = await issuer.tokenOf('desk');
    await issuer.leave();
    await expect(tokenVerifier.callerOf(token)).rejects.toMatchObject(isAway);
    await issuer.back();
    tokenVerifier.later(1);
    expect(await tokenVerifier.callerOf(token)).toEqual(desk);
  });

  it('who is known goes on, and so does a new token by a known key; one by a new key waits', async () => {
    const tokenVerifier = tokenVerifierOf(issuer);
    const [known, other] = [await issuer.tokenOf('desk'), await issuer.tokenOf('desk')];
    await tokenVerifier.callerOf(known);
    await issuer.rotate('kept');
    const byNewKey = await issuer.tokenOf('desk');
    await issuer.leave();
    tokenVerifier.later(200);
    expect(await tokenVerifier.callerOf(known)).toEqual(desk);
    expect(await tokenVerifier.callerOf(other)).toEqual(desk);
    await expect(tokenVerifier.callerOf(byNewKey)).rejects.toMatchObject(isAway);
    tokenVerifier.later(100);
    await expect(tokenVerifier.callerOf(known)).rejects.toMatchObject(isAway);
    await issuer.back();
    tokenVerifier.later(1);
    for (const token of [known, other, byNewKey]) expect(await tokenVerifier.callerOf(token)).toEqual(desk);
  });

  it('requests in their numbers do not fall upon it', async () => {
    const broken = await standIn(() => '<html>busy</html>');
    const tokenVerifier = tokenVerifierOf({ ...issuer, url: broken.url });
    const token = await issuer.tokenOf('desk');
    for (let time = 0; time < 5; time += 1)
      await expect(tokenVerifier.callerOf(token)).rejects.toMatchObject(isAway);
    expect(broken.asked()).toBe(1);
    tokenVerifier.later(1);
    await expect(tokenVerifier.callerOf(token)).rejects.toMatchObject(isAway);
    expect(broken.asked()).toBe(2);
    broken.close();
  });
});

describe('an issuer is not believed', () => {
  const cases: readonly (readonly [string, (url: string) => unknown, string])[] = [
    [
      'whose discovery document is of another',
      () => ({ issuer: 'https://login.example.org', jwks_uri: `${issuer.url}/jwks` }),
      'the discovery document is of another issuer',
    ],
    [
      'whose keys would come without TLS',
      (url) => ({ issuer: url, jwks_uri: 'http://keys.example.org/jwks' }),
      'the discovery document names no https address of keys',
    ],
    [
      'that names no keys',
      (url) => ({ issuer: url }),
      'the discovery document names no https address of keys',
    ],
    ['that says nothing', () => null, 'was answered with no JSON object'],
    ['whose keys are none', (url) => ({ issuer: url, jwks_uri: url }), 'JSON Web Key Set malformed'],
  ];
  it.each(cases)('%s', async (_name, document, why) => {
    const other = await standIn((url) => JSON.stringify(document(url)));
    const token = await issuer.sign({ iss: other.url });
    await expect(tokenVerifierOf({ ...issuer, url: other.url }).callerOf(token)).rejects.toMatchObject({
      ...isAway,
      cause: { message: expect.stringContaining(why) as string },
    });
    other.close();
  });

  it('that sends us elsewhere', async () => {
    const other = await standIn(() => '', { location: `${issuer.url}${DISCOVERY}` });
    const token = await issuer.tokenOf('desk');
    await expect(tokenVerifierOf({ ...issuer, url: other.url }).callerOf(token)).rejects.toMatchObject(
      isAway,
    );
    expect(issuer.asked(DISCOVERY)).toBe(0);
    other.close();
  });
});

/** Answers everything with the same, and counts. */
const standIn = async (document: (url: string) => string, headers: Readonly<Record<string, string>> = {}) => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead('location' in headers ? 302 : 200, headers).end(document(url));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked: () => asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
