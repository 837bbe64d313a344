/** Three services behind the files of the reverse proxy, on a real nginx: one address, and it answers like one process. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '@pledgeline/adapters/testing';
import { serviceProcess } from './testing/service-process.ts';
import type { ServiceProcess } from './testing/service-process.ts';
import { startProxy } from './testing/start-proxy.ts';
import type { Proxy } from './testing/start-proxy.ts';

const document = readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'pledgeline-test-'));
const services = new Map<string, ServiceProcess>();
let proxy: Proxy;

const launched = async (name: 'intake' | 'verification' | 'reporting'): Promise<string> => {
  const service = serviceProcess(name, await freePort(), { PLEDGELINE_DATA: join(folder, name) });
  services.set(name, service);
  await service.ready();
  return service.url;
};

beforeAll(async () => {
  const [intake, verification, reporting] = await Promise.all([
    launched('intake'),
    launched('verification'),
    launched('reporting'),
  ]);
  proxy = await startProxy({ intake, verification, reporting });
});

afterAll(async () => {
  await proxy.stop();
  await Promise.all([...services.values()].map((service) => service.end()));
  rmSync(folder, { recursive: true, force: true });
});

const desk = { 'x-pledgeline-actor': 'a.diallo', 'x-pledgeline-role': 'DESK' };

const ask = async (path: string, init: RequestInit = {}, address = proxy.url) => {
  const headers = { ...desk, 'content-type': 'application/json', ...(init.headers as object) };
  const { method } = init;
  const answer = await fetch(address + path, {
    ...init,
    headers,
    ...(method === 'POST' && { body: init.body ?? '{}' }),
  });
  const body = await answer.text();
  return { status: answer.status, headers: answer.headers, body, problem: asProblem(answer, body) };
};

const asProblem = (answer: Response, body: string): { readonly code?: string; readonly detail?: string } =>
  answer.headers.get('content-type')?.startsWith('application/problem+json')
    ? (JSON.parse(body) as { readonly code?: string })
    : {};

const { paths } = JSON.parse(document) as { paths: Record<string, object> };
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x')] as const),
);

it.each(operations)('%s %s reaches the service that has it', async (method, path) => {
  const { problem } = await ask(path, { method });
  expect(problem.detail ?? '').not.toMatch(/^Cannot /);
  expect(problem.code).not.toBe('METHOD_NOT_ALLOWED');
});

it.each(operations.filter(([, path]) => path.startsWith('/pledges/x')))(
  '%s %s reaches the service that has it by a reference too',
  async (method, path) => {
    const named = path.replace('/pledges/x', '/pledges/2021-seoul%2FKOR%2FINF-BN-7F3K2');
    const { problem } = await ask(`${named}?limit=1`, { method });
    expect(problem.detail ?? '').not.toMatch(/^Cannot /);
    expect(problem.code).not.toBe('METHOD_NOT_ALLOWED');
  },
);

it('headers pass in both directions', async () => {
  const headers = { 'x-correlation-id': 'through-the-proxy', 'idempotency-key': 'once' };
  const body = JSON.stringify({
    memberState: 'Rwanda',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    description: 'Through the proxy',
    source: 'Note verbale 2021/118',
    additional: true,
    additionalReason: 'One of several',
  });
  const first = await ask('/pledges', { method: 'POST', headers, body });
  expect(first).toMatchObject({ status: 201 });
  expect(first.headers.get('x-correlation-id')).toBe('through-the-proxy');
  expect(first.headers.get('location')).toMatch(/^\/pledges\/[\w-]+$/);
  expect(first.headers.get('etag')).toBe('"0"');
  const again = await ask('/pledges', { method: 'POST', headers, body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

it('what no service knows, and a wrong method, are problems told by a service', async () => {
  expect((await ask('/nothing/here')).problem.code).toBe('NOT_FOUND');
  const wrong = await ask('/pledges/x/matches', { method: 'GET' });
  expect(wrong.problem.code).toBe('METHOD_NOT_ALLOWED');
  expect(wrong.headers.get('allow')).toBe('POST');
});

it('HEAD is answered where GET is', async () => {
  expect((await ask('/reports/progress', { method: 'HEAD' })).status).toBe(200);
});

it.each([1_000_002, 9_000_000])('a body that is too large is a problem: %i bytes', async (size) => {
  const { status, problem } = await ask('/pledges', { method: 'POST', body: `"${'a'.repeat(size - 2)}"` });
  expect(status).toBe(413);
  expect(problem.code).toBe('BODY_TOO_LARGE');
});

it('the proxy hands on what the services take', async () => {
  const { status } = await ask('/pledges', { method: 'POST', body: `"${'a'.repeat(999_990)}"` });
  expect(status).toBe(400);
});

it('an address that is too long for the proxy is a problem', async () => {
  const { status, problem } = await ask(`/pledges?q=${'a'.repeat(20_000)}`);
  expect(status).toBe(414);
  expect(problem.code).toBe('URL_TOO_LONG');
});

it('what is no HTTP is a problem, too', async () => {
  const { hostname, port } = new URL(proxy.url);
  const socket = connect(Number(port), hostname);
  socket.end('GET /pledges HTTP/1.1\r\nno header\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toContain('"code":"BAD_REQUEST"');
});

it('serves the document of all services, and the page on which it is tried', async () => {
  expect((await ask('/openapi.json')).body).toBe(document);
  expect((await ask('/docs')).headers.get('content-type')).toContain('text/html');
  expect((await ask('/docs/swagger-ui-init.js')).body).toContain("url: '/openapi.json'");
});

it.each(['/pledges', '/nowhere', '/health/live', '/openapi.json'])(
  '%s lets browsers do nothing, and says so once, whoever answers',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';[^,]*frame-ancestors 'none'$/,
    );
  },
);

it('parameters arrive as they were sent', async () => {
  const heard: string[] = [];
  const stub = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => stub.once('listening', resolve));
  const url = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
  const stubbed = await startProxy({ intake: url, verification: url, reporting: url });
  try {
    const path = '/conferences/a%20b%25?after=pledge-1%401&x=%2F';
    await ask(path, {}, stubbed.url);
    expect(heard).toEqual([`GET ${path}`]);
  } finally {
    await stubbed.stop();
    stub.closeAllConnections();
    stub.close();
  }
});

it('a service that is away is a problem with Retry-After; the others go on', async () => {
  await services.get('verification')?.end('SIGKILL');
  const away = await ask('/visits', { method: 'POST', headers: { 'x-correlation-id': 'asked-in-vain' } });
  expect(away.status).toBe(503);
  expect(away.problem).toMatchObject({ code: 'SERVICE_UNAVAILABLE', instance: 'asked-in-vain' });
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(away.headers.get('x-correlation-id')).toBe('asked-in-vain');
  expect(away.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ask('/visits')).status).toBe(200);
  expect((await ask('/health/live')).body).toBe('{"status":"live"}');
});
