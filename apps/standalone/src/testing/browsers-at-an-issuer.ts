/** A server whose people sign in with a browser at a real issuer, and those browsers. */
import { browser, startIssuer } from '@pledgeline/runtime/testing';
import type { Browser, LogLine, Page, TestIssuer } from '@pledgeline/runtime/testing';
import { hostStandalone } from './host-standalone.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface BrowserSession {
  readonly caller: { readonly subject: string; readonly role: string; readonly state: string | null };
  readonly roles: readonly string[];
  readonly csrf: string;
  readonly until: string;
  readonly renewable: boolean;
}

export interface BrowsersAtAnIssuer {
  readonly issuer: TestIssuer;
  readonly url: string;
  readonly lines: readonly LogLine[];
  newBrowser(): Browser;
  /** In a new browser; an MS speaks for Rwanda. */
  signedIn(
    subject: string,
    roles: readonly string[],
    next?: string,
  ): Promise<{ readonly one: Browser; readonly page: Page }>;
  sessionOf(one: Browser): Promise<BrowserSession | null>;
  /** @throws {Error} when nobody has signed in. */
  openSessionOf(one: Browser): Promise<BrowserSession>;
  /** Something that only who has signed in may send. */
  note(one: Browser, csrf?: string): Promise<Page>;
  /** From the page of ours that sent it to the issuer, through the issuer's pages, to the answer of our callback. */
  throughTheIssuer(one: Browser, begun: Page): Promise<Page>;
  /** The address that the issuer sends the browser back to, which is not opened. */
  callbackOf(one: Browser): Promise<string>;
  close(): Promise<void>;
}

/** Where people find the server; the tests' browsers find it at its own port. */
const ADDRESS = 'http://127.0.0.1:9';
const MOST_REDIRECTIONS = 12;
const idea = { kind: 'IDEA', memberState: 'RWA', text: 'A mobile team', source: 'A note' };

export const browsersAtAnIssuer = async (): Promise<BrowsersAtAnIssuer> => {
  const folder = temporaryFolder();
  const issuer = await startIssuer({}, { id: 'console', redirectAddress: `${ADDRESS}/session/callback` });
  const server = await hostStandalone({
    PLEDGELINE_DATA: folder.path,
    PLEDGELINE_IDENTITY: 'oidc',
    PLEDGELINE_ADDRESS: ADDRESS,
    PLEDGELINE_SESSION_KEY: Buffer.alloc(32, 7).toString('base64'),
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    OIDC_RESOURCE: issuer.audience,
    OIDC_CLIENT_ID: 'console',
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    OIDC_CLOCK_SKEW_SECONDS: '0',
  });
  const { url, lines } = server;
  const newBrowser = (): Browser => browser([[ADDRESS, url]]);
  const sessionOf = async (one: Browser): Promise<BrowserSession | null> =>
    (await one.look(`${url}/session`)).body['session'] as BrowserSession | null;
  const callbackFrom = async (one: Browser, begun: Page): Promise<string> => {
    let page = begun;
    for (let count = 0; count < MOST_REDIRECTIONS; count += 1) {
      const to = new URL(page.headers.get('location') ?? '', page.url).href;
      if (to.startsWith(ADDRESS)) return to;
      page = await one.look(to);
    }
    throw new Error('the issuer did not send the browser back');
  };
  return {
    ...{ issuer, url, lines, newBrowser, sessionOf },
    signedIn: async (subject, roles, next = '/session') => {
      issuer.signsIn({ subject, roles, ...(roles.includes('MS') && { state: 'RWA' }) });
      const one = newBrowser();
      const page = await one.open(`${url}/session/sign-in?next=${encodeURIComponent(next)}`);
      return { one, page };
    },
    openSessionOf: async (one) => {
      const session = await sessionOf(one);
      if (session === null) throw new Error('nobody has signed in');
      return session;
    },
    note: (one, csrf) => one.post(`${url}/ideas`, idea, csrf === undefined ? {} : { 'x-csrf-token': csrf }),
    throughTheIssuer: async (one, begun) => one.look(await callbackFrom(one, begun)),
    callbackOf: async (one) => callbackFrom(one, await one.look(`${url}/session/sign-in?next=/session`)),
    close: async () => {
      await server.close();
      await issuer.leave();
      folder.remove();
    },
  };
};
