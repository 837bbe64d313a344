/** The console in a real browser, as somebody who has signed in or not, and everything that went wrong while it was looked at. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const SERVER = process.env.PLEDGELINE_CONSOLE_URL ?? '';
export const DATA = process.env.PLEDGELINE_CONSOLE_DATA ?? '';
/** Debian's; another may be named. */
const CHROMIUM = process.env.PLEDGELINE_CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  /** Another than the demo. */
  readonly server?: string;
}

export interface Person {
  readonly account: string;
  /** ISO 3166 alpha-3, of those who speak for one. */
  readonly state?: string;
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the API answers this reader at a path. */
  readonly asked: <A>(path: string) => Promise<A>;
  /** Has the API do something as this person. @returns where what was changed or made is read: `/pledges/<id>`. */
  readonly sent: (path: string, body: object) => Promise<string>;
  /** Opens an address below /console, and waits until it has its heading and its data. */
  readonly go: (path: string) => Promise<void>;
  /** What is wrong with the page as it stands, and what has gone wrong so far. Empty is well. */
  readonly problems: () => Promise<readonly string[]>;
  /** Of these what does not need axe, which takes a second. */
  readonly faults: () => Promise<readonly string[]>;
  /** Whether everything can be read against its ground: what changes with the colours. */
  readonly contrast: () => Promise<readonly string[]>;
  /** The answers so far that refused something, as `401 /work-queue`. */
  readonly refused: readonly string[];
}

let browser: Promise<Browser> | null = null;

/** @param args of the browser, besides what every one of them needs. */
export const startBrowser = (...args: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', ...args] });

/** One browser for all tests of a file; each test has a context of its own, with no cookie of another. */
export const open = async (
  person: Person | null,
  look: Look = {},
  using: Promise<Browser> = (browser ??= startBrowser()),
): Promise<Opened> => {
  const { width = 1280, height = 900, colorScheme = 'light', forcedColors = 'none', server = SERVER } = look;
  const viewport = { width, height };
  const context = await (await using).newContext({ viewport, colorScheme, forcedColors });
  if (person !== null) await signIn(context, person);
  const page = await context.newPage();
  const wrong: string[] = [];
  const refused: string[] = [];
  page.on('console', (message) => {
    // That a request was refused stands in the page, too; whether it should have been asked the tests say.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  const faults = async (): Promise<readonly string[]> => [...wrong, ...(await sideways(page))];
  const asked = async <A>(path: string): Promise<A> => {
    const answer = await context.request.get(server + path);
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as A;
  };
  let csrf: string | undefined;
  return {
    page,
    context,
    refused,
    asked,
    sent: async (path, data) => {
      csrf ??= (await asked<{ session: { csrf: string } | null }>('/session')).session?.csrf ?? '';
      const answer = await context.request.post(server + path, {
        data,
        headers: { 'x-csrf-token': csrf, 'idempotency-key': randomUUID() },
      });
      if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
      return ((await answer.json()) as { location: string }).location;
    },
    go: async (path) => {
      await page.goto(`${server}/console${path}`, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    faults,
    contrast: () => barriers(page, { type: 'rule', values: ['color-contrast'] }),
    problems: async () => [...(await faults()), ...(await barriers(page, { type: 'tag', values: RULES }))],
  };
};

export const closeBrowser = async (): Promise<void> => {
  await (await browser)?.close();
  browser = null;
};

/** As the owner of the server may: the secret of a link would work only once. */
export const signIn = async (context: BrowserContext, { account, state }: Person): Promise<void> => {
  const { secret } = JSON.parse(readFileSync(join(DATA, 'sign-in-control.json'), 'utf8')) as {
    secret: string;
  };
  const answer = await context.request.post(`${SERVER}/session`, {
    data: { account, secret, state: state ?? null, as: 'COOKIE' },
  });
  if (!answer.ok()) throw new Error(`no session as ${account}: ${await answer.text()}`);
};

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** By axe. It comes in by the protocol of the developer tools: the policy lets in no script of others. */
const barriers = async (page: Page, runOnly: object): Promise<readonly string[]> => {
  const tools = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await tools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(`window.axe ?? (() => { ${AXE} })(); true`);
  const options = { runOnly, resultTypes: ['violations'] };
  const found = (await evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )) as readonly Found[];
  await tools.detach();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `axe ${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
};

/** The page as a whole never scrolls to the side; a table may, in a box of its own. */
const sideways = async (page: Page): Promise<readonly string[]> => {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return over > 0 ? [`scrolls ${over} px to the side at ${page.viewportSize()?.width ?? 0} px`] : [];
};
