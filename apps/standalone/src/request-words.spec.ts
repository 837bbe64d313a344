/**
 * Every field of every request has words for who fills it in: a label, help, and an example; what it is looked up in, where it holds
 * a code or an id, and when it is needed, where that depends. Console page, section 12.5.
 */
import { closedLists } from '@pledgeline/contracts';
import { document } from './testing/request-examples.ts';

interface Field {
  readonly title?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly type?: string | readonly string[];
  readonly deprecated?: boolean;
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly 'x-lookup'?: string;
  readonly 'x-needed-when'?: {
    readonly says: string;
    readonly field?: string;
    readonly is?: readonly unknown[];
    readonly roles?: readonly string[];
  };
}

/** What a page knows how to look things up in. */
const LOOKUPS = [
  'act',
  'body',
  'capability',
  'centre',
  'conference',
  'currency',
  'event',
  'evidence',
  'gap',
  'idea',
  'language',
  'milestone-template',
  'ministry',
  'mission',
  'need',
  'officer',
  'pledge',
  'progress-report',
  'proposal',
  'register-entry',
  'requirement-set',
  'requirement-slot',
  'state',
  'stream',
  'task',
  'text',
  'theme',
  'tool',
];

const schemas = document.components.schemas as Readonly<Record<string, Field>>;

/** Those that a request body is made of, however deep. */
const requests = new Set<string>();
const walk = (part: unknown): void => {
  if (typeof part !== 'object' || part === null) return;
  const { $ref } = part as { readonly $ref?: string };
  const name = $ref?.split('/').at(-1);
  if (name !== undefined && !requests.has(name)) {
    requests.add(name);
    walk(schemas[name]);
  }
  for (const inner of Object.values(part)) walk(inner);
};
for (const { post } of Object.values(document.paths)) walk(post?.requestBody);

const fields = [...requests].flatMap((request) =>
  Object.entries(schemas[request]?.properties ?? {}).map(([name, field]) => ({ request, name, field })),
);
const where = (is: (field: Field, name: string) => boolean): readonly string[] =>
  fields.filter(({ field, name }) => is(field, name)).map(({ request, name }) => `${request}.${name}`);

/** A part with fields of its own shows its example by these. */
const hasFields = (field: Field): boolean =>
  /"#\/components\/schemas\/\w*(Request|OnBehalfOf|PaperOfAct|Outcome)"/.test(JSON.stringify(field));

it('there are fields, and none without a label and a sentence of help', () => {
  expect(fields.length).toBeGreaterThan(600);
  expect(
    where(({ title, description }) => title === undefined || !/\S[.?]$/.test(description ?? '')),
  ).toEqual([]);
});

it('each has an example, but what has fields of its own, and what is taken no longer', () => {
  const none = ({ example, examples, deprecated = false }: Field): boolean =>
    example === undefined && examples === undefined && !deprecated;
  expect(where((field) => none(field) && !hasFields(field))).toEqual([]);
});

it('a label is a few words, and no identifier', () => {
  expect(where(({ title = '' }) => !/^[A-Z][\w\s,&'()-]{1,39}$/.test(title))).toEqual([]);
  expect(where(({ title = '' }) => /[a-z][A-Z]|_|\w (reference|id)$/.test(title))).toEqual([]);
});

it('no two fields of one request have the same label', () => {
  for (const request of requests) {
    const titles = Object.values(schemas[request]?.properties ?? {}).map(({ title }) => title);
    expect([request, titles.filter((title, n) => titles.indexOf(title) !== n)]).toEqual([request, []]);
  }
});

/** Ids that whoever sends them makes himself, and the merger, of which the first state learns by the answer. */
const OWN_IDS = ['pledgeId', 'announcementId', 'reportId', 'mergeId'];

it('whatever holds an id is looked up in a list, unless it is the sender’s own', () => {
  const isId = ({ format, items }: Field): boolean => [format, items?.format].includes('uuid');
  expect(
    where((field, name) => isId(field) && field['x-lookup'] === undefined && !OWN_IDS.includes(name)),
  ).toEqual([]);
});

it.each([
  ['memberState', 'state'],
  ['capabilityCode', 'capability'],
  ['mission', 'mission'],
  ['currency', 'currency'],
  ['conference', 'conference'],
  ['gapId', 'gap'],
  ['implementingBody', 'body'],
  ['mainTheme', 'theme'],
])('%s is looked up everywhere, in %s', (asked, lookup) => {
  const found = fields.filter(({ name }) => name === asked).map(({ field }) => field['x-lookup']);
  expect(new Set(found)).toEqual(new Set([lookup]));
});

it('nothing is looked up for a number, or for yes and no', () => {
  const isNoName = ({ type }: Field): boolean =>
    ['integer', 'number', 'boolean'].some((one) => [type].flat().includes(one));
  expect(where((field) => field['x-lookup'] !== undefined && isNoName(field))).toEqual([]);
});

it('a lookup is one that there is', () => {
  expect(where((field) => field['x-lookup'] !== undefined && !LOOKUPS.includes(field['x-lookup']))).toEqual(
    [],
  );
});

it('what is needed only sometimes says when, and by a field and values that there are', () => {
  const conditional = fields.filter(({ field }) => field['x-needed-when'] !== undefined);
  for (const { request, name, field } of conditional) {
    const { says, field: other, is = [], roles = [] } = field['x-needed-when']!;
    expect([request, name, says]).toEqual([
      request,
      name,
      expect.stringMatching(/^(Needed|Asked for|For) .*\.$/),
    ]);
    expect(roles.filter((role) => !closedLists['Role']!.includes(role))).toEqual([]);
    if (other === undefined) continue;
    const decides = JSON.stringify(schemas[request]?.properties?.[other] ?? null);
    expect([request, other, decides]).not.toEqual([request, other, 'null']);
    for (const word of is.filter((one) => typeof one === 'string')) {
      const words = JSON.stringify([decides, refsIn(decides)]);
      expect([request, other, words]).toEqual([request, other, expect.stringContaining(word)]);
    }
  }
  const level3 = conditional.find(
    ({ request, name }) => `${request}.${name}` === 'AttainLevelRequest.surReference',
  );
  expect(level3?.field['x-needed-when']).toMatchObject({ field: 'level', is: ['L3'] });
});

/** The components that a schema names. */
const refsIn = (text: string): readonly unknown[] =>
  [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => schemas[name]);

it('what a sentence of help calls needed says so in a way that a form understands', () => {
  const says = ({ description = '', type }: Field): boolean =>
    /\bneeded (for|where|with|after|from)\b/i.test(description) && [type].flat().includes('null');
  expect(where((field) => says(field) && field['x-needed-when'] === undefined)).toEqual([]);
});
