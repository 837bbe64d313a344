/** In which form an answer comes, for every operation that has more than one: RFC 9110, section 12.5.1. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './merged-openapi.ts';
import { startScenario, type Scenario } from './testing/scenario.ts';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument;

interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>;
}

const several = Object.entries(document.paths)
  .filter(
    ([, { get }]) =>
      Object.keys((get as Operation | undefined)?.responses?.['200']?.content ?? {}).length > 1,
  )
  .map(([path]) => path);

const [JSON_TYPE, CSV_TYPE] = ['application/json', 'text/csv'];

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

/** Accountability page, section 15: every list. */
it('lists and reports come in two forms, and nothing else does', () => {
  expect(several.toSorted()).toEqual([
    '/conferences',
    '/findings',
    '/gaps',
    '/gaps/{gapId}/candidates',
    '/ideas',
    '/milestone-templates',
    '/missions',
    '/needs',
    '/pledges',
    '/pledges/{pledgeId}/history',
    '/posts',
    '/registers',
    '/registers/{register}',
    '/reports',
    '/reports/progress',
    '/reports/{report}',
    '/requirement-sets',
    '/rotations',
    '/states',
    '/taxonomy',
    '/unknown-names',
    '/visits',
    '/work-queue',
  ]);
});

describe.each(['/reports/money', '/reports/pledges-and-states', '/pledges', '/states'])('%s', (path) => {
  const typeFor = async (headers: Readonly<Record<string, string>>, query = ''): Promise<string> => {
    const answer = await fetch(scenario.url + path + query, { headers });
    expect([answer.status, answer.headers.get('vary')]).toEqual([200, expect.stringMatching(/\baccept\b/i)]);
    return answer.headers.get('content-type')?.split(';')[0] ?? '';
  };

  it.each([
    ['*/*', JSON_TYPE],
    ['text/*', CSV_TYPE],
    ['text/csv', CSV_TYPE],
    ['application/json, text/csv;q=0.1', JSON_TYPE],
    ['text/csv;q=0.9, application/json;q=0.8', CSV_TYPE],
    ['text/csv;q=0', JSON_TYPE],
    ['image/png', JSON_TYPE],
    [';;,q=', JSON_TYPE],
  ])('Accept: %s', async (accept, type) => {
    expect(await typeFor({ accept })).toBe(type);
  });

  it('comes as JSON to whoever asks for no form', async () => {
    expect(await typeFor({ accept: '' })).toBe(JSON_TYPE);
  });

  it('comes in the form that the address names, whatever the header says', async () => {
    expect(await typeFor({ accept: CSV_TYPE }, '?format=json')).toBe(JSON_TYPE);
    expect(await typeFor({ accept: JSON_TYPE }, '?format=csv')).toBe(CSV_TYPE);
  });
});
