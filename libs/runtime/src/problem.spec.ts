import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { HttpException } from '@nestjs/common';
import type { Caller } from '@pledgeline/contracts';
import { Rejected, StoreUnavailable, WrongExpectedRevision } from '@pledgeline/event-sourcing';
import { BadRequest } from './bad-request.ts';
import { problemOf } from './problem.ts';
import { noteId, notes } from './testing/notes.ts';

const AUDITOR: Caller = { subject: 'an.auditor', role: 'AUDITOR', state: null };
const NOW = '2026-01-15T09:00:00.000Z';
const store = sqliteEventStore({ path: ':memory:', clock: () => NOW });
afterAll(() => store.close());

it.each([
  ['invalid', 422],
  ['missing', 404],
  ['conflict', 409],
  ['forbidden', 403],
] as const)('a refusal of kind %s is %i, with its code and details', async (kind, status) => {
  const refusal = new Rejected(kind, 'SOME_CODE', 'in words', { allowed: ['This'] });
  expect(await problemOf(refusal, 'id-1', store, AUDITOR)).toEqual({
    type: 'urn:pledgeline:problem:some-code',
    title: expect.any(String),
    status,
    detail: 'in words',
    code: 'SOME_CODE',
    instance: 'id-1',
    allowed: ['This'],
  });
});

it('a detail cannot take the place of what RFC 9457 names', async () => {
  const details = { status: 'SCHEDULED', type: 't', title: 't', detail: 'd', code: 'c', instance: 'i' };
  const problem = await problemOf(
    new Rejected('conflict', 'WRONG_ORDER', 'in words', details),
    'id-1',
    store,
    AUDITOR,
  );
  expect(problem).toMatchObject({ status: 409, code: 'WRONG_ORDER', detail: 'in words', instance: 'id-1' });
});

it('a bad request names its fields', async () => {
  const errors = [{ field: 'partners.0', message: 'must say something' }];
  const problem = await problemOf(
    new BadRequest('VALIDATION_FAILED', 'words', errors),
    'id-1',
    store,
    AUDITOR,
  );
  expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', errors });
});

it('a writer who came second is told what happened since, without its content', async () => {
  await store.append('note-1', 'no-stream', notes('a', 'b', 'c'));
  const problem = await problemOf(new WrongExpectedRevision('note-1', 0, 2), 'id-1', store, AUDITOR);
  expect(problem).toMatchObject({
    status: 412,
    code: 'VERSION_CONFLICT',
    stream: 'note-1',
    expected: 0,
    actual: 2,
    eventsSince: [
      { id: noteId('b'), type: 'NoteTaken', revision: 1, recordedAt: NOW, occurredOn: '2026-01-14' },
      { id: noteId('c'), type: 'NoteTaken', revision: 2, recordedAt: NOW, occurredOn: '2026-01-14' },
    ],
  });
  expect(JSON.stringify(problem)).not.toContain('secret');
});

it('a writer is not told what it may not read', async () => {
  const writer: Caller = { subject: 'a.state', role: 'MS', state: 'RWA' };
  const problem = await problemOf(new WrongExpectedRevision('note-1', 0, 2), 'id-1', store, writer);
  expect(problem).toMatchObject({ code: 'VERSION_CONFLICT', eventsSince: [] });
});

it('a writer who expected nothing is told everything', async () => {
  await store.append('note-2', 'no-stream', notes('d'));
  const problem = await problemOf(
    new WrongExpectedRevision('note-2', 'no-stream', 0),
    'id-1',
    store,
    AUDITOR,
  );
  expect(problem['eventsSince']).toHaveLength(1);
});

it('a store that cannot answer is 503, and says when to come back', async () => {
  const problem = await problemOf(new StoreUnavailable('the disk is full', 5), 'id-1', store, AUDITOR);
  expect(problem).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE', retryAfter: 5 });
});

it.each([
  [404, 'NOT_FOUND'],
  [413, 'BODY_TOO_LARGE'],
  [415, 'MEDIA_TYPE_NOT_SUPPORTED'],
  [418, 'BAD_REQUEST'],
])('what the framework refuses with %i has a code of ours: %s', async (status, code) => {
  expect(await problemOf(new HttpException('words', status), 'id-1', store, AUDITOR)).toMatchObject({
    status,
    code,
  });
});

it.each([[new Error('the secret')], [new HttpException('the secret', 500)], ['the secret'], [undefined]])(
  'anything else is our fault, and does not say what: %s',
  async (error) => {
    const problem = await problemOf(error, 'id-1', store, AUDITOR);
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL', instance: 'id-1' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  },
);
