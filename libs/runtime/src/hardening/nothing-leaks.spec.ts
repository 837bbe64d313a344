/** What must not get out: how the inside is made, by answers; what callers prove themselves with, by the log. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '../logging.ts';
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';

let service: HardenedService;
beforeAll(async () => {
  service = await hardenedService();
});
afterAll(() => service.close());

it('an answer to what went wrong holds no stack, no message of the error, no path', async () => {
  const response = await fetch(`${service.url}/boards/broken`);
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).not.toMatch(/a detail of the inside|\bat \S+ \(|\.ts\b|node_modules|stack/);
  expect(JSON.parse(body)).toMatchObject({
    code: 'INTERNAL',
    instance: response.headers.get('x-correlation-id'),
  });
  expect(service.logged()).toContain('a detail of the inside');
});

it('what a caller proves itself with is found nowhere in the log, nor in a file of the server', async () => {
  const secret = 'correct-horse-battery-staple';
  const headers = {
    authorization: `Bearer ${secret}`,
    cookie: `pledgeline_session=${secret}; __Host-pledgeline_session=${secret}`,
    'x-csrf-token': secret,
    'content-type': 'application/json',
  };
  const sent = [
    ['GET', '/boards', undefined],
    ['GET', `/boards/broken?token=${secret}`, undefined],
    ['POST', '/boards', JSON.stringify({ word: secret })],
    ['POST', '/boards', `{"${secret}`],
    ['POST', '/session', JSON.stringify({ account: 'desk', secret, as: 'TOKEN' })],
  ] as const;
  for (const [method, path, body = null] of sent) await fetch(service.url + path, { method, headers, body });
  // Without the token, so that the error is reached.
  await fetch(`${service.url}/boards/broken`, { headers: { cookie: headers.cookie } });
  expect(service.logged()).toContain('request failed');
  expect(service.logged()).not.toContain(secret);
  const files = readdirSync(service.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  expect(files.length).toBeGreaterThan(1);
  expect(files.join('')).not.toContain(secret);
});

it.each(['authorization', 'cookie', 'set-cookie', 'x-csrf-token'])(
  'a line that holds %s by mistake is written without it',
  (name) => {
    const lines: string[] = [];
    const log = createLogger('info', 'test', { write: (line) => lines.push(line) });
    const err = Object.assign(new Error('refused'), { config: { headers: { [name]: 'secret' } } });
    log.info({ [name]: 'secret', headers: { [name]: 'secret' }, err }, 'asked');
    expect(lines.join('')).toContain('[Redacted]');
    expect(lines.join('')).not.toContain('secret');
  },
);
