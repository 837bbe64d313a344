/** Local sign-in as people use it: links in the start log, sessions in browsers, tokens for the command line. */
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Launched } from '@pledgeline/runtime/testing';
import { launchStandalone } from './testing/launch-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

interface Session {
  readonly caller: { readonly subject: string; readonly role: string; readonly state: string | null };
  readonly csrf: string;
  readonly token: string;
  readonly code: string;
}

const folder = temporaryFolder();
let server: Launched;
let url: string;
beforeAll(async () => {
  server = launchStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_IDENTITY: 'local' });
  url = await server.url;
});
afterAll(async () => {
  await server.kill();
  folder.remove();
});

const linkOf = (account: string): URL =>
  new URL(server.lines.find(({ link }) => link?.includes(`account=${account}&`))?.link ?? '');

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const signIn = async (account: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { secret } = Object.fromEntries(new URLSearchParams(linkOf(account).hash.slice(1)));
  const answer = await post('/session', { account, secret, as: 'TOKEN', ...more });
  const cookie = answer.headers.get('set-cookie') ?? '';
  return { status: answer.status, cookie, body: (await answer.json()) as Session };
};

const idea = { kind: 'IDEA', memberState: 'RWA', text: 'A mobile team', source: 'A note' };
const bearer = ({ token }: Session) => ({ authorization: `Bearer ${token}` });

it('the log has a link for each role, and no header makes a caller of anybody', async () => {
  expect(new Set(server.lines.flatMap(({ link, role }) => (link === undefined ? [] : [role]))).size).toBe(13);
  const answer = await post('/ideas', idea, {
    'x-pledgeline-actor': 'me',
    'x-pledgeline-role': 'DESK',
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  expect(await answer.json()).toMatchObject({ code: 'SIGN_IN_NEEDED' });
});

it('the page behind a link is there, with a label for each field', async () => {
  const page = await (await fetch(linkOf('ms'))).text();
  expect(page).toContain('<label for="state">');
  expect(page).toContain('value="RWA"');
  for (const file of ['/sign-in.js', '/sign-in.css']) expect((await fetch(url + file)).status).toBe(200);
});

it('a token acts as the link says, whatever headers and body claim', async () => {
  const { body } = await signIn('desk');
  const made = await post('/ideas', idea, {
    ...bearer(body),
    'x-pledgeline-actor': 'somebody.else',
    'x-pledgeline-role': 'ADMIN',
  });
  expect(made.status).toBe(201);
  const history = await fetch(`${url}${made.headers.get('location') ?? ''}`, { headers: bearer(body) });
  expect(history.status).toBe(200);
  expect((await signIn('desk')).body.code).toBe('SIGN_IN_REFUSED');
});

it('a member state signs in for a state, and acts for no other', async () => {
  expect((await signIn('ms')).body.code).toBe('STATE_NEEDED');
  expect((await signIn('ms', { state: 'XXX' })).body.code).toBe('STATE_NEEDED');
  const { body } = await signIn('ms', { state: 'RWA' });
  expect(body.caller).toEqual({ subject: 'ms.rwa', role: 'MS', state: 'RWA' });
  expect((await post('/ideas', idea, bearer(body))).status).toBe(201);
  expect((await post('/ideas', { ...idea, memberState: 'KOR' }, bearer(body))).status).toBe(403);
});

it('a browser’s cookie acts only with the proof that the page is ours, until it signs out', async () => {
  const { cookie, body } = await signIn('sfgc', { as: 'COOKIE' });
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/);
  expect(body.token).toBeUndefined();
  const [session = ''] = cookie.split(';');
  const visit = (headers: Readonly<Record<string, string>>) =>
    post('/visits', {}, { cookie: session, ...headers });
  expect(await (await visit({})).json()).toMatchObject({ code: 'CSRF_TOKEN' });
  expect(await (await visit({ 'x-csrf-token': 'x' })).json()).toMatchObject({ code: 'CSRF_TOKEN' });
  expect(await (await visit({ 'x-csrf-token': body.csrf })).json()).toMatchObject({
    code: 'VALIDATION_FAILED',
  });
  const current = async () =>
    ((await (await fetch(`${url}/session`, { headers: { cookie: session } })).json()) as { session: unknown })
      .session;
  expect(await current()).toMatchObject({ caller: { role: 'SFGC' } });
  const end = await post('/session/end', {}, { cookie: session, 'x-csrf-token': body.csrf });
  expect(end.headers.get('set-cookie')).toMatch(/^pledgeline_session=;/);
  expect(await current()).toBeNull();
});

it('a name that only leads to this machine does not sign in', async () => {
  const ask = request(`${url}/session`, {
    method: 'POST',
    headers: { host: 'rebound.example.org', 'content-type': 'application/json' },
  });
  ask.end(JSON.stringify({ account: 'fgs', secret: 'x', as: 'TOKEN' }));
  const [answer] = (await once(ask, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  expect([answer.statusCode, JSON.parse(await text(answer))]).toEqual([
    403,
    expect.objectContaining({ code: 'LOOPBACK_ONLY' }),
  ]);
});

it('a token of no session is refused also where none is needed', async () => {
  const answer = await fetch(`${url}/pledges`, { headers: { authorization: 'Bearer made-up' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expect((await fetch(`${url}/pledges`)).status).toBe(200);
});

it('the command line follows a link, and then acts with its token', async () => {
  const cli = async (...args: string[]) => {
    const { code, out, err } = await runCli(args, { XDG_CONFIG_HOME: folder.path });
    return { code, said: out + err };
  };
  expect(await cli('rebuild', '--url', url)).toEqual({
    code: 4,
    said: expect.stringContaining('"pledgeline sign-in"') as string,
  });
  expect(await cli('sign-in', linkOf('admin').href)).toEqual({
    code: 0,
    said: expect.stringContaining(`signed in to ${url} as admin (ADMIN) until`) as string,
  });
  expect(await cli('rebuild', '--url', url)).toMatchObject({ code: 0 });
  expect(await cli('sign-in', linkOf('admin').href)).toMatchObject({ code: 4 });
  expect(await cli('sign-in', 'http://127.0.0.1:1/')).toMatchObject({ code: 2 });
  expect(await cli('sign-in', linkOf('ms').href)).toEqual({
    code: 4,
    said: 'pledgeline: ms names the state it speaks for, by ISO 3166 alpha-3 code. Name it with --state.\n',
  });
});
