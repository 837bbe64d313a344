import { HttpException } from '@nestjs/common';
import { AppendTooLarge, ChangedSince, Rejected, StoreUnavailable } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { BadRequest } from './bad-request.ts';
import { problemOf } from './problem.ts';

it.each([
  ['invalid', 422],
  ['missing', 404],
  ['conflict', 409],
  ['forbidden', 403],
] as const)('a refusal of kind %s is %i, with its code and details', (kind, status) => {
  const refusal = new Rejected(kind, 'SOME_CODE', 'in words', { allowed: ['This'] });
  expect(problemOf(refusal, 'id-1')).toEqual({
    type: 'urn:pledgeline:problem:some-code',
    title: expect.any(String),
    status,
    detail: 'in words',
    code: 'SOME_CODE',
    instance: 'id-1',
    allowed: ['This'],
  });
});

it('a detail cannot take the place of what RFC 9457 names', () => {
  const details = { status: 'SCHEDULED', type: 't', title: 't', detail: 'd', code: 'c', instance: 'i' };
  const problem = problemOf(new Rejected('conflict', 'WRONG_ORDER', 'in words', details), 'id-1');
  expect(problem).toMatchObject({ status: 409, code: 'WRONG_ORDER', detail: 'in words', instance: 'id-1' });
});

it('a bad request names its fields', () => {
  const errors = [{ field: 'partners.0', message: 'must say something' }];
  const problem = problemOf(new BadRequest('VALIDATION_FAILED', 'words', errors), 'id-1');
  expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', errors });
});

it('a sender who came second reads which events came since, without their content', () => {
  const since = [1, 2].map((revision) =>
    recorded({ type: 'NoteTaken', data: { text: 'the secret' } }, revision, 'note-1'),
  );
  const problem = problemOf(new ChangedSince('note-1', 0, 2, since), 'id-1');
  expect(problem).toMatchObject({
    status: 412,
    code: 'VERSION_CONFLICT',
    stream: 'note-1',
    expected: 0,
    actual: 2,
    eventsSince: since.map(({ id, type, revision, recordedAt, metadata }) => ({
      id,
      type,
      revision,
      recordedAt,
      occurredOn: metadata.occurredOn,
    })),
  });
  expect(JSON.stringify(problem)).not.toContain('secret');
});

it('a store that cannot answer is 503, and says when to come back', () => {
  const problem = problemOf(new StoreUnavailable('the disk is full', 5), 'id-1');
  expect(problem).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE', retryAfter: 5 });
});

it('what is too large to be recorded is 422, with its size and the limit', () => {
  const problem = problemOf(new AppendTooLarge(1_034_221, 1_000_000), 'id-1');
  expect(problem).toMatchObject({
    status: 422,
    code: 'APPEND_TOO_LARGE',
    size: 1_034_221,
    limit: 1_000_000,
    detail: 'This would record 1,034,221 bytes at once. The limit is 1,000,000 bytes.',
  });
  expect(problemOf(new AppendTooLarge(5, null), 'id-1')).not.toHaveProperty('limit');
});

it.each([
  [404, 'NOT_FOUND'],
  [413, 'BODY_TOO_LARGE'],
  [415, 'MEDIA_TYPE_NOT_SUPPORTED'],
  [418, 'BAD_REQUEST'],
])('what the framework refuses with %i has a code of ours: %s', (status, code) => {
  expect(problemOf(new HttpException('words', status), 'id-1')).toMatchObject({
    status,
    code,
  });
});

it('only what is refused for its media type says which one is taken', () => {
  const refused = [404, 413, 415, 418].map((status) => problemOf(new HttpException('words', status), 'id-1'));
  expect(refused.map(({ allowed }) => allowed)).toEqual([
    undefined,
    undefined,
    ['application/json'],
    undefined,
  ]);
});

it.each([[new Error('the secret')], [new HttpException('the secret', 500)], ['the secret'], [undefined]])(
  'anything else is our fault, and does not say what: %s',
  (error) => {
    const problem = problemOf(error, 'id-1');
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL', instance: 'id-1' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  },
);
