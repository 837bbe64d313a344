/** The refusals that docs/openapi.json lists are sent: each of those that a single request can bring about, of each operation. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { OpenApiDocument } from './merged-openapi.ts';
import { operationsOf } from './testing/access-matrix.ts';
import type { OperationAccess } from './testing/access-matrix.ts';
import { asker } from './testing/ask.ts';
import type { Ask, Question } from './testing/ask.ts';
import type { Reply } from './testing/reply.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { exampleBody } from './testing/request-examples.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument;

const answersOf = ({ method, path }: OperationAccess): readonly string[] =>
  Object.keys((document.paths[path]?.[method.toLowerCase()] as { responses: object }).responses);

const operations = operationsOf(document);
const that = (list: string): readonly OperationAccess[] =>
  operations.filter((operation) => answersOf(operation).includes(list));
const without = (list: string): readonly OperationAccess[] =>
  operations.filter((operation) => !answersOf(operation).includes(list));

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

/** Ids that are well formed, and of nothing. */
const NOTHING: Readonly<Record<string, string>> = {
  code: 'no-such-code',
  edition: '2021-06-01',
  mission: 'NOWHERE',
  report: 'no-such-report',
  group: 'no-such-group',
  revision: '0',
};

/** What a question has to say besides. */
const NEEDED: Readonly<Record<string, string>> = {
  '/pledges/{pledgeId}/difference': '?from=0&to=0',
  '/requirement-sets/{code}/difference': '?from=2021-06-01&to=2022-03-01',
  '/reports/{report}/counted': '?group=all&figure=pledges',
};

const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => NOTHING[name] ?? '01890a5d-ac96-774b-bcce-b302099a8057');

/** In a role that may: of the Secretariat where one may, otherwise of a state. */
const allowed = ({ rule }: OperationAccess): Readonly<Record<string, string>> => {
  const roles = (rule?.roles ?? []).filter((one) => one !== 'SYSTEM');
  const role = roles.find((one) => one !== 'MS' && one !== 'PARTNER') ?? roles[0] ?? 'PUBLIC';
  return {
    'x-pledgeline-actor': 'somebody',
    'x-pledgeline-role': role,
    ...((role === 'MS' || role === 'PARTNER') && { 'x-pledgeline-state': 'RWA' }),
  };
};

const send = (operation: OperationAccess, question: Question = {}): Promise<Reply> => {
  const { method, path } = operation;
  const { headers, ...more } = question;
  const body = method === 'POST' ? { body: exampleBody(path) } : {};
  return ask(filled(path) + (NEEDED[path] ?? ''), {
    method,
    headers: { ...allowed(operation), ...headers },
    ...body,
    ...more,
  });
};

/** The answer to a body of so many bytes, of which none is sent: a server that hangs up meanwhile cannot be written to. */
const announced = async (operation: OperationAccess, bytes: number): Promise<number | undefined> => {
  const sending = request(new URL(filled(operation.path), server.url), {
    method: operation.method,
    headers: { ...allowed(operation), 'content-type': 'application/json', 'content-length': bytes },
  });
  sending.flushHeaders();
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  sending.destroy();
  return answer.statusCode;
};

it.each(that('400'))('$operation: 400 for a header that cannot be understood', async (operation) => {
  const { status } = await send(operation, { headers: { 'x-pledgeline-role': 'NOBODY' } });
  expect(status).toBe(400);
});

it.each(that('404').filter(({ path }) => path.includes('{')))(
  '$operation: 404 for what there is not',
  async (operation) => {
    const { status, body } = await send(operation);
    expect([status, body.code]).toEqual([
      404,
      expect.stringMatching(/_NOT_FOUND$|^UNKNOWN_PLEDGE$|^VISIT_NOT_SCHEDULED$/),
    ]);
  },
);

it.each(that('412').filter(({ path }) => !path.includes('{')))(
  '$operation: 412 for a revision that there is not',
  async (operation) => {
    const { status } = await send(operation, { headers: { 'if-match': '"9"' } });
    expect(status).toBe(operation.operation === 'SkipEvent' ? 404 : 412);
  },
);

it.each(that('413'))('$operation: 413 for a body that is too large', async (operation) => {
  expect(await announced(operation, 1_100_000)).toBe(413);
});

it.each(that('415'))('$operation: 415 for a body that is no JSON', async (operation) => {
  const { status } = await send(operation, { body: 'text', headers: { 'content-type': 'text/plain' } });
  expect(status).toBe(415);
});

it.each(that('304'))('$operation: 304 for whoever has any answer', async (operation) => {
  const { status, type } = await send(operation, { headers: { 'if-none-match': '*' } });
  // A cache takes over what it says of the type.
  if (status === 304) expect(type).toBe('application/json; charset=utf-8');
  expect(operation.path.includes('{') ? [304, 404] : [304]).toContain(status);
});

it('404, 412 and 413 are listed only where they are sent', () => {
  expect(without('404').filter(({ path }) => path.includes('{'))).toEqual([]);
  expect(without('413').map(({ method }) => method)).not.toContain('POST');
  expect(that('412').map(({ method }) => method)).not.toContain('GET');
});
