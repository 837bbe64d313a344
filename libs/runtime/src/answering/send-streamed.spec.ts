/** Answers that are made while they are read, over a real connection: made no faster than they are read, and no longer. */
import 'reflect-metadata';
import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { StreamedAnswer } from '@pledgeline/event-sourcing';
import { until } from '@pledgeline/event-sourcing/testing';
import { AnsweringAdapter } from '../answering-adapter.ts';

const PIECE_BYTES = 64 * 1024;
/** More than the buffers of both ends of a connection hold. */
const MOST_IN_BUFFERS = 32 * 1024 * 1024;
const ENDLESS = Infinity;

const made = { pieces: 0, isEnded: false };
let upTo = ENDLESS;
let fault: Error | undefined;

async function* pieces(): AsyncGenerator<Uint8Array> {
  try {
    while (made.pieces < upTo) {
      made.pieces += 1;
      yield Promise.resolve(new Uint8Array(PIECE_BYTES).fill(made.pieces));
    }
    if (fault !== undefined) throw fault;
  } finally {
    made.isEnded = true;
  }
}

@Controller()
class PiecesController {
  @Get('pieces')
  answer(): StreamedAnswer {
    return { mediaType: 'application/zip', fileName: 'a.zip', pieces: pieces() };
  }

  @Get('other')
  other(): object {
    return {};
  }
}
@Module({ controllers: [PiecesController] })
class PiecesModule {}

let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(PiecesModule, new AnsweringAdapter(), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());
beforeEach(() => {
  Object.assign(made, { pieces: 0, isEnded: false });
  upTo = ENDLESS;
  fault = undefined;
});

it('comes whole, with what it is, and without a length or a tag', async () => {
  upTo = 20;
  const answer = await fetch(`${url}/pieces`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBe(20 * PIECE_BYTES);
  expect([...new Set(bytes)]).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
    'application/zip',
    'attachment; filename="a.zip"',
  ]);
  expect([answer.headers.has('content-length'), answer.headers.has('etag')]).toEqual([false, false]);
});

it('who reads nothing has no more made than connections hold, and what was made ends when he goes away', async () => {
  const request = get(`${url}/pieces`);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.pause();
  // As long as others are answered, it had the time to go on.
  for (let n = 0; n < 200; n += 1) await (await fetch(`${url}/other`)).json();
  expect(made.pieces * PIECE_BYTES).toBeLessThan(MOST_IN_BUFFERS);
  expect(made.isEnded).toBe(false);
  request.destroy();
  await until('it is ended', () => made.isEnded);
});

it('one that cannot be made to its end is seen to end early', async () => {
  upTo = 3;
  fault = new Error('the rest cannot be made');
  const answer = await fetch(`${url}/pieces`);
  await expect(answer.arrayBuffer()).rejects.toThrow();
});

it('nothing is read of it where only its headers are asked for', async () => {
  const answer = await fetch(`${url}/pieces`, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-type'), made.pieces]).toEqual([
    200,
    'application/zip',
    0,
  ]);
});

it('no proxy gathers it before it hands it on', async () => {
  upTo = 1;
  const answer = await fetch(`${url}/pieces`);
  await answer.arrayBuffer();
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
});
