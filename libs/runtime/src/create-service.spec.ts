/** A service without slices, listening: what it answers before any slice is asked, and how it ends. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { configurationFrom } from './configuration.ts';
import { createService } from './create-service.ts';
import { createLogger } from './logging.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started = async (patienceMs?: number) => {
  const service = await createService({
    configuration: configurationFrom({ PLEDGELINE_DATA: folder, PORT: '0' }),
    slices: [],
    log: createLogger('silent', 'test'),
    ...(patienceMs !== undefined && { patienceMs }),
  });
  const url = await service.listen();
  const { hostname, port } = new URL(url);
  const say = async (words: string): Promise<string> => {
    const socket = connect(Number(port), hostname);
    socket.end(words);
    return text(socket);
  };
  return { url, say, connect: () => connect(Number(port), hostname), close: () => service.close() };
};

const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));

describe('what no route sees is a problem document too', () => {
  let service: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    service = await started();
  });
  afterAll(() => service.close());

  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(service.url + path);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    const body = (await response.json()) as { readonly status: number; readonly instance: string };
    expect(body).toMatchObject({
      status: response.status,
      instance: response.headers.get('x-correlation-id'),
    });
    return body;
  };

  it('an unknown address', async () => {
    expect(await ask('/nowhere')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('an address that is no text', async () => {
    expect(await ask('/%ff')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('words that are not HTTP', async () => {
    const answer = await service.say('HELO there\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*application\/problem\+json/);
    expect(problemIn(answer)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('headers that are too large', async () => {
    const answer = await service.say(`GET / HTTP/1.1\r\nhost: here\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(problemIn(answer)).toMatchObject({ status: 431, code: 'HEADERS_TOO_LARGE' });
  });

  it('the correlation id is that of the caller when it is a plain one', async () => {
    const given = async (id: string): Promise<string | null> =>
      (await fetch(`${service.url}/nowhere`, { headers: { 'x-correlation-id': id } })).headers.get(
        'x-correlation-id',
      );
    expect(await given('import-7')).toBe('import-7');
    expect(await given('<script>')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('a client that never finishes its request does not hold up the end', async () => {
  const service = await started(50);
  const socket = service.connect();
  const begun = once(socket, 'readable');
  socket.write('POST /nowhere HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n');
  socket.write('content-length: 100\r\nexpect: 100-continue\r\n\r\n');
  await begun;
  socket.on('error', () => undefined);
  await service.close();
});
