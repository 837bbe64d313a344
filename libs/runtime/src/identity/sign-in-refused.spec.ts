/** A person whose sign-in did not work is sent to the page where it begins, which is told why and where it was to lead; programs get the refusal. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { browser } from '../testing/browser.ts';
import type { Browser } from '../testing/browser.ts';
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';
import { startIssuer } from '../testing/issuer.ts';
import type { TestIssuer } from '../testing/issuer.ts';

const ADDRESS = 'http://127.0.0.1:9';
const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const DATA = 'application/json';
const DESK = { subject: 'a.diallo', roles: ['DESK'] };
const NEXT = '/console/work-queue?kind=SILENT&q=a+b#r12';

let folder: string;
let issuer: TestIssuer;
let built: HardenedService;
let bare: HardenedService;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-site-'));
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<!doctype html>');
  issuer = await startIssuer({}, { id: 'console', redirectAddress: `${ADDRESS}/session/callback` });
  [built, bare] = await Promise.all([
    hardenedService(signingInAt(issuer.url), { site }),
    hardenedService(signingInAt(issuer.url), { site: join(folder, 'never-built') }),
  ]);
});
afterAll(async () => {
  await Promise.all([built.close(), bare.close(), issuer.leave()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  issuer.signsIn(DESK);
});

const signingInAt = (url: string): Readonly<Record<string, string>> => ({
  PLEDGELINE_IDENTITY: 'oidc',
  PLEDGELINE_ADDRESS: ADDRESS,
  PLEDGELINE_SESSION_KEY: Buffer.alloc(32, 7).toString('base64'),
  OIDC_ISSUER: url,
  OIDC_AUDIENCE: 'https://pledgeline.example.org',
  OIDC_RESOURCE: 'https://pledgeline.example.org',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'known-to-the-tests-and-worth-nothing-elsewhere',
});

interface Came {
  readonly one: Browser;
  /** What the issuer sends back. */
  readonly query: URLSearchParams;
}

/** From our address through the pages of the issuer, until it sends the browser back. */
const cameBack = async (service = built, next = NEXT): Promise<Came> => {
  const one = browser([[ADDRESS, service.url]]);
  let to = `${service.url}/session/sign-in?next=${encodeURIComponent(next)}`;
  for (let count = 0; count < 12; count += 1) {
    if (to.startsWith(ADDRESS)) return { one, query: new URL(to).searchParams };
    const { headers, url } = await one.look(to);
    to = new URL(headers.get('location') ?? '', url).href;
  }
  throw new Error('the issuer did not send the browser back');
};

const callback = (
  query: URLSearchParams,
  one: Browser,
  accept = PAGE,
  service = built,
): Promise<Response> => {
  const url = `${service.url}/session/callback`;
  return fetch(`${url}?${query.toString()}`, {
    headers: { accept, cookie: one.cookies(url).join('; ') },
    redirect: 'manual',
  });
};

const saidBy = (
  answer: Response,
): readonly [status: number, path: string, refused: string | null, next: string | null] => {
  const page = new URL(answer.headers.get('location') ?? '', ADDRESS);
  const { pathname, searchParams } = page;
  return [answer.status, pathname, searchParams.get('refused'), searchParams.get('next')];
};
const told = (refused: string, next: string | null = NEXT) => [302, '/console/sign-in', refused, next];

const unchanged = (): void => undefined;

it.each<[string, Parameters<TestIssuer['signsIn']>[0], (query: URLSearchParams) => void, string]>([
  ['the person says no', null, unchanged, 'DENIED'],
  ['the issuer is not well', null, (query) => query.set('error', 'server_error'), 'ISSUER_REFUSED'],
  ['the state is another', DESK, (query) => query.set('state', 'another'), 'NOT_OURS'],
  ['the issuer is another', DESK, (query) => query.set('iss', 'https://evil.example'), 'NOT_OURS'],
  ['nothing came back', DESK, (query) => [...query.keys()].forEach((name) => query.delete(name)), 'NOT_OURS'],
  ['the code is none of the issuer, or no more', DESK, (query) => query.set('code', 'another'), 'EXPIRED'],
  ['the person has no role here', { subject: 'no.role', roles: [] }, unchanged, 'NO_ROLE'],
  ['a member state without its state', { subject: 'no.state', roles: ['MS'] }, unchanged, 'NO_STATE'],
])('%s: the page is told so, and where the sign-in was to lead', async (_, person, change, refused) => {
  issuer.signsIn(person);
  const { one, query } = await cameBack();
  change(query);
  const answer = await callback(query, one);
  expect(saidBy(answer)).toEqual(told(refused));
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.getSetCookie().join()).not.toMatch(/pledgeline_session/);
});

it('one that is finished already, or was begun in another browser, has expired', async () => {
  const { one, query } = await cameBack();
  const copy = one.copy();
  expect((await callback(query, one)).headers.get('location')).toBe(NEXT);
  expect(saidBy(await callback(query, copy))).toEqual(told('EXPIRED'));
  const other = await cameBack();
  expect(saidBy(await callback(other.query, browser()))).toEqual(told('EXPIRED', null));
});

it('an issuer that cannot be asked is said before anybody is sent there', async () => {
  const away = await startIssuer({});
  await away.leave();
  const service = await hardenedService(signingInAt(away.url), { site: join(folder, 'site') });
  try {
    const begin = (accept: string) =>
      fetch(`${service.url}/session/sign-in?next=${encodeURIComponent(NEXT)}`, {
        headers: { accept },
        redirect: 'manual',
      });
    expect(saidBy(await begin(PAGE))).toEqual(told('ISSUER_UNAVAILABLE'));
    expect((await begin(DATA)).status).toBe(503);
  } finally {
    await service.close();
  }
});

it('the page it is told on is no way out of this server', async () => {
  issuer.signsIn(null);
  const { one, query } = await cameBack(built, 'https://evil.example');
  expect(saidBy(await callback(query, one))).toEqual(told('DENIED', null));
});

it.each([
  ['a program', DATA, () => built],
  ['a browser where there are no pages', PAGE, () => bare],
])('%s gets the refusal itself', async (_, accept, service) => {
  issuer.signsIn(null);
  const { one, query } = await cameBack(service());
  const answer = await callback(query, one, accept, service());
  expect([answer.status, await answer.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'SIGN_IN_REFUSED', detail: expect.stringContaining('access_denied') }),
  ]);
});

it('what is told on a page is among the refusals as well', async () => {
  issuer.signsIn(null);
  const { one, query } = await cameBack();
  const { headers } = await callback(query, one);
  expect(headers.get('location')).toContain('refused=DENIED');
  await eventually(() => {
    const written = readFileSync(join(built.dataFolder, 'refusals.log'), 'utf8');
    return Promise.resolve(/"path":"\/session\/callback".*"code":"SIGN_IN_REFUSED"/.test(written));
  });
});
