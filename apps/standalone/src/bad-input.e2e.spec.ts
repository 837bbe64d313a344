/**
 * Whatever is sent to the real process: a problem that names the field, never a fault of ours, and nothing written. Long because all
 * of it is asked of one server.
 */
import { asker, desk, offer, poster } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import type { Reply } from './testing/reply.ts';
import type { OpenApiDocument } from './merged-openapi.ts';
import { operationsOf } from './testing/access-matrix.ts';
import { badBodies } from './testing/bad-bodies.ts';
import { dayFields, document, exampleWith } from './testing/request-examples.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let pledge: string;

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  const made = await poster(ask)('/pledges', offer('The one that is there'));
  pledge = String(made.body.location);
  await ask(`/pledges?after=${String(made.body.after)}`);
});

afterAll(async () => {
  await server.close();
  folder.remove();
});

const written = async (): Promise<unknown> => {
  const [all, history] = await Promise.all([ask('/pledges'), ask(`${pledge}/history`, { headers: desk })]);
  return [all.body.total, history.body.items];
};

let before: unknown;
beforeEach(async () => {
  before = await written();
});
afterEach(async () => {
  expect(await written()).toEqual(before);
});

const expectRefused = ({ status, type, body, headers }: Reply, field?: string): void => {
  expect(type).toBe('application/problem+json; charset=utf-8');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:pledgeline:problem:[a-z0-9-]+$/),
    title: expect.stringMatching(/./),
    detail: expect.stringMatching(/./),
    code: expect.stringMatching(/^[A-Z0-9_]+$/),
    instance: headers.get('x-correlation-id'),
  });
  const errors = (body.errors ?? []) as readonly { readonly field: string; readonly pointer?: string }[];
  if (body.code === 'VALIDATION_FAILED') {
    for (const error of errors) expect(error).toMatchObject({ rule: expect.stringMatching(/^[a-zA-Z]+$/) });
  }
  if (field === undefined) return;
  const named = [body.field, ...errors.map((error) => error.field)];
  expect(named.map((one) => (typeof one === 'string' ? one.split('.')[0] : one))).toContain(field);
};

describe('an announcement', () => {
  it.each(badBodies)('with %s is refused by %s', async (_what, field, body) => {
    expectRefused(await poster(ask)('/pledges', body), field);
  });

  it.each<readonly [string, object, object]>([
    [
      'a long name',
      { memberState: 'x'.repeat(201) },
      { rule: 'maxLength', limit: 200, pointer: '/memberState', field: 'memberState' },
    ],
    ['a number for a text', { source: 7 }, { rule: 'type', limit: 'string', pointer: '/source' }],
    [
      'a text left out',
      { source: undefined },
      { rule: 'required', pointer: '/source', message: 'source must be given' },
    ],
    ['an unknown word', { category: 'SHIP' }, { rule: 'enum', pointer: '/category' }],
    [
      'too large a number',
      { terms: { tourMonths: 601 } },
      { rule: 'maximum', limit: 600, pointer: '/terms/tourMonths' },
    ],
    [
      'no such day',
      { terms: { validUntil: '2030-02-30' } },
      { rule: 'format', pointer: '/terms/validUntil' },
    ],
    ['a word of a list', { themes: ['C-IED', ' '] }, { rule: 'saysSomething', pointer: '/themes' }],
    [
      'a field not known',
      { terms: { 'a/b~c': 1 } },
      { rule: 'additionalProperties', pointer: '/terms/a~1b~0c' },
    ],
  ])('with %s is told the rule, its limit and the place', async (_what, wrong, error) => {
    const answer = await poster(ask)('/pledges', { ...offer('x'), ...wrong });
    expectRefused(answer);
    expect(answer.body.errors).toEqual([expect.objectContaining(error)]);
  });

  it('of more than a megabyte is 413', async () => {
    const answer = await poster(ask)('/pledges', { ...offer('x'), description: 'a'.repeat(1_000_001) });
    expectRefused(answer);
    expect(answer.body).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'nonsense',
  ])('as %s is 415', async (type) => {
    const answer = await poster(ask)('/pledges', JSON.stringify(offer('x')), { 'content-type': type });
    expectRefused(answer);
    const allowed = ['application/json'];
    expect(answer.body).toMatchObject({ status: 415, code: 'MEDIA_TYPE_NOT_SUPPORTED', allowed });
  });

  it('without a body is told what is missing', async () => {
    expectRefused(await ask('/pledges', { method: 'POST', headers: desk }), 'memberState');
  });
});

describe('a day before the first operation, in any field of any command', () => {
  const roles = new Map(
    operationsOf(document as unknown as OpenApiDocument).map(({ operation, rule }) => [
      operation,
      rule?.roles ?? [],
    ]),
  );
  const asOneOf = (allowed: readonly string[]): Readonly<Record<string, string>> => {
    const role = allowed.find((one) => one !== 'MS' && one !== 'PARTNER') ?? allowed[0] ?? '';
    return { ...desk, 'x-pledgeline-role': role, ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }) };
  };
  const named = (path: string): string =>
    path
      .replace('{mission}', 'MINUSCA')
      .replace('{code}', '2021-seoul')
      .replace(/\{\w+\}/g, '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61');
  const sent = (command: string, field: string, path: string, day: string): Promise<Reply> =>
    ask(named(path), {
      method: 'POST',
      headers: field.startsWith('onBehalfOf') ? desk : asOneOf(roles.get(command) ?? []),
      body: exampleWith(path, field, day),
    });

  it('and the day of that operation is taken', async () => {
    const answer = await sent(
      'RequestClarification',
      'dueOn',
      '/pledges/{pledgeId}/clarifications',
      '1948-05-29',
    );
    expect(answer.body.code).toBe('PLEDGE_NOT_FOUND');
  });

  it('is in one of these', () => {
    const fields = dayFields().map(([command, field]) => `${command} ${field}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        'AcknowledgePledge occurredOn',
        'AnnouncePledge terms.validUntil',
        'AssessPerformance improvementPlan.dueOn',
        'PlanImplementation milestones.0.dueOn',
        'AgreeTurns turns.0.from',
        'PublishGap neededBy',
        'RegisterConference start',
      ]),
    );
    expect(fields.length).toBeGreaterThan(110);
  });

  it.each(dayFields())('%s %s is refused by its name', async (command, field, path) => {
    const { status, body } = await sent(command, field, path, '1948-05-28');
    expect([status, body.code, body.field, body.earliest]).toEqual([
      422,
      'DATE_TOO_EARLY',
      field,
      '1948-05-29',
    ]);
  });
});

describe('headers', () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ['nobody acts', 'x-pledgeline-actor', {}],
    ['no role', 'x-pledgeline-role', { 'x-pledgeline-actor': 'a' }],
    ['an unknown role', 'x-pledgeline-role', { ...desk, 'x-pledgeline-role': 'KING' }],
    ['a state nobody names', 'x-pledgeline-state', { ...desk, 'x-pledgeline-role': 'MS' }],
    ['an unknown state', 'x-pledgeline-state', { ...desk, 'x-pledgeline-state': 'XXX' }],
    ['an actor of 300 characters', 'x-pledgeline-actor', { ...desk, 'x-pledgeline-actor': 'a'.repeat(300) }],
    ['an actor beyond ASCII', 'x-pledgeline-actor', { ...desk, 'x-pledgeline-actor': 'Ren\u00e9' }],
    ['a key of 300 characters', 'idempotency-key', { ...desk, 'idempotency-key': 'a'.repeat(300) }],
    ['an empty key', 'idempotency-key', { ...desk, 'idempotency-key': '' }],
    ['a key with a space', 'idempotency-key', { ...desk, 'idempotency-key': 'a b' }],
    ['If-Match of words', 'if-match', { ...desk, 'if-match': 'latest' }],
    ['If-Match of any', 'if-match', { ...desk, 'if-match': '*' }],
    ['If-Match below zero', 'if-match', { ...desk, 'if-match': '"-1"' }],
    ['If-Match without end', 'if-match', { ...desk, 'if-match': '9'.repeat(30) }],
  ])('%s is refused by %s', async (_what, field, headers) => {
    expectRefused(await ask('/pledges', { method: 'POST', headers, body: offer('x') }), field);
  });

  it('who reads in a role says it right too', async () => {
    const headers = { 'x-pledgeline-actor': 'a', 'x-pledgeline-role': 'KING' };
    expectRefused(await ask('/pledges', { headers }), 'x-pledgeline-role');
  });
});

const NOBODY = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';

describe('addresses and questions', () => {
  it.each([
    ['/nowhere', undefined],
    ['/pledges/', undefined],
    ['/pledges/not-a-uuid', 'pledgeId'],
    [`/pledges/${NOBODY.toUpperCase()}`, 'pledgeId'],
    ['/pledges/__proto__', 'pledgeId'],
    ['/pledges/..%2f..%2fetc%2fpasswd', 'pledgeId'],
    ['/pledges/%00', 'pledgeId'],
    ['/pledges/%ff', undefined],
    [`/pledges/${'a'.repeat(5000)}`, undefined],
    [`/pledges/${NOBODY}`, undefined],
    [`/pledges/${NOBODY}/history`, undefined],
    ['/gaps/nothing', 'gapId'],
    ['/visits/nothing', 'visitId'],
    [`/gaps/${NOBODY}`, undefined],
    [`/visits/${NOBODY}`, undefined],
    ['/conferences/1999-nowhere', undefined],
    ['/pledges?cursor=nonsense', 'cursor'],
    [`/pledges?cursor=${Buffer.from('[1,2,3]').toString('base64url')}`, 'cursor'],
    [`/pledges?cursor=${'a'.repeat(2000)}`, 'cursor'],
    ['/pledges?cursor=a&cursor=b', 'cursor'],
    ['/pledges?after=nonsense', 'after'],
    ['/pledges?after=pledge-x@-1', 'after'],
    ['/pledges?after=pledge-x@1e9', 'after'],
    ['/pledges?after=user-x@1', 'after'],
    ['/pledges?after=pledge-a@1&after=pledge-b@1', 'after'],
    ['/pledges?limit=0', 'limit'],
    ['/pledges?limit=-1', 'limit'],
    ['/pledges?limit=1.5', 'limit'],
    ['/pledges?limit=201', 'limit'],
    ['/pledges?limit=all', 'limit'],
    ['/pledges?limit=', 'limit'],
    ['/pledges?colour=blue', 'colour'],
    ['/pledges?constructor=x', 'constructor'],
    ['/pledges?__proto__=x', '__proto__'],
    ['/pledges?toString=x', 'toString'],
    ['/work-queue?hasOwnProperty=x', 'hasOwnProperty'],
    ['/pledges?status=announced', 'status'],
    ['/pledges?due=2021-01-01&due=2021-01-02', 'due'],
    ['/pledges?status[]=ANNOUNCED', 'status[]'],
    ['/pledges?level=L9', 'level'],
    ['/pledges?category=constructor', 'category'],
    ['/pledges?theme=fun', 'theme'],
    ['/pledges?memberState=Atlantis', 'memberState'],
    ['/pledges?memberState=%00', 'memberState'],
    ['/pledges?capabilityCode=INF-XX', 'capabilityCode'],
    ['/pledges?conference=1999-nowhere', 'conference'],
    ['/pledges?due=2021-02-30', 'due'],
    ['/pledges?due=soon', 'due'],
    ['/work-queue?role=KING', 'role'],
    ['/work-queue?kind=fun', 'kind'],
    ['/gaps?fill=half', 'fill'],
    ['/visits?purpose=fun', 'purpose'],
    ['/visits?state=fun', 'state'],
    ['/reports/progress?category=fun', 'category'],
    ['/reports/progress?after=x', 'after'],
    ['/reports/progress?limit=1', 'limit'],
  ])('%s', async (path, field) => {
    expectRefused(await ask(path, { headers: desk }), field);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not done here', async (method) => {
    const answer = await ask('/pledges', { method, headers: desk });
    expectRefused(answer);
    expect(answer.body).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('a command under an id that is none is refused by it', async () => {
    const body = { acknowledgementReference: 'DPO/1' };
    expectRefused(await poster(ask)('/pledges/none/acknowledgement', body), 'pledgeId');
  });
});
