/** A service with a slice of no business, listening: what it answers before the slice is asked, and how it ends. */
import 'reflect-metadata';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { ApiOperation } from '@nestjs/swagger';
import { EVERYBODY } from '@pledgeline/contracts';
import type { AccessRule } from '@pledgeline/contracts';
import { EVENT_STORE, Rejected } from '@pledgeline/event-sourcing';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { configurationFrom } from './configuration.ts';
import { createService } from './create-service.ts';
import { createLogger } from './logging.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tells how often Nest called its hooks. */
class Hooks {
  readonly called: string[] = [];

  onModuleInit(): void {
    this.called.push('init');
  }

  onApplicationBootstrap(): void {
    this.called.push('bootstrap');
  }

  onModuleDestroy(): void {
    this.called.push('destroy');
  }
}

@Controller('notes')
class NotesController {
  @Get()
  @ApiOperation({ operationId: 'list' })
  list(): readonly string[] {
    return [];
  }

  @Post('taken')
  @ApiOperation({ operationId: 'take' })
  take(): readonly string[] {
    return [];
  }

  @Get(':id')
  @ApiOperation({ operationId: 'refuse' })
  refuse(): never {
    throw new Rejected('conflict', 'NOT_PUT_WELL', 'in words', { details: 1n });
  }

  @EventPattern('notes')
  work(_batch: readonly RecordedEvent[]): void {
    // A consumer, so that there is a delivery to start.
  }
}

const OPEN: AccessRule = { roles: EVERYBODY, reach: 'SAME' };

@Module({ controllers: [NotesController], providers: [{ provide: Hooks, useFactory: () => new Hooks() }] })
class NotesModule {
  static readonly access = { list: OPEN, take: OPEN, refuse: OPEN };
}

const started = async (timeoutMs?: number) => {
  const service = await createService({
    configuration: configurationFrom({ PLEDGELINE_DATA: folder, PORT: '0' }),
    slices: [NotesModule],
    log: createLogger('silent', 'test'),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const url = await service.listen();
  const { hostname, port } = new URL(url);
  const say = async (words: string): Promise<string> => {
    const socket = connect(Number(port), hostname);
    socket.end(words);
    return text(socket);
  };
  return {
    url,
    app: service.app,
    say,
    connect: () => connect(Number(port), hostname),
    close: () => service.close(),
  };
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

  it('an address that there is, asked in a way that there is not', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${service.url}/notes/7?why=not`, { method });
      expect(response.headers.get('allow')).toBe('GET, HEAD');
      expect(await response.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
      expect(response.status).toBe(405);
    }
    expect((await fetch(`${service.url}/notes/7/8`, { method: 'PUT' })).status).toBe(404);
    expect((await fetch(`${service.url}/notes/`, { method: 'PUT' })).status).toBe(404);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'a%00'])(
    'a question by %s, which nobody knows',
    async (name) => {
      expect(await ask(`/notes?${name}=1`)).toMatchObject({
        status: 400,
        code: 'QUERY_NOT_USABLE',
        errors: [{ field: name.replace('%00', '\u{FFFD}') }],
      });
    },
  );

  it('a refusal that cannot be written down is our fault, and the service goes on', async () => {
    expect(await ask('/notes/7')).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect((await fetch(`${service.url}/notes`)).status).toBe(200);
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
  socket.write('POST /notes/taken HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n');
  socket.write('content-length: 100\r\nexpect: 100-continue\r\n\r\n');
  await begun;
  socket.on('error', () => undefined);
  await service.close();
});

it('the hooks of a slice are called once each, although it stands in a server and in a consumer', async () => {
  const service = await started();
  const { called } = service.app.get(Hooks);
  expect(called).toEqual(['init', 'bootstrap']);
  await service.close();
  expect(called).toEqual(['init', 'bootstrap', 'destroy']);
});

it('while it stops, an open connection is told to come back', async () => {
  const service = await started();
  const [held, open] = [service.connect(), service.connect()];
  const [heldAnswer, openAnswer] = [text(held), text(open)];
  await Promise.all([once(held, 'connect'), once(open, 'connect')]);
  const begun = once(held, 'readable');
  held.write('POST /notes/taken HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n');
  held.write('content-length: 2\r\nexpect: 100-continue\r\n\r\n');
  // "100 Continue": a request is in flight, so the end has to wait.
  await begun;
  const closed = service.close();
  open.write('GET /notes HTTP/1.1\r\nhost: here\r\n\r\n');
  const answer = await openAnswer;
  expect(answer).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toMatch(/\r\nretry-after: \d+\r\n/i);
  expect(problemIn(answer)).toMatchObject({ status: 503, code: 'STOPPING' });
  held.write('{}');
  const whole = await heldAnswer;
  expect(whole).toContain('HTTP/1.1 200 ');
  // Or a client would send its next request into a connection that is just being closed.
  expect(whole).toMatch(/\r\nconnection: close\r\n/i);
  await closed;
});

it('a log that cannot be read makes it not ready, in a problem that says why', async () => {
  const service = await started();
  await service.app.get<EventStore>(EVENT_STORE).close();
  const response = await fetch(`${service.url}/health/ready`);
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  expect(await response.json()).toMatchObject({
    status: 503,
    code: 'NOT_READY',
    instance: response.headers.get('x-correlation-id'),
    detail: expect.stringContaining('the log cannot be read'),
    groups: [expect.objectContaining({ group: 'notes' })],
  });
  await service.close();
});
