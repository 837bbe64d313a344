/**
 * People who sign in with a browser at an OpenID Connect issuer, from the first click to signing out. The issuer is a real
 * one; the browser keeps cookies and follows redirections as browsers do.
 */
import { browsersAtAnIssuer } from './testing/browsers-at-an-issuer.ts';
import type { BrowsersAtAnIssuer } from './testing/browsers-at-an-issuer.ts';

let at: BrowsersAtAnIssuer;
beforeAll(async () => {
  at = await browsersAtAnIssuer();
});
afterAll(() => at.close());
describe('who has not signed in', () => {
  it('is told the ways in and the clock, and of no session', async () => {
    const { status, body, headers } = await at.newBrowser().look(`${at.url}/session`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      session: null,
      now: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
      waysIn: [
        {
          kind: 'OPENID_CONNECT',
          page: '/session/sign-in',
          description: expect.stringContaining(at.issuer.url),
          issuer: at.issuer.url,
          clientId: 'console',
          scope: 'openid',
          authorizationEndpoint: `${at.issuer.url}/auth`,
          tokenEndpoint: `${at.issuer.url}/token`,
        },
      ],
    });
  });

  it('may not change anything', async () => {
    expect((await at.note(at.newBrowser())).body).toMatchObject({ status: 401, code: 'SIGN_IN_NEEDED' });
  });
});

describe('a person who signs in', () => {
  it('comes back to where it was to lead, and has a session of that role', async () => {
    const { one, page } = await at.signedIn('a.diallo', ['DESK'], '/pledges?limit=1');
    expect([page.status, page.url]).toEqual([200, `${at.url}/pledges?limit=1`]);
    expect(await at.sessionOf(one)).toMatchObject({
      caller: { subject: 'a.diallo', role: 'DESK', state: null },
      roles: ['DESK'],
      renewable: true,
    });
  });

  it.each([
    ['DESK', null],
    ['SFGC', null],
    ['AUDITOR', null],
    ['MS', 'RWA'],
  ])('acts as %s', async (role, state) => {
    const { one } = await at.signedIn(`somebody.${role.toLowerCase()}`, [role]);
    expect((await at.openSessionOf(one)).caller).toEqual({
      subject: `somebody.${role.toLowerCase()}`,
      role,
      state,
    });
  });

  it('changes something only from a page of ours, which knows the csrf of the session', async () => {
    const { one } = await at.signedIn('a.diallo', ['DESK']);
    const { csrf } = await at.openSessionOf(one);
    const { one: other } = await at.signedIn('b.diallo', ['DESK']);
    const { csrf: ofAnother } = await at.openSessionOf(other);
    expect((await at.note(one)).body).toMatchObject({
      status: 403,
      code: 'CSRF_TOKEN',
      field: 'x-csrf-token',
    });
    expect((await at.note(one, ofAnother)).body).toMatchObject({ code: 'CSRF_TOKEN' });
    expect((await at.note(one, csrf)).status).toBe(201);
  });

  it('gives no token to the page, and nothing that a script may read', async () => {
    at.issuer.signsIn({ subject: 'a.diallo', roles: ['DESK'] });
    const one = at.newBrowser();
    await one.look(`${at.url}/session/sign-in`);
    const begun = await one.look(`${at.url}/session/sign-in?next=/session`);
    const back = await at.throughTheIssuer(one, begun);
    const cookies = [...begun.headers.getSetCookie(), ...back.headers.getSetCookie()];
    expect(cookies.map((line) => line.split('=')[0])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^pledgeline_(session|renewal|sign_in)_\d+$/)]),
    );
    for (const line of cookies) expect(line).toMatch(/; HttpOnly/);
    expect(JSON.stringify([await one.look(`${at.url}/session`), cookies])).not.toMatch(/eyJ[\w-]*\.eyJ/);
  });
});

describe('in which role', () => {
  it('is the first that the issuer gives, until another one is chosen', async () => {
    const { one } = await at.signedIn('two.roles', ['AUDITOR', 'DESK']);
    const { csrf, roles } = await at.openSessionOf(one);
    expect(roles.toSorted()).toEqual(['AUDITOR', 'DESK']);
    const changed = await one.post(`${at.url}/session/role`, { role: 'AUDITOR' }, { 'x-csrf-token': csrf });
    expect([changed.status, changed.body]).toMatchObject([200, { session: { caller: { role: 'AUDITOR' } } }]);
    expect((await at.note(one, csrf)).status).toBe(403);
    await one.post(`${at.url}/session/role`, { role: 'DESK' }, { 'x-csrf-token': csrf });
    expect((await at.note(one, csrf)).status).toBe(201);
  });

  it('is none that the issuer has not given', async () => {
    const { one } = await at.signedIn('a.diallo', ['DESK']);
    const { csrf } = await at.openSessionOf(one);
    for (const role of ['ADMIN', 'SYSTEM', 'PUBLIC'])
      expect(
        (await one.post(`${at.url}/session/role`, { role }, { 'x-csrf-token': csrf })).body,
      ).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
        allowed: ['DESK'],
      });
    expect(
      (await one.post(`${at.url}/session/role`, { role: 'KING' }, { 'x-csrf-token': csrf })).status,
    ).toBe(400);
    expect((await one.post(`${at.url}/session/role`, { role: 'DESK' })).body).toMatchObject({
      code: 'CSRF_TOKEN',
    });
  });

  it('is none for who has none', async () => {
    const { one, page } = await at.signedIn('no.role', []);
    expect(page.body).toMatchObject({ status: 403, code: 'NO_ROLE' });
    expect(await at.sessionOf(one)).toBeNull();
  });
});

describe('a renewal', () => {
  it('says of roles what the issuer says now', async () => {
    const { one } = await at.signedIn('c.okafor', ['SFGC']);
    const { csrf } = await at.openSessionOf(one);
    at.issuer.signsIn({ subject: 'c.okafor', roles: ['FGS'] });
    const { body } = await one.post(`${at.url}/session/renewal`, {}, { 'x-csrf-token': csrf });
    expect(body['session']).toMatchObject({ roles: ['FGS'], caller: { role: 'FGS' } });
  });

  it('is asked of the issuer once for pages that ask together', async () => {
    const { one } = await at.signedIn('a.diallo', ['DESK']);
    const { csrf } = await at.openSessionOf(one);
    const before = at.issuer.asked('/token');
    const [first, second] = await Promise.all(
      [one, one.copy()].map((tab) => tab.post(`${at.url}/session/renewal`, {}, { 'x-csrf-token': csrf })),
    );
    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(at.issuer.asked('/token') - before).toBe(1);
    expect(second?.body['session']).toMatchObject({ caller: { subject: 'a.diallo' } });
  });

  it('needs a session', async () => {
    expect((await at.newBrowser().post(`${at.url}/session/renewal`, {})).body).toMatchObject({
      status: 401,
      code: 'SIGN_IN_NEEDED',
    });
  });
});

describe('signing out', () => {
  it('ends the session, also for who has kept a copy of its cookies', async () => {
    const { one } = await at.signedIn('a.diallo', ['DESK']);
    const { csrf } = await at.openSessionOf(one);
    const copy = one.copy();
    const end = await one.post(`${at.url}/session/end`, {}, { 'x-csrf-token': csrf });
    expect([end.status, end.body]).toEqual([200, { session: null }]);
    expect(one.cookies(`${at.url}/session`)).toEqual([]);
    expect(await at.sessionOf(copy)).toBeNull();
    expect((await at.note(copy, csrf)).status).toBe(401);
    expect((await copy.post(`${at.url}/session/renewal`, {})).status).toBe(401);
  });

  it('is no business of another page', async () => {
    const { one } = await at.signedIn('a.diallo', ['DESK']);
    expect((await one.post(`${at.url}/session/end`, {})).body).toMatchObject({ code: 'CSRF_TOKEN' });
    expect(await at.sessionOf(one)).not.toBeNull();
    expect((await at.newBrowser().post(`${at.url}/session/end`, {})).status).toBe(401);
  });
});

it('while the issuer is away nobody new signs in, who has a session goes on, and signs out', async () => {
  const { one } = await at.signedIn('a.diallo', ['DESK']);
  const { csrf } = await at.openSessionOf(one);
  await at.issuer.leave();
  try {
    expect((await at.note(one, csrf)).status).toBe(201);
    const renewal = await one.copy().post(`${at.url}/session/renewal`, {}, { 'x-csrf-token': csrf });
    expect(renewal.body).toMatchObject({ status: 503, code: 'ISSUER_UNAVAILABLE' });
    expect((await one.post(`${at.url}/session/end`, {}, { 'x-csrf-token': csrf })).status).toBe(200);
  } finally {
    await at.issuer.back();
  }
});

it('a cookie that we did not seal, or sealed for something else, is no session', async () => {
  const { one } = await at.signedIn('a.diallo', ['DESK']);
  const port = new URL(at.url).port;
  const [session = '', renewal = ''] = one
    .cookies(`${at.url}/session`)
    .map((line) => line.split(/=(.*)/s)[1]);
  const tried = [renewal, `${session.slice(0, -4)}AAAA`, 'x', 'x'.repeat(5000)];
  for (const value of tried) {
    const answer = await fetch(`${at.url}/session`, {
      headers: { cookie: `pledgeline_session_${port}=${value}` },
    });
    expect(((await answer.json()) as { session: unknown }).session).toBeNull();
  }
});

it('no cookie, code or token is in the log', () => {
  const said = JSON.stringify(at.lines);
  expect(said).toContain('/session/callback');
  expect(said).not.toMatch(/eyJ|code=|state=/);
});
