/** Sign-in by an OpenID Connect issuer as callers meet it: a service in its own process, and an issuer that is a real one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { startIssuer } from '@pledgeline/runtime/testing';
import type { TestIssuer } from '@pledgeline/runtime/testing';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let issuer: TestIssuer;
let server: Hosted;
let url: string;
beforeAll(async () => {
  issuer = await startIssuer({
    'a.diallo': { roles: ['DESK'] },
    'mission.of.rwanda': { roles: ['MS'], state: 'RWA' },
    'two.roles': { roles: ['DESK', 'AUDITOR'] },
    'no.role': {},
  });
  server = await hostStandalone({
    PLEDGELINE_DATA: folder.path,
    PLEDGELINE_IDENTITY: 'oidc',
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
  });
  url = server.url;
});
afterAll(async () => {
  await server.close();
  await issuer.leave();
  folder.remove();
});

const idea = { kind: 'IDEA', memberState: 'RWA', text: 'A mobile team', source: 'A note' };

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

const ask = async (path: string, token?: string, more: RequestInit = {}): Promise<Answered> => {
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(more.body !== undefined && { 'content-type': 'application/json' }),
    ...(more.headers as object),
  };
  const answer = await fetch(url + path, { ...more, headers });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answered['body'] };
};

const note = (token?: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  ask('/ideas', token, { method: 'POST', body: JSON.stringify(idea), headers });

it('while the issuer is away, who shows a token is asked to come again, and the public reads on', async () => {
  const token = await issuer.tokenOf('a.diallo');
  await issuer.leave();
  const answer = await note(token);
  expect([answer.status, answer.body]).toEqual([
    503,
    expect.objectContaining({ code: 'ISSUER_UNAVAILABLE', title: 'Not available now' }),
  ]);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('/pledges')).status).toBe(200);
  expect((await note()).body).toMatchObject({ status: 401, code: 'SIGN_IN_NEEDED' });
  await issuer.back();
  await eventually(async () => (await note(token)).status === 201);
});

it('a token acts in the name of its subject, whatever headers claim', async () => {
  const made = await note(await issuer.tokenOf('a.diallo'), {
    'x-pledgeline-actor': 'somebody.else',
    'x-pledgeline-state': 'KOR',
  });
  expect(made.status).toBe(201);
});

it('a member state acts for itself alone', async () => {
  const token = await issuer.tokenOf('mission.of.rwanda');
  expect((await note(token)).status).toBe(201);
  const forAnother = { method: 'POST', body: JSON.stringify({ ...idea, memberState: 'KOR' }) };
  expect((await ask('/ideas', token, forAnother)).status).toBe(403);
});

it('who has several roles says in which it acts', async () => {
  const token = await issuer.tokenOf('two.roles');
  expect((await note(token)).body).toMatchObject({ status: 400, code: 'ROLE_NEEDED' });
  expect((await note(token, { 'x-pledgeline-role': 'DESK' })).status).toBe(201);
  expect((await note(token, { 'x-pledgeline-role': 'ADMIN' })).body).toMatchObject({
    status: 403,
    code: 'FORBIDDEN',
  });
  expect((await note(await issuer.tokenOf('no.role'))).body).toMatchObject({ status: 403, code: 'NO_ROLE' });
});

it('a token that is not accepted is so also where none is needed, and is not told again', async () => {
  const token = await issuer.sign({ aud: 'https://mail.example.org' });
  for (const answer of [await ask('/pledges', token), await note(token)]) {
    expect(answer.body).toMatchObject({ status: 401, code: 'TOKEN_NOT_VALID' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(JSON.stringify(answer.body)).not.toContain(token);
  }
  const expired = await issuer.sign({ exp: Math.floor(Date.now() / 1000) - 60 });
  expect((await ask('/pledges', expired)).body).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' });
});

it('an expired token is no try: whoever comes from that address goes on', async () => {
  const expired = await issuer.sign({ exp: Math.floor(Date.now() / 1000) - 60 });
  for (let time = 0; time < 40; time += 1) expect((await ask('/pledges', expired)).status).toBe(401);
  expect((await ask('/pledges', await issuer.tokenOf('a.diallo'))).status).toBe(200);
});

it('a token counts in the Authorization header alone (RFC 6750, section 5.3)', async () => {
  const token = await issuer.tokenOf('a.diallo');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const tries: readonly (readonly [string, RequestInit])[] = [
    [`/ideas?access_token=${token}`, { body: JSON.stringify(idea) }],
    ['/ideas', { body: JSON.stringify({ ...idea, access_token: token }) }],
    ['/ideas', { body: JSON.stringify(idea), headers: { cookie: `pledgeline_session=${token}` } }],
    ['/ideas', { body: JSON.stringify(idea), headers: { authorization: `Basic ${btoa(`x:${token}`)}` } }],
    ['/ideas', { body: JSON.stringify(idea), headers: { authorization: token } }],
    ['/ideas', { body: `access_token=${token}`, headers: form }],
  ];
  for (const [path, init] of tries) {
    const { status } = await ask(path, undefined, { method: 'POST', ...init });
    expect([401, 415]).toContain(status);
  }
});

it('no token is in the log', async () => {
  const tokens = await Promise.all(['a.diallo', 'mission.of.rwanda'].map((one) => issuer.tokenOf(one)));
  for (const token of tokens) {
    await ask(`/pledges?access_token=${token}`, token);
    await note(`${token}x`);
  }
  const refusals = readFileSync(join(folder.path, 'refusals.log'), 'utf8');
  const said = JSON.stringify(server.lines) + refusals;
  expect(said).toContain('TOKEN_NOT_VALID');
  expect(said).not.toContain('eyJ');
});

it('local sign-in has no address here', async () => {
  const link = JSON.stringify({ account: 'desk', secret: 'of a link', as: 'TOKEN' });
  const answer = await ask('/session', undefined, { method: 'POST', body: link });
  expect(answer.body).toMatchObject({ status: 404, code: 'NO_SUCH_WAY_IN' });
  expect((await ask('/session/sign-in')).body).toMatchObject({ status: 404, code: 'NO_SUCH_WAY_IN' });
});
