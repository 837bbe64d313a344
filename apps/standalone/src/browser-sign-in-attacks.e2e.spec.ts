/** What others try with the way back from the issuer, and where a sign-in may lead. */
import { browsersAtAnIssuer } from './testing/browsers-at-an-issuer.ts';
import type { BrowsersAtAnIssuer } from './testing/browsers-at-an-issuer.ts';

let at: BrowsersAtAnIssuer;
beforeAll(async () => {
  at = await browsersAtAnIssuer();
});
afterAll(() => at.close());
const REFUSED = { status: 401, code: 'SIGN_IN_REFUSED' };

describe('a callback', () => {
  beforeEach(() => {
    at.issuer.signsIn({ subject: 'a.diallo', roles: ['DESK'] });
  });

  it('works once, and the issuer, which might take back what it gave, hears of no second time', async () => {
    const before = at.issuer.asked('/token');
    const one = at.newBrowser();
    const callback = await at.callbackOf(one);
    const copy = one.copy();
    expect((await one.look(callback)).status).toBe(302);
    for (const again of [one, copy]) expect((await again.look(callback)).body).toMatchObject(REFUSED);
    expect(at.issuer.asked('/token') - before).toBe(1);
  });

  it('works in the browser that began alone', async () => {
    const callback = await at.callbackOf(at.newBrowser());
    const other = at.newBrowser();
    expect((await other.look(callback)).body).toMatchObject(REFUSED);
    await other.look(`${at.url}/session/sign-in`);
    expect((await other.look(callback)).body).toMatchObject(REFUSED);
    expect(await at.sessionOf(other)).toBeNull();
  });

  it.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'another')],
    ['no state', (query: URLSearchParams) => query.delete('state')],
    ['the state twice', (query: URLSearchParams) => query.append('state', 'another')],
    ['another code', (query: URLSearchParams) => query.set('code', 'another')],
    ['no code', (query: URLSearchParams) => query.delete('code')],
    ['another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
    ['nothing', (query: URLSearchParams) => [...query.keys()].forEach((name) => query.delete(name))],
  ])('with %s is refused', async (_, change) => {
    const one = at.newBrowser();
    const callback = new URL(await at.callbackOf(one));
    change(callback.searchParams);
    expect((await one.look(callback.href)).body).toMatchObject(REFUSED);
    expect(await at.sessionOf(one)).toBeNull();
  });

  it('of another sign-in in the same browser is refused: its nonce is another', async () => {
    const one = at.newBrowser();
    const first = await at.callbackOf(one);
    await at.callbackOf(one);
    expect((await one.look(first)).body).toMatchObject(REFUSED);
  });

  it('says so when the person has said no', async () => {
    at.issuer.signsIn(null);
    const { body } = await at.newBrowser().open(`${at.url}/session/sign-in`);
    expect(body).toMatchObject({ ...REFUSED, detail: expect.stringContaining('access_denied') });
  });
});

it.each(
  [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    'evil',
    'javascript:alert(1)',
  ].map((next) => [next]),
)('a sign-in never leads to %s', async (next) => {
  const { page } = await at.signedIn('a.diallo', ['DESK'], next);
  expect([page.status, page.url]).toEqual([200, `${at.url}/`]);
});
