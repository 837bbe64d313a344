/** How the files of the console come to a browser, whatever address it opens and whatever somebody tries with the address. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const PAGE = '<!doctype html><title>The console</title>';
const SCRIPT = 'export const n = 1;\n'.repeat(100);

let folder: string;
let built: HardenedService;
let bare: HardenedService;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-site-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'beside the folder');
  writeFileSync(join(site, 'index.html'), PAGE);
  writeFileSync(join(site, 'licences.txt'), 'MIT');
  writeFileSync(join(site, 'assets', 'main-1a2b3c.js'), SCRIPT);
  writeFileSync(join(site, 'assets', 'sans.woff2'), 'a font');
  [built, bare] = await Promise.all([
    hardenedService({}, { site }),
    hardenedService({}, { site: join(folder, 'never-built') }),
  ]);
});
afterAll(async () => {
  await Promise.all([built.close(), bare.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string, headers = {}, service = built) => {
  const answer = await fetch(service.url + path, { headers, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

/** As it is written, without a client that tidies it up. */
const getRaw = (path: string, headers = {}): Promise<{ status: number; headers: object; bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    request(built.url, { path, headers }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(parts),
          });
        });
    })
      .on('error', reject)
      .end();
  });

it.each([
  '/console/',
  '/console/pledges',
  '/console/pledges/2025-berlin/IND/QRF',
  '/console/work-queue?at=2',
])('the address of a page, %s, is the first page, asked about anew each time', async (path) => {
  const { status, headers, text } = await get(path);
  expect([status, text]).toEqual([200, PAGE]);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-cache');
});

it('/console leads to where its links begin', async () => {
  const { status, headers } = await get('/console');
  expect([status, headers.get('location')]).toEqual([302, '/console/']);
});

it.each([
  ['/console/assets/main-1a2b3c.js', 'text/javascript; charset=utf-8', SCRIPT],
  ['/console/assets/sans.woff2', 'font/woff2', 'a font'],
])('%s is kept for good, since its name changes with what is in it', async (path, type, content) => {
  const { status, headers, text } = await get(path);
  expect([status, headers.get('content-type'), text]).toEqual([200, type, content]);
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

it('another file is asked about each time', async () => {
  expect((await get('/console/licences.txt')).headers.get('cache-control')).toBe('no-cache');
});

it('a file of an earlier build is not the first page', async () => {
  const { status, text } = await get('/console/assets/main-0f0f0f.js');
  expect([status, JSON.parse(text)]).toMatchObject([404, { code: 'NOT_FOUND' }]);
});

it.each([
  ['br', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ['gzip', (bytes: Buffer) => gunzipSync(bytes)],
  ['', (bytes: Buffer) => bytes],
])('goes out as the browser takes it: %s', async (encoding, read) => {
  const { headers, bytes } = await getRaw('/console/assets/main-1a2b3c.js', {
    'accept-encoding': encoding === '' ? 'identity' : encoding,
  });
  expect(headers).toMatchObject({
    vary: 'accept-encoding',
    ...(encoding !== '' && { 'content-encoding': encoding }),
  });
  expect(String(read(bytes))).toBe(SCRIPT);
});

it.each([
  '/console/../secret.txt',
  '/console/..%2fsecret.txt',
  '/console/%2e%2e/secret.txt',
  '/console/assets/../../secret.txt',
  '/console//etc/passwd',
  '/console/..\\secret.txt',
])('%s leads to no file beside them', async (path) => {
  const { bytes } = await getRaw(path);
  expect(String(bytes)).not.toContain('beside the folder');
  expect(String(bytes)).not.toContain('root:');
});

it('its policy lets in its own files, and no HTML or script that is made up', async () => {
  const directives = new Set((await get('/console/')).headers.get('content-security-policy')?.split(';'));
  for (const one of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
    expect(directives).toContain(one);
  expect(directives.size).toBe(11);
});

it('a browser at the root gets the console, a program the links', async () => {
  const { status, headers } = await get('/', { accept: BROWSER });
  expect([status, headers.get('location')]).toEqual([302, '/console/']);
  expect(JSON.parse((await get('/')).text)).toMatchObject({ name: 'Pledgeline' });
});

describe('without a build', () => {
  it('everything else is served', async () => {
    expect((await get('/boards', {}, bare)).status).toBe(200);
    const root = await get('/', { accept: BROWSER }, bare);
    expect([root.status, root.text]).toEqual([200, expect.stringContaining('href="/docs"')]);
  });

  it('42. a program is told so, and a person where the API is; both how to build it', async () => {
    const program = await get('/console/pledges', {}, bare);
    expect([program.status, JSON.parse(program.text)]).toMatchObject([503, { code: 'CONSOLE_NOT_BUILT' }]);
    const person = await get('/console/pledges', { accept: BROWSER }, bare);
    expect([person.status, person.text]).toEqual([503, expect.stringContaining('href="/docs"')]);
    for (const { text } of [program, person]) expect(text).toContain('`npm run console` builds them');
    expect((await get('/', { accept: BROWSER }, bare)).text).not.toContain('npm run console');
  });
});
