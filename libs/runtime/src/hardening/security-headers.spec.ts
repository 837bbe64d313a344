/** What a browser is told about each kind of answer. Whether the page of the API still works is tried in a real browser. */
import { hardenedService } from '../testing/hardened-service.ts';
import type { HardenedService } from '../testing/hardened-service.ts';

let service: HardenedService;
beforeAll(async () => {
  service = await hardenedService();
});
afterAll(() => service.close());

const headersOf = async (path: string, init?: RequestInit): Promise<Headers> => {
  const response = await fetch(service.url + path, init);
  // Read to its end: the server waits for what is being sent.
  await response.text();
  return response.headers;
};

it.each([
  ['an answer', '/boards'],
  ['a refusal', '/nowhere'],
  ['what is our fault', '/boards/broken'],
  ['an address that cannot be read', '/%ff'],
  ['health', '/health/live'],
  ['the document of the API', '/openapi.json'],
])('%s is data: nothing in it is run, framed, guessed at or kept', async (_, path) => {
  const headers = await headersOf(path);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

it.each(['/docs', '/docs/swagger-ui-bundle.js', '/sign-in'])(
  '%s may load files of ours, and run nothing that stands in a page',
  async (path) => {
    const policy = (await headersOf(path)).get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
  },
);

it('styles may stand in the page of the API only', async () => {
  expect((await headersOf('/sign-in')).get('content-security-policy')).not.toContain('unsafe');
});

it('nobody is told what the server is made of, and pages of ours are not framed', async () => {
  const headers = await headersOf('/boards');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('server')).toBeNull();
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('strict-transport-security')).toContain('max-age=');
});

it('no other origin may read an answer, or ask for leave', async () => {
  const origin = 'https://elsewhere.example';
  const asked = await headersOf('/boards', { headers: { origin } });
  const preflight = await headersOf('/boards', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });
  for (const headers of [asked, preflight]) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  expect(asked.get('cross-origin-resource-policy')).toBe('same-origin');
});
