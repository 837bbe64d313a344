/** Who may not send is refused by the head of his request: nobody asks for his body, waits for it or reads it. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { startIssuer } from './testing/issuer.ts';
import type { TestIssuer } from './testing/issuer.ts';
import { hardenedService } from './testing/hardened-service.ts';
import type { HardenedService } from './testing/hardened-service.ts';

let issuer: TestIssuer;
let service: HardenedService;
beforeAll(async () => {
  issuer = await startIssuer({});
  service = await hardenedService({
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    PLEDGELINE_RATE_PER_SUBJECT: '5',
  });
});
afterAll(async () => {
  await service.close();
  await issuer.leave();
});

type Fields = Readonly<Record<string, string>>;

let known = 0;
/** Somebody who has not asked before, in this role. */
const somebody = async (role: string): Promise<Fields> => {
  known += 1;
  return { authorization: `Bearer ${await issuer.sign({ sub: `somebody.${known}`, roles: [role] })}` };
};
const json = { 'content-type': 'application/json' };

interface Head {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Fields;
}

const headOf = ({ method = 'POST', path = '/boards', headers }: Head): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: here',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

/** A connection of which whole answers are read, one after the other. */
const connected = () => {
  const socket = service.connect();
  let text = '';
  socket.setEncoding('utf8').on('data', (more: string) => (text += more));
  return {
    socket,
    /** The next answer, without the interim answer before it; its body has the length that it says. */
    answer: async (): Promise<string> => {
      for (;;) {
        const [, head = '', length = ''] = /^([^]*?\r\ncontent-length: (\d+)[^]*?\r\n\r\n)/i.exec(text) ?? [];
        const end = head.length + Number(length);
        if (head !== '' && text.length >= end) {
          const answer = text.slice(0, end);
          text = text.slice(end);
          return answer;
        }
        await once(socket, 'data');
      }
    },
  };
};

const said = async (head: Head, more: (socket: Socket) => void = () => undefined): Promise<string> => {
  const { socket, answer } = connected();
  socket.write(headOf(head));
  more(socket);
  const heard = await answer();
  socket.destroy();
  return heard;
};

const LARGE = { ...json, 'content-length': '900000' };

type Refusal = readonly [what: string, role: string | null, head: Head, status: number, code: string];

/** Whose, what, and how it is refused; none of them ever sends its body. */
const refusals: readonly Refusal[] = [
  ['nobody’s', null, { headers: LARGE }, 401, 'SIGN_IN_NEEDED'],
  [
    'nobody’s, in pieces',
    null,
    { headers: { ...json, 'transfer-encoding': 'chunked' } },
    401,
    'SIGN_IN_NEEDED',
  ],
  ['nobody’s, of no type', null, { headers: { 'content-length': '9' } }, 401, 'SIGN_IN_NEEDED'],
  ['nobody’s, to no address', null, { path: '/nowhere', headers: LARGE }, 404, 'NOT_FOUND'],
  ['of a bad token', null, { headers: { ...LARGE, authorization: 'Bearer x' } }, 401, 'TOKEN_NOT_VALID'],
  ['of who may not', 'DESK', { path: '/boards/burned', headers: LARGE }, 403, 'FORBIDDEN'],
  ['to no address', 'DESK', { path: '/nowhere', headers: LARGE }, 404, 'NOT_FOUND'],
  ['by no method', 'DESK', { method: 'PUT', headers: LARGE }, 405, 'METHOD_NOT_ALLOWED'],
  [
    'to an unreadable question',
    'DESK',
    { path: '/boards?toString=1', headers: LARGE },
    400,
    'QUERY_NOT_USABLE',
  ],
  ['too large', 'DESK', { headers: { ...json, 'content-length': '1000001' } }, 413, 'BODY_TOO_LARGE'],
  [
    'not JSON',
    'DESK',
    { headers: { 'content-type': 'text/xml', 'content-length': '9' } },
    415,
    'MEDIA_TYPE_NOT_SUPPORTED',
  ],
];

it.each(refusals)('a body is not read: %s', async (_, role, head, status, code) => {
  const sender = role === null ? {} : await somebody(role);
  const headers = { ...head.headers, ...sender, 'x-correlation-id': 'of-this-request' };
  const heard = await said({ ...head, headers });
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(heard).toMatch(/\r\nx-correlation-id: of-this-request\r\n/i);
  expect(heard).toMatch(/\r\ncontent-type: application\/problem\+json/i);
  const problem: unknown = JSON.parse(heard.slice(heard.indexOf('\r\n\r\n')));
  expect(problem).toMatchObject({ status, code, instance: 'of-this-request' });
});

it.each(refusals.filter(([, , , status]) => status !== 415))(
  'a body that waits to be asked for is not asked for: %s',
  async (_, role, head, status) => {
    const sender = role === null ? {} : await somebody(role);
    const headers = { ...head.headers, ...sender, expect: '100-continue' };
    expect(await said({ ...head, headers })).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  },
);

it('whoever asks too often is refused without his body, too', async () => {
  const head = { path: '/boards/burned', headers: { ...LARGE, ...(await somebody('DESK')) } };
  for (let n = 0; n < 5; n += 1) expect(await said(head)).toMatch(/^HTTP\/1\.1 403 /);
  expect(await said(head)).toMatch(/^HTTP\/1\.1 429 [^]*\r\nretry-after: /i);
});

it('whoever may send is asked for his body when he waits for that, and not before he is known', async () => {
  const body = '{"word":"a"}';
  const headers = { ...json, ...(await somebody('DESK')), 'content-length': String(body.length) };
  const waiting = connected();
  waiting.socket.write(headOf({ headers: { ...headers, expect: '100-continue' } }));
  await once(waiting.socket, 'data');
  waiting.socket.write(body);
  expect(await waiting.answer()).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  waiting.socket.destroy();
});

it('a body that comes all the same is thrown away, and the connection goes on', async () => {
  const { socket, answer } = connected();
  socket.write(headOf({ headers: LARGE }));
  expect(await answer()).toMatch(/^HTTP\/1\.1 401 /);
  socket.write('x'.repeat(900_000));
  socket.write(headOf({ method: 'GET', headers: {} }));
  expect(await answer()).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});

it('what everybody may send is short', async () => {
  const local = await hardenedService();
  const ask = (length: number) =>
    fetch(`${local.url}/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify('x'.repeat(length)),
    });
  expect((await ask(9000)).status).toBe(400);
  expect((await ask(10_000)).status).toBe(413);
  await local.close();
});

it('what has no rule is for nobody', async () => {
  const answer = await fetch(`${service.url}/boards/forgotten`, { headers: await somebody('ADMIN') });
  expect([answer.status, await answer.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'NO_ACCESS_RULE' }),
  ]);
});
