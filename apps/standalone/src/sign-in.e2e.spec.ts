/** Local sign-in as people use it: links in a file, sessions in browsers, tokens for the command line. */
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { signInLinkOf, signInLinks } from '@pledgeline/runtime/testing';
import type { Launched } from '@pledgeline/runtime/testing';
import { hostStandalone } from './testing/host-standalone.ts';
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
/** All that sessions have been proved by. */
const tokens: string[] = [];
let server: Launched;
let url: string;
beforeAll(async () => {
  server = launchStandalone({
    PLEDGELINE_DATA: folder.path,
    PLEDGELINE_IDENTITY: 'local',
    PLEDGELINE_TRUSTED_PROXIES: '127.0.0.1',
  });
  url = await server.url;
});
afterAll(async () => {
  await server.kill();
  folder.remove();
});

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const signIn = async (account: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { secret } = signInLinkOf(folder.path, account);
  const answer = await post('/session', { account, secret, as: 'TOKEN', ...more });
  const cookie = answer.headers.get('set-cookie') ?? '';
  const body = (await answer.json()) as Session;
  tokens.push(...[body.token, body.csrf].filter((one) => typeof one === 'string'));
  return { status: answer.status, cookie, body };
};

const idea = { kind: 'IDEA', memberState: 'RWA', text: 'A mobile team', source: 'A note' };
const bearer = ({ token }: Session) => ({ authorization: `Bearer ${token}` });

it('there is a link for each role, in a file for its owner, and no header makes a caller of anybody', async () => {
  expect(new Set(signInLinks(folder.path).map(({ role }) => role)).size).toBe(13);
  for (const name of ['sign-in-links.txt', 'sign-in-control.json', 'sign-in.json'])
    expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
  const answer = await post('/ideas', idea, {
    'x-pledgeline-actor': 'me',
    'x-pledgeline-role': 'DESK',
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  expect(await answer.json()).toMatchObject({ code: 'SIGN_IN_NEEDED' });
});

it('the page behind a link is there, with a label for each field', async () => {
  const page = await (await fetch(signInLinkOf(folder.path, 'ms').href)).text();
  expect(page).toContain('<label for="state">');
  expect(page).toContain('value="RWA"');
  for (const [, file = ''] of page.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js))"/g))
    expect((await fetch(url + file)).status).toBe(200);
});

it('says where to go: to what was asked for where that is ours, else to where the role begins', async () => {
  const opened = async (next: string | null) =>
    ((await signIn('auditor', { as: 'COOKIE', next })).body as unknown as { readonly next: string }).next;
  // Nothing was built for people here: the root says where the API is.
  expect(await opened('/pledges?limit=1')).toBe('/pledges?limit=1');
  const script = await (await fetch(`${url}/sign-in.js`)).text();
  expect(script).toContain("by('onward').href = body.next");
  expect(await (await fetch(`${url}/sign-in?next=/console/`)).text()).not.toContain('/docs');
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
  expect((await signIn('dos', { state: 'RWA' })).body.code).toBe('STATE_NEEDED');
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
  expect(end.headers.get('set-cookie')).toMatch(/^pledgeline_session_\d+=;/);
  expect(await current()).toBeNull();
});

it('a cookie is that of its port, and where there is TLS that of its host alone', async () => {
  const { cookie, body } = await signIn('fgs', { as: 'COOKIE' });
  const [pair = ''] = cookie.split(';');
  const [name = '', value = ''] = pair.split('=');
  expect(name).toBe(`pledgeline_session_${new URL(url).port}`);
  expect(cookie).not.toMatch(/; (Secure|Domain)/);
  const sessionBy = async (sent: string, more: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${url}/session`, { headers: { cookie: sent, ...more } });
    return ((await answer.json()) as { session: { csrf: string } | null }).session;
  };
  expect(await sessionBy(pair)).toMatchObject({ csrf: body.csrf });
  for (const other of ['pledgeline_session', 'pledgeline_session_1', '__Host-pledgeline_session'])
    expect(await sessionBy(`${other}=${value}`)).toBeNull();
  // A trusted proxy has taken the TLS off.
  const https = { 'x-forwarded-proto': 'https' };
  expect(await sessionBy(pair, https)).toBeNull();
  expect(await sessionBy(`__Host-pledgeline_session=${value}`, https)).toMatchObject({ csrf: body.csrf });
  const secret = signInLinkOf(folder.path, 'pd').secret;
  const secure = await post('/session', { account: 'pd', secret, as: 'COOKIE' }, https);
  expect(secure.headers.get('set-cookie')).toMatch(
    /^__Host-pledgeline_session=[\w-]+; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Strict)(?!.*Domain)/,
  );
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

it('nothing that the process writes has a link, a token or the secret of its owner', () => {
  const { secret, url: at } = JSON.parse(readFileSync(join(folder.path, 'sign-in-control.json'), 'utf8')) as {
    secret: string;
    url: string;
  };
  expect(at).toBe(url);
  const written = JSON.stringify(server.lines) + readFileSync(join(folder.path, 'refusals.log'), 'utf8');
  expect(written).toContain('sign-in-links.txt');
  for (const word of ['secret=', secret, ...signInLinks(folder.path).map((link) => link.secret), ...tokens])
    expect(written).not.toContain(word);
});

describe('the command line', () => {
  let config: string;
  beforeAll(() => {
    config = join(folder.path, 'config');
  });
  const cli = async (...args: string[]) => {
    const env = { XDG_CONFIG_HOME: config, PLEDGELINE_DATA: folder.path, PLEDGELINE_URL: url };
    const { code, out, err } = await runCli(args, env);
    return { code, said: out + err };
  };
  const ended = (code: number, ...words: string[]) => ({
    code,
    said: expect.stringMatching(
      words.map((word) => word.replaceAll(/[.()|]/g, '\\$&')).join('[^]*'),
    ) as string,
  });

  it('follows a link, and then acts with its token', async () => {
    expect(await cli('whoami')).toEqual(ended(0, `nobody is signed in to ${url}\\s+Open one of the links`));
    expect(await cli('rebuild')).toEqual(ended(4, '"pledgeline sign-in"'));
    const { href } = signInLinkOf(folder.path, 'admin');
    expect(await cli('sign-in', href)).toEqual(ended(0, `signed in to ${url} as admin (ADMIN) until`));
    expect(await cli('rebuild')).toEqual(ended(0, 'rows made again'));
    expect(await cli('whoami')).toEqual(ended(0, `${url}: admin (ADMIN) until`));
    expect(await cli('sign-in', href)).toEqual(ended(4, 'This link was used', 'sign-in --as ROLE'));
    expect(await cli('sign-in', 'http://127.0.0.1:1/')).toEqual(ended(2, 'not a sign-in link'));
    expect(await cli('sign-in', signInLinkOf(folder.path, 'ms').href)).toEqual(
      ended(4, 'ms names the state it speaks for, by ISO 3166 alpha-3 code. Name it with --state.'),
    );
  });

  it('signs in who may read the data folder as whom he says, and --as chooses among several', async () => {
    expect(await cli('sign-in', '--as', 'MS', '--state', 'RWA')).toEqual(
      ended(0, 'as ms.rwa (MS of RWA) until'),
    );
    expect(await cli('sign-in', '--as', 'ms:kor')).toEqual(ended(0, 'as ms.kor (MS of KOR) until'));
    expect(await cli('sign-in', '--as', 'second-admin')).toEqual(ended(0, 'as second-admin (ADMIN) until'));
    expect(await cli('rebuild')).toEqual(
      ended(2, 'several are signed in', 'choose one of ADMIN, MS:RWA, MS:KOR, second-admin with --as'),
    );
    expect(await cli('whoami', '--as', 'MS:KOR')).toEqual(ended(0, 'ms.kor (MS of KOR) until'));
    expect(await cli('whoami', '--as', 'MS:KOR', '--json')).toEqual(
      ended(0, '"subject": ?"ms.kor"', '"csrf": ?null'),
    );
    expect(await cli('rebuild', '--as', 'MS:RWA')).toEqual(ended(4, 'MS may not use'));
    expect(await cli('rebuild', '--as', 'second-admin')).toEqual(ended(0, 'rows made again'));
    expect(await cli('sign-in', '--as', 'DESK', '--state', 'RWA')).toEqual(
      ended(4, 'desk speaks for no state'),
    );
  });
});

it('when the server has ended in order, its links and the secret of its owner are gone', async () => {
  const data = join(folder.path, 'ended');
  const other = await hostStandalone({ PLEDGELINE_DATA: data, PLEDGELINE_IDENTITY: 'local' });
  expect(signInLinks(data)).not.toEqual([]);
  await other.close();
  expect(readdirSync(data).filter((name) => name.startsWith('sign-in'))).toEqual(['sign-in.json']);
});
