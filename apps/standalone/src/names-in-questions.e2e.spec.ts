/**
 * A question with a name that means nothing is refused, whatever it asks: no list and no report answers it as if there were nothing.
 * Every parameter of every list and report in docs/openapi.json, but for those that take any text, number or time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './merged-openapi.ts';
import { asker, desk } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly enum?: readonly string[] };
}

const { paths } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument;

/** What means something whatever it says, or finds nothing rightly. */
const FREE: ReadonlySet<string> = new Set(['q', 'assignee', 'name']);

/** What else a question must say. */
const NEEDED: Readonly<Record<string, string>> = { '/reports/{report}/counted': 'group=all&figure=pledges&' };

const NO_LISTS = /^\/(health|sign-in|session|operations|openapi|asyncapi|$)/;

const cases = Object.entries(paths).flatMap(([path, { get }]): [string, string][] => {
  const { parameters = [] } = (get ?? {}) as { readonly parameters?: readonly Parameter[] };
  const report = parameters.find((one) => one.in === 'path' && one.name === 'report');
  if (NO_LISTS.test(path) || (path.includes('{') && report === undefined)) return [];
  const addresses = (report?.schema?.enum ?? ['']).map((one) => path.replace('{report}', one));
  const asked = parameters.filter((one) => one.in === 'query' && !FREE.has(one.name));
  return addresses.flatMap((address) =>
    asked
      .filter(({ name }) => !(NEEDED[path] ?? '').includes(`${name}=`))
      .map(({ name }): [string, string] => [`${address}?${NEEDED[path] ?? ''}${name}=zzz`, name]),
  );
});

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_RATE_PER_ADDRESS: '0' });
  ask = asker(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

it('there are many, of lists and of reports', () => {
  for (const some of ['/gaps?mission', '/findings?mission', '/posts?mission', '/ideas?conference'])
    expect(cases.map(([address]) => address)).toContain(`${some}=zzz`);
  expect(cases.length).toBeGreaterThan(300);
});

it.each(cases)('%s is refused, naming %s', async (address, field) => {
  const { status, body } = await ask(address, { headers: desk });
  const errors = (body.errors ?? []) as readonly { readonly field: string }[];
  expect([400, 422]).toContain(status);
  expect([body['field'], ...errors.map((one) => one.field)]).toContain(field);
});
