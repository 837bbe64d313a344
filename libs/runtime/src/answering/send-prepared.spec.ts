/** Bytes as they go out: whole, compressed, or not at all where the caller has them. */
import { gunzipSync } from 'node:zlib';
import { prepared } from './prepared-answer.ts';
import { sendPrepared } from './send-prepared.ts';

const large = { items: Array.from({ length: 200 }, (_, n) => ({ reference: `2021-seoul/RWA/INF-BN-${n}` })) };

const send = (content: unknown, headers: Record<string, string>, untagged: readonly string[] = []) => {
  const sent: Record<string, string> = {};
  let status = 200;
  const reply = {
    status: (code: number) => ((status = code), reply),
    header: (name: string, value: string) => ((sent[name] = value), reply),
  };
  const body = sendPrepared({ ...prepared({ content, untagged }), ageMs: 1900 }, headers, reply);
  return { status, headers: sent, body: Buffer.from(body) };
};

it.each([
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['br;q=1, gzip;q=0.5', true],
  ['*', true],
  ['gzip;q=0', false],
  ['identity', false],
  ['identity, gzip;q=0.1', false],
  ['br', false],
  ['', false],
])('accept-encoding %j', (accepted, isCompressed) => {
  const { headers, body } = send(large, { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(isCompressed ? 'gzip' : undefined);
  const text = (isCompressed ? gunzipSync(body) : body).toString();
  expect(JSON.parse(text)).toEqual(large);
});

it('what is short is sent as it is', () => {
  expect(send({ items: [] }, { 'accept-encoding': 'gzip' }).headers).not.toHaveProperty('content-encoding');
});

it('says how old it is, in whole seconds', () => {
  expect(send(large, {}).headers['age']).toBe('1');
});

it('a tag begins with the revision of what is shown, and changes with anything that is', () => {
  const tagOf = (content: object): string => send(content, {}).headers['etag'] ?? '';
  expect(tagOf({ revision: 3, status: 'ANNOUNCED' })).toMatch(/^"3\.[0-9a-f]{12}"$/);
  expect(tagOf({ revision: 3, status: 'ANNOUNCED' })).not.toBe(tagOf({ revision: 3, status: 'LAPSED' }));
});

it('of what has no revision it is the digest alone, which no command can name', () => {
  expect(send({ items: [] }, {}).headers['etag']).toMatch(/^"[0-9a-f]{12}"$/);
});

it('says nothing of caches: that no answer is kept by them is said for all', () => {
  expect(send(large, {}).headers).not.toHaveProperty('cache-control');
});

it('the moment of the computation makes no other content', () => {
  const at = (computedAt: string) => send({ groups: [1], computedAt }, {}, ['computedAt']).headers['etag'];
  expect(at('2026-01-01T00:00:00Z')).toBe(at('2026-01-02T00:00:00Z'));
});

describe('who has it already', () => {
  const plain = send(large, {}).headers['etag'] ?? '';
  it.each([
    [plain, 304],
    [`W/${plain}`, 304],
    [`"other", ${plain}`, 304],
    ['*', 304],
    ['"other"', 200],
    ['', 200],
  ])('if-none-match %s', (ifNoneMatch, status) => {
    const sent = send(large, { 'if-none-match': ifNoneMatch });
    expect(sent.status).toBe(status);
    expect(sent.body.length > 0).toBe(status === 200);
    expect(sent.headers['etag']).toBe(plain);
  });

  it('the tag of the compressed bytes does too', () => {
    const { headers } = send(large, { 'accept-encoding': 'gzip' });
    expect(headers['etag']).toBe(`W/${plain}`);
    const again = { 'accept-encoding': 'gzip', 'if-none-match': headers['etag'] ?? '' };
    expect(send(large, again).status).toBe(304);
  });
});
