/** Every cell of docs/access.md at the real server: each operation in each role, for its own state and for another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasAddress, ROLES } from '@pledgeline/contracts';
import { accessPage, operationsOf } from './testing/access-matrix.ts';
import type { OpenApiDocument } from './merged-openapi.ts';
import { asker, offer } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import type { Reply } from './testing/reply.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { exampleBody } from './testing/request-examples.ts';

const docs = join(import.meta.dirname, '../../../docs');
const document = JSON.parse(readFileSync(join(docs, 'openapi.json'), 'utf8')) as OpenApiDocument;
const operations = operationsOf(document);

const OWN = 'RWA';
const OTHER = 'KOR';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let ids: Readonly<Record<string, string>>;

const as = (role: string, state?: string) => ({
  'x-pledgeline-actor': `${role}.${state ?? ''}`,
  'x-pledgeline-role': role,
  ...(state !== undefined && { 'x-pledgeline-state': state }),
});

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  const made = async (path: string, body: unknown, role: string): Promise<string> => {
    const { body: answer } = await ask(path, { method: 'POST', headers: as(role), body });
    const id = String(answer.location).split('/').at(-1) ?? '';
    await ask(`/pledges?after=${encodeURIComponent(String(answer.after))}`, { headers: as('DESK') });
    return id;
  };
  const pledgeId = await made('/pledges', offer('Tried by everybody'), 'DESK');
  const ideaId = await made('/ideas', exampleBody('/ideas'), 'DESK');
  const needId = await made('/needs', exampleBody('/needs'), 'DESK');
  const gapId = await made('/gaps', exampleBody('/gaps'), 'FGS');
  const set = { ...exampleBody('/requirement-sets') };
  await made('/requirement-sets', set, 'DESK');
  await made('/missions', exampleBody('/missions'), 'DESK');
  const parameters = [
    'act',
    'visit',
    'clarification',
    'milestone',
    'evidence',
    'caveat',
    'condition',
    'correction',
  ];
  const more = ['finding', 'assessment', 'course', 'evaluation', 'secondment', 'offer'];
  ids = {
    ...Object.fromEntries([...parameters, ...more].map((name) => [`${name}Id`, pledgeId])),
    pledgeId,
    gapId,
    needId,
    ideaId,
    mission: String(exampleBody('/missions').code),
    code: '2021-seoul',
    report: 'money',
    edition: String(set.publishedOn),
  };
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'unknown');

const use = (method: string, path: string, headers: Readonly<Record<string, string>>): Promise<Reply> =>
  ask(filled(path), { method, headers, ...(method === 'POST' && { body: exampleBody(path) }) });

/** By the rule of the route, not by what is asked of it. */
const isShutOut = ({ status, body }: Reply): boolean =>
  status === 401 ||
  (status === 403 &&
    /may not use|no rule of access|may record \w+ only for others/.test(String(body.detail)));

it('docs/access.md is made of the declarations (npm run access)', () => {
  expect(readFileSync(join(docs, 'access.md'), 'utf8')).toBe(accessPage(document));
});

it('each operation has a rule', () => {
  expect(operations.length).toBeGreaterThan(110);
  expect(operations.filter(({ rule }) => rule === undefined)).toEqual([]);
});

it.each(operations)('$operation lets in the roles that it names, and nobody else', async (one) => {
  const { method, path, rule } = one;
  const letIn: string[] = [];
  for (const role of ROLES) {
    const answer = await use(method, path, as(role, role === 'MS' || role === 'PARTNER' ? OWN : undefined));
    expect([role, answer.status < 500]).toEqual([role, true]);
    if (!isShutOut(answer)) letIn.push(role);
  }
  expect(letIn.sort()).toEqual([...(rule?.roles ?? [])].sort());
});

it.each(operations.filter(({ operation }) => hasAddress(operation)))(
  'a dry run of $operation lets in the same',
  async ({ path, rule }) => {
    const letIn: string[] = [];
    for (const role of ROLES) {
      const headers = as(role, role === 'MS' || role === 'PARTNER' ? OWN : undefined);
      const dry = { method: 'POST', headers, body: exampleBody(path) };
      if (!isShutOut(await ask(`${filled(path)}?dryRun=true`, dry))) letIn.push(role);
    }
    expect(letIn.sort()).toEqual([...(rule?.roles ?? [])].sort());
  },
);

it.each(operations.filter(({ rule }) => !rule?.roles.includes('PUBLIC')))(
  '$operation is refused to whoever has not signed in',
  async ({ method, path }) => {
    const { status, body } = await use(method, path, {});
    // A server that trusts headers wants writers to say who they are.
    expect([status, body.code]).toEqual(
      method === 'POST' ? [400, 'IDENTITY_HEADER'] : [401, 'SIGN_IN_NEEDED'],
    );
  },
);

/** What is open to any state about a pledge of another: to take part in it, and no longer to. */
const OPEN_TO_OTHERS = ['JoinPartnership', 'LeavePartnership', 'AcceptInvitation', 'DeclinePartner'];

const ofPledges = operations.filter(
  ({ operation, method, path, rule }) =>
    method === 'POST' &&
    path.startsWith('/pledges/{pledgeId}') &&
    rule?.reach === 'OWN' &&
    !OPEN_TO_OTHERS.includes(operation),
);

it.each(ofPledges)(
  '$operation is refused to another state, by role and not by luck',
  async ({ method, path }) => {
    for (const role of ['MS', 'PARTNER'] as const) {
      const { status, body } = await use(method, path, as(role, OTHER));
      expect([role, status, body.code]).toEqual([role, 403, 'FORBIDDEN']);
    }
  },
);

const onBehalfOf = { state: 'Rwanda', paper: { reference: 'Note verbale 88', date: '2026-01-05' } };

it.each(operations.filter(({ method }) => method === 'POST'))(
  '$operation is recorded for others by the officers that it names, and by nobody else',
  async ({ path, rule }) => {
    const letIn: string[] = [];
    for (const role of ROLES) {
      const headers = as(role, role === 'MS' || role === 'PARTNER' ? OWN : undefined);
      const { status, body } = await ask(filled(path), {
        method: 'POST',
        headers,
        body: { ...exampleBody(path), onBehalfOf },
      });
      expect([role, status < 500]).toEqual([role, true]);
      const isRefused =
        status === 401 ||
        body.code === 'NOT_RECORDABLE' ||
        /may not use|for others; allowed/.test(String(body.detail));
      if (!isRefused) letIn.push(role);
    }
    expect(letIn.sort()).toEqual([...(rule?.recordedBy ?? [])].sort());
  },
);
