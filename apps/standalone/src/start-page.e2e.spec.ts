/** A reader with only the address finds out where to go: a person by a page, a program by links. */
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let url: string;
beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_IDENTITY: 'local' });
  url = server.url;
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const asked = (accept?: string) => fetch(url, { headers: accept === undefined ? {} : { accept } });

it.each([
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['text/html alone', 'text/html', 'text/html'],
  ['a page rather than data', 'application/json;q=0.5, text/html', 'text/html'],
  ['anything', '*/*', 'application/json'],
  ['data', 'application/json', 'application/json'],
  ['data rather than a page', 'text/html;q=0.5, application/json', 'application/json'],
  ['no page at all', 'text/html;q=0, */*', 'application/json'],
  ['what there is not', 'image/png', 'application/json'],
])('who asks for %s gets it', async (_, accept, type) => {
  const answer = await asked(accept);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(new RegExp(`^${type}; charset=utf-8`));
  expect(answer.headers.get('vary')).toMatch(/accept/i);
  await answer.text();
});

it('every link of the page leads somewhere, and it says how to sign in', async () => {
  const page = await (await asked('text/html')).text();
  const links = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href]) => href ?? '');
  for (const wanted of ['/docs', '/reports', '/pledges', '/page.css']) expect(links).toContain(wanted);
  for (const href of links) expect([href, (await fetch(url + href)).status]).toEqual([href, 200]);
  expect(page).toMatch(
    /<html lang="en">[^]*<title>[^]*name="viewport"|<html lang="en">[^]*name="viewport"[^]*<title>/,
  );
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toMatch(/Sign in<\/h2>\s*<p>[^<]*sign-in-links\.txt/);
});

it('a program gets the same links', async () => {
  const { links } = (await (await asked()).json()) as { links: readonly { href: string; title: string }[] };
  for (const { href, title } of links) {
    expect(title).not.toBe('');
    expect([href, (await fetch(url + href)).status]).toEqual([href, 200]);
  }
});

it('the page runs nothing, and loads its own files only', async () => {
  const answer = await asked('text/html');
  expect(answer.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*frame-ancestors 'none'.*style-src 'self'/,
  );
  expect(await answer.text()).not.toMatch(/<script|<style|style=|http:|https:/);
});

it('the page of the API keeps nothing in the browser', async () => {
  const script = await (await fetch(`${url}/docs/swagger-ui-init.js`)).text();
  expect(script).toMatch(/"persistAuthorization": false/);
});
