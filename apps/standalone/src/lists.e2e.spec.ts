/** Finding things over HTTP, and every list as a spreadsheet takes it: accountability page, section 15. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { OpenApiDocument } from './merged-openapi.ts';
import { announcePromise } from './testing/implementation-steps.ts';
import { startScenario, type Scenario } from './testing/scenario.ts';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument;

interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>;
}

const lists = Object.entries(document.paths)
  .filter(([path, { get }]) => {
    const forms = Object.keys((get as Operation | undefined)?.responses?.['200']?.content ?? {});
    return forms.includes('text/csv') && !['/reports/{report}', '/reports/progress'].includes(path);
  })
  .map(([path]) => path);

let scenario: Scenario;
let gapId: string;
let pledgeId: string;
const HEADERS = { 'x-pledgeline-actor': 'auditor', 'x-pledgeline-role': 'AUDITOR' };

const battalion = { category: 'UNIT', capabilityCode: 'INF-BN', quantity: 1 };

beforeAll(async () => {
  scenario = await startScenario();
  const offers: readonly [string, string, string][] = [
    ['RWA', "=An infantry battalion for Côte d'Ivoire", '2025-01-05'],
    ['RWA', 'A second battalion', '2025-02-05'],
    ['GHA', 'A battalion for rapid deployment', '2025-03-05'],
  ];
  for (const [state, description, on] of offers) {
    pledgeId = await announcePromise(scenario, state, { ...battalion, description }, on);
  }
  gapId = await scenario.as('MISSION').makes('/gaps', {
    ...{ mission: 'MINUSCA', capabilityCode: 'INF-BN', number: 1, unit: 'unit', priority: 'HIGH' },
  });
  await scenario.as('DESK').get('/pledges');
});
afterAll(() => scenario.close());

const ask = async (path: string, headers: Readonly<Record<string, string>> = HEADERS) => {
  const answer = await fetch(scenario.url + path, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });
const itemsOf = ({ text }: { readonly text: string }) =>
  JSON.parse(text) as { readonly items: readonly Record<string, unknown>[]; readonly total: number };
const stateOf = ({ memberState }: Record<string, unknown>) => memberState;

it.each(lists)('%s says in both forms how many there are, and has a line for each item', async (path) => {
  const ids = { pledgeId, gapId, register: 'texts' };
  const address = path.replace(/\{(\w+)\}/, (_, name: keyof typeof ids) => ids[name]);
  const json = await ask(`${address}?format=json`);
  expect(json.status).toBe(200);
  const { items, total } = itemsOf(json);
  const csv = await ask(`${address}?format=csv`);
  expect([csv.status, csv.headers.get('content-type'), csv.headers.get('x-total-count')]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    String(total),
  ]);
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/);
  const rows = rowsOf(csv.text);
  expect(rows).toHaveLength(total);
  expect(items.length).toBeLessThanOrEqual(total);
});

it('pages of a spreadsheet lead from one to the next until all are there', async () => {
  const seen: string[] = [];
  for (
    let path: string | undefined =
      '/pledges?format=csv&limit=1&sort=-announcedOn&memberState=RWA&memberState=GHA';
    path !== undefined;
  ) {
    const { text, headers, status } = await ask(path);
    expect([status, headers.get('x-total-count')]).toEqual([200, '3']);
    seen.push(...rowsOf(text).map(({ description }) => description ?? ''));
    const [, query] = /^<(\?.*)>; rel="next"$/.exec(headers.get('link') ?? '') ?? [];
    path = query && `/pledges${query}`;
  }
  expect(seen).toEqual([
    'A battalion for rapid deployment',
    'A second battalion',
    "'=An infantry battalion for Côte d'Ivoire",
  ]);
});

it.each([
  ['q=battalion', ['RWA', 'RWA', 'GHA']],
  ['q=cote%20infan', ['RWA']],
  ['q=ghana', ['GHA']],
  ['q=rwanda%20second', ['RWA']],
  ['q=INF-BN&announcedFrom=2025-02-05', ['RWA', 'GHA']],
  ['announcedFrom=2025-02-05&announcedTo=2025-02-28', ['RWA']],
  ['memberState=Ghana&memberState=Rwanda', ['RWA', 'RWA', 'GHA']],
  ['status=REGISTERED&status=DEPLOYED', []],
  ['conference=none&category=UNIT&category=ENABLER', ['RWA', 'RWA', 'GHA']],
])('?%s finds %j', async (query, states) => {
  const { items, total } = itemsOf(await ask(`/pledges?sort=announcedOn&${query}`));
  expect([items.map(stateOf), total]).toEqual([states, states.length]);
});

it.each([
  ['/pledges?status=READY&status=ready', 'status'],
  ['/pledges?q=%20-%20', 'q'],
  ['/pledges?q=a&q=b', 'q'],
  ['/pledges?sort=colour', 'sort'],
  ['/pledges?announcedFrom=2025-02-30', 'announcedFrom'],
  ['/pledges?status[a]=READY', 'status'],
  ['/pledges?format=xlsx', 'format'],
  ['/states?format=xlsx', 'format'],
  ['/work-queue?kind=SILENT&kind=NOISY', 'kind'],
])('%s is refused and names the field', async (path, field) => {
  const { status, text } = await ask(path);
  expect([status, text]).toEqual([400, expect.stringContaining(field)]);
});

it.each(['/pledges?sort=dueOn', '/pledges?dueFrom=2025-01-01', '/pledges?memberState=RWA&sort=-dueOn'])(
  '%s is for nobody who has not signed in',
  async (path) => expect((await ask(path, {})).status).toBe(401),
);

it('a state orders its own pledges by what is due, and no others', async () => {
  const rwanda = { ...HEADERS, 'x-pledgeline-role': 'MS', 'x-pledgeline-state': 'RWA' };
  expect((await ask('/pledges?sort=dueOn&memberState=RWA', rwanda)).status).toBe(200);
  expect((await ask('/pledges?sort=dueOn', rwanda)).status).toBe(403);
  expect((await ask('/pledges?sort=dueOn&memberState=RWA&memberState=GHA', rwanda)).status).toBe(403);
});
