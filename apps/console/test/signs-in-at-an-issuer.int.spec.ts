/** Signing in by OpenID Connect as people do: from a page of ours to the issuer's, and back to where they were; or told why not. */
import { closeBrowser, open } from './testing/console.ts';
import type { Opened } from './testing/console.ts';
import { serverAtAnIssuer } from './testing/server-at-an-issuer.ts';
import type { ServerAtAnIssuer } from './testing/server-at-an-issuer.ts';

let at: ServerAtAnIssuer;
beforeAll(async () => {
  at = await serverAtAnIssuer();
});
afterAll(async () => {
  await closeBrowser();
  await at.close();
});
beforeEach(() => {
  at.issuer.signsIn({ subject: 'a.diallo', roles: ['DESK'] });
  at.issuer.lastFor(600);
});

const DEEP = '/work-queue?kind=ACKNOWLEDGEMENT&role=any';
const visitor = () => open(null, { server: at.url });
const toIssuer = ({ page }: Opened) => page.getByRole('link', { name: 'Sign in there' });
/** From a page for those who have signed in to the page where one does. */
const atSignIn = async (opened: Opened, path = DEEP): Promise<void> => {
  await opened.go(path);
  await opened.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await opened.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
};
const signedIn = async (opened: Opened, path = DEEP): Promise<void> => {
  await atSignIn(opened, path);
  await toIssuer(opened).click();
  await opened.page.waitForURL(`${at.url}/console${path}`);
};
/** Where the issuer sends this browser back to, which has not been there yet. */
const wayBack = async ({ context }: Opened, next = `/console${DEEP}`): Promise<URL> => {
  let to = `${at.url}/session/sign-in?next=${encodeURIComponent(next)}`;
  for (let count = 0; count < MOST_REDIRECTIONS; count += 1) {
    if (to.startsWith(`${at.url}/session/callback`)) return new URL(to);
    const answer = await context.request.get(to, { maxRedirects: 0 });
    to = new URL(answer.headers()['location'] ?? '', to).href;
  }
  throw new Error('the issuer did not send the browser back');
};
const MOST_REDIRECTIONS = 12;

it('7. nobody signed in opens the queue, is offered the issuer, and comes back to the very address with a session', async () => {
  const opened = await visitor();
  const { page, problems, refused, context } = opened;
  await atSignIn(opened);
  await page.getByRole('heading', { name: 'With your organisation’s account' }).waitFor();
  expect(await problems()).toEqual([]);
  await toIssuer(opened).click();
  await page.waitForURL(`${at.url}/console${DEEP}`);
  await page.getByText(/^a\.diallo, /).waitFor();
  await page.getByText('0 tasks,').waitFor();
  expect(await problems()).toEqual([]);
  expect(refused).toEqual([]);
  // Nothing that a script could take along.
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
    '',
    0,
    0,
  ]);
  expect((await context.cookies()).filter(({ httpOnly }) => !httpOnly)).toEqual([]);
});

it('a form that was linked to is open after signing in', async () => {
  const opened = await visitor();
  const { page } = opened;
  await signedIn(opened, '/pledges/new');
  await page.getByRole('heading', { level: 1, name: 'Announce a pledge' }).waitFor();
  await page.getByRole('textbox', { name: /^Description/ }).waitFor();
});

it.each([
  ['no', 'You said no at the issuer, or it said no to you.', null],
  [
    'somebody who has no role here',
    'The issuer knows you, and gives you no role here.',
    { subject: 'no.role', roles: [] },
  ],
  [
    'a member state without its name',
    'The issuer does not say for which state you speak.',
    { subject: 'no.state', roles: ['MS'] },
  ],
])(
  'the issuer answers %s: a sentence says so, and beginning again leads to the same place',
  async (_, said, person) => {
    const opened = await visitor();
    const { page, problems } = opened;
    at.issuer.signsIn(person);
    await atSignIn(opened);
    await toIssuer(opened).click();
    await page.getByRole('alert').getByText(said).waitFor();
    expect(await page.title()).toBe('Sign in – Pledgeline');
    expect(await problems()).toEqual([]);
    // There somebody has seen to it meanwhile.
    at.issuer.signsIn({ subject: person?.subject ?? 'a.diallo', roles: ['DESK'] });
    await toIssuer(opened).click();
    await page.waitForURL(`${at.url}/console${DEEP}`);
    await page.getByText('0 tasks,').waitFor();
  },
);

const EXPIRED = 'This sign-in took longer than ten minutes';

it.each<[string, string, (query: URLSearchParams) => void]>([
  [
    'belongs to another sign-in',
    'What came back from the issuer does not belong to the sign-in of this browser.',
    (query) => query.set('state', 'another'),
  ],
  ['brings a code that counts no more', EXPIRED, (query) => query.set('code', 'another')],
  [
    'says that it is not well',
    'The issuer did not sign you in',
    (query) => {
      query.delete('code');
      query.set('error', 'server_error');
    },
  ],
])(
  'what comes back %s: a sentence says so, and beginning again leads to the same place',
  async (_, said, change) => {
    const opened = await visitor();
    const { page } = opened;
    const back = await wayBack(opened);
    change(back.searchParams);
    await page.goto(back.href);
    await page.getByRole('alert').getByText(said).waitFor();
    await toIssuer(opened).click();
    await page.waitForURL(`${at.url}/console${DEEP}`);
    await page.getByText('0 tasks,').waitFor();
  },
);

it('a sign-in that was begun more than ten minutes ago is said to be, and begun again', async () => {
  const opened = await visitor();
  const { page, context } = opened;
  const back = await wayBack(opened);
  // After ten minutes the browser has forgotten what it began.
  await context.clearCookies({ name: /sign_in/ });
  await page.goto(back.href);
  await page.getByRole('alert').getByText(EXPIRED).waitFor();
  await toIssuer(opened).click();
  await page.getByText(/^a\.diallo, /).waitFor();
});

it('what no server says is a plain sentence, and whoever has signed in is not told of it', async () => {
  const opened = await visitor();
  const { page, go } = opened;
  await go('/sign-in?refused=toString&next=%2F%2Fevil.example');
  await page.getByRole('alert').getByText('The sign-in did not work. Begin again.').waitFor();
  await toIssuer(opened).click();
  await page.waitForURL(`${at.url}/console/`);
  await go('/sign-in?refused=DENIED');
  await page.getByText('You have signed in as a.diallo').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('while the issuer is away the page says so when one wants to go there', async () => {
  const another = await serverAtAnIssuer();
  try {
    const { page, go } = await open(null, { server: another.url });
    await another.issuer.leave();
    await go('/sign-in?next=%2Fconsole%2Fpledges%3Fq%3Dbattalion');
    await page.getByRole('link', { name: 'Sign in there' }).click();
    await page.getByRole('alert').getByText('The issuer does not answer now.').waitFor();
    await another.issuer.back();
    another.issuer.signsIn({ subject: 'a.diallo', roles: ['DESK'] });
    await page.getByRole('link', { name: 'Sign in there' }).click();
    await page.waitForURL(`${another.url}/console/pledges?q=battalion`);
  } finally {
    await another.close();
  }
});

it('who has two roles acts in one, and changes to the other, which the bar says', async () => {
  at.issuer.signsIn({ subject: 'two.roles', roles: ['AUDITOR', 'DESK'] });
  const opened = await visitor();
  const { page, asked, problems } = opened;
  await signedIn(opened);
  const roleNow = async (): Promise<string> =>
    (await asked<{ session: { caller: { role: string } } }>('/session')).session.caller.role;
  const before = await roleNow();
  const [other, name] = before === 'DESK' ? ['AUDITOR', /audit/i] : ['DESK', /desk/i];
  await page.getByText(/^two\.roles, /).click();
  await page.getByRole('group', { name: 'Roles' }).getByRole('button', { name, pressed: false }).click();
  await page.locator('summary').getByText(name).waitFor();
  expect(await roleNow()).toBe(other);
  expect(await problems()).toEqual([]);
});

it('while a page is open its session is made longer before it ends', async () => {
  at.issuer.lastFor(70);
  const opened = await visitor();
  const { page, asked } = opened;
  const until = async (): Promise<string> =>
    (await asked<{ session: { until: string } }>('/session')).session.until;
  await signedIn(opened);
  const first = await until();
  at.issuer.lastFor(600);
  await page.waitForResponse((response) => response.url().endsWith('/session/renewal') && response.ok());
  await page.waitForResponse((response) => response.url().endsWith('/session') && response.ok());
  expect(Date.parse(await until()) - Date.parse(first)).toBeGreaterThan(300_000);
  await page.getByText(/^a\.diallo, /).waitFor();
});
