/**
 * Some questions are closed although their address is open: reports of those who read more, filters and orders by what a reader
 * does not see. Who has not signed in is asked to, and told how; who has is told which people may. docs/access.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READERS_OF_ALL, ROLES } from '@pledgeline/contracts';
import type { OpenApiDocument } from './merged-openapi.ts';
import { asker } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

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

const as = (role: string): Readonly<Record<string, string>> => ({
  'x-pledgeline-actor': 'somebody',
  'x-pledgeline-role': role,
  ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }),
});

const READERS_OF_STATES = ['MS', 'PARTNER', 'IMPL', ...READERS_OF_ALL];
/** A state asks about its own. */
const READERS_OF_CAVEATS = ['MS', ...READERS_OF_ALL];

/** Closed questions at open addresses, who may ask them, and the parameter that closes them; null where the answer is closed whole. */
const closed: readonly (readonly [string, readonly string[], string | null])[] = [
  ['/reports/gaps', READERS_OF_STATES, null],
  ['/reports/gaps?asOf=2020-01-01', READERS_OF_STATES, null],
  ['/reports/gaps/counted?group=all&figure=gaps', READERS_OF_STATES, null],
  ['/reports/rapid-deployment', READERS_OF_STATES, null],
  ['/pledges?level=L2', READERS_OF_STATES, 'level'],
  ['/pledges?level=L2&status=READY', READERS_OF_STATES, 'level'],
  ['/pledges?facet=level', READERS_OF_STATES, 'facet'],
  ['/pledges?facet=status&facet=caveat', READERS_OF_ALL, 'facet'],
  ['/pledges?assignee=desk.officer', READERS_OF_ALL, 'assignee'],
  ['/pledges?caveat=none', READERS_OF_CAVEATS, 'caveat'],
  ['/pledges?withoutCaveat=TASK', READERS_OF_CAVEATS, 'withoutCaveat'],
  ['/pledges?sort=dueOn', READERS_OF_ALL, 'sort'],
  ['/pledges?sort=-dueOn', READERS_OF_ALL, 'sort'],
  ['/pledges?due=2030-01-01', READERS_OF_ALL, 'due'],
  ['/pledges?dueFrom=2020-01-01', READERS_OF_ALL, 'dueFrom'],
  ['/gaps?fill=OPEN', READERS_OF_STATES, 'fill'],
];

it.each(closed)('%s asks strangers to sign in', async (path, readers, field) => {
  const { status, body, headers } = await ask(path);
  expect([status, body.code]).toEqual([401, 'SIGN_IN_NEEDED']);
  expect(body['field'] ?? null).toBe(field);
  if (field !== null) expect(body['allowed']).toEqual(readers.filter((one) => one !== 'SYSTEM'));
  expect(body.detail).toMatch(/x-pledgeline-actor/);
  expect(headers.get('www-authenticate')).toBe('Bearer');
});

it('a closed report as a table is refused as a problem, like any other', async () => {
  const { status, body } = await ask('/reports/gaps?format=csv');
  expect([status, body.code]).toEqual([401, 'SIGN_IN_NEEDED']);
});

it.each(closed)('%s names to others the people who may', async (path, readers, field) => {
  for (const role of ROLES) {
    const { status, body } = await ask(path, { headers: as(role) });
    const isRefused = status === 403 && body.code === 'FORBIDDEN';
    expect([role, isRefused]).toEqual([role, !readers.includes(role)]);
    if (!isRefused) continue;
    expect(body['allowed']).toEqual(readers.filter((one) => one !== 'SYSTEM'));
    expect(body['field'] ?? null).toBe(field);
    expect(body.detail).not.toMatch(/SYSTEM/);
  }
});

const DUE = ['due=2030-01-01', 'dueFrom=2020-01-01', 'sort=dueOn', 'sort=-dueOn'];

it.each(DUE)('by %s a state is told to name itself, and may then ask', async (query) => {
  const refused = await ask(`/pledges?${query}&memberState=KOR`, { headers: as('MS') });
  expect(refused.status).toBe(403);
  expect(refused.body.detail).toMatch(/, except with memberState=RWA; allowed: /);
  const own = await ask(`/pledges?${query}&memberState=RWA`, { headers: as('MS') });
  expect(own.status).toBe(200);
});

it.each(DUE)('by %s nobody else is told to name a state, and no state for the past', async (query) => {
  for (const headers of ['PARTNER', 'IMPL'].map(as))
    expect((await ask(`/pledges?${query}`, { headers })).body.detail).not.toMatch(/except/);
  const past = await ask(`/pledges?${query}&memberState=RWA&asOf=2020-01-01`, { headers: as('MS') });
  expect(past.status).toBe(403);
  expect(past.body.detail).not.toMatch(/except/);
});

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly example?: unknown;
  readonly schema?: {
    readonly enum?: readonly string[];
    readonly items?: { readonly enum?: readonly string[] };
  };
}

const { paths, components } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument & {
  readonly components: { readonly schemas: Record<string, { readonly enum?: readonly string[] }> };
};

/** Every word that a parameter takes, or its example. */
const valuesOf = ({ example, schema }: Parameter): readonly string[] => {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { enum: words, $ref } = part as { readonly enum?: readonly unknown[]; readonly $ref?: string };
    if (words !== undefined) found.push(...words.map(String));
    if ($ref !== undefined) walk(components.schemas[$ref.split('/').at(-1) ?? '']);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(schema);
  return found.length > 0 ? found : [example ?? 'x'].flat().map(String);
};

const lists = Object.entries(paths)
  .filter(([path, item]) => 'get' in item && !path.includes('{') && !path.startsWith('/health'))
  .map(([path, { get }]): [string, readonly Parameter[]] => [
    path,
    (get as { readonly parameters: readonly Parameter[] }).parameters.filter(
      ({ in: place, name }) => place === 'query' && name !== 'after' && name !== 'format',
    ),
  ]);

it.each(lists)(
  '%s: no filter or order of it is refused to strangers but by asking them to sign in',
  async (path, parameters) => {
    for (const parameter of parameters) {
      for (const value of valuesOf(parameter)) {
        const address = `${path}?${String(parameter.name)}=${encodeURIComponent(value)}`;
        const { status, body } = await ask(address);
        expect([address, status]).not.toEqual([address, 403]);
        if (status === 401) expect([address, body.code]).toEqual([address, 'SIGN_IN_NEEDED']);
      }
    }
  },
);
