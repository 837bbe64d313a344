/** One address for all services: what is checked in is what the services say, together and without a clash. Long because the document is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandRoutes } from '@pledgeline/contracts';
import type { OpenApiDocument } from './merged-openapi.ts';
import { mergedOpenApi } from './merged-openapi.ts';
import { openApiDocument, openApiText, serviceDocuments } from './openapi-text.ts';
import { proxyRoutes } from './proxy-routes.ts';
import { standaloneSlices } from './slices.ts';
import { operationsOf } from './testing/access-matrix.ts';

const checkedIn = (path: string): string => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');

let documents: ReadonlyMap<string, OpenApiDocument>;
beforeAll(async () => {
  documents = await serviceDocuments();
});

const routesOf = ({ paths }: OpenApiDocument): string[] =>
  Object.entries(paths)
    .flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`))
    .toSorted();

describe('what is checked in (npm run openapi writes it)', () => {
  it('docs/openapi.json is the documents of the services together', () => {
    expect(checkedIn('docs/openapi.json')).toBe(openApiText(mergedOpenApi(documents)));
  });

  it('docs/openapi.json is what the standalone process serves: no route is missing from the services', async () => {
    const standalone = await openApiDocument(standaloneSlices);
    const document = JSON.parse(checkedIn('docs/openapi.json')) as OpenApiDocument;
    expect(routesOf(document)).toEqual(routesOf(standalone));
    expect(document).toEqual(standalone);
  });

  it('infra/proxy/routes.map is made of them', () => {
    expect(checkedIn('infra/proxy/routes.map')).toBe(proxyRoutes(documents));
  });
});

/** Besides the commands: questions asked by POST, and what operators do. */
const NO_COMMANDS = [
  'AcknowledgePledges',
  'CheckAnnouncement',
  'CheckConference',
  'RunDueWork',
  'Simulate',
  'rebuildReadModels',
  'scrubProofLog',
];

it.each(['intake', 'verification', 'reporting'])(
  'every command of %s is offered there, at its one address, and nothing else is',
  (name) => {
    const offered = operationsOf(documents.get(name)!)
      .filter(({ method, operation }) => method === 'POST' && !NO_COMMANDS.includes(operation))
      .map(({ operation, path }) => `${operation} ${path}`);
    const promised = commandRoutes
      .filter(({ service }) => service === name)
      .map(({ command, path }) => `${command} ${path}`);
    expect(offered.toSorted()).toEqual(promised.toSorted());
  },
);

const document = (paths: OpenApiDocument['paths'], schemas = {}): OpenApiDocument => ({
  paths,
  components: { schemas, responses: {} },
});

describe('documents that do not go together', () => {
  it('two services claim a route', () => {
    const both = new Map([
      ['one', document({ '/gaps': { get: {} } })],
      ['two', document({ '/gaps': { post: {}, get: {} } })],
    ]);
    expect(() => mergedOpenApi(both)).toThrow('one and two both claim GET /gaps');
  });

  it('two services mean different things by one name', () => {
    const both = new Map([
      ['one', document({}, { Unit: { type: 'string' } })],
      ['two', document({}, { Unit: { type: 'number' } })],
    ]);
    expect(() => mergedOpenApi(both)).toThrow('two means something else by the schema Unit');
  });

  it('health is everyone’s own, and a path may have methods in several services', () => {
    const both = new Map([
      ['one', document({ '/health/live': { get: {} }, '/gaps': { get: {} } })],
      ['two', document({ '/health/live': { get: {} }, '/gaps': { post: {} } })],
    ]);
    expect(routesOf(mergedOpenApi(both))).toEqual(['get /gaps', 'get /health/live', 'post /gaps']);
  });
});

it('the proxy prefers fixed words to parameters, and asks the owner of a path about other methods', () => {
  const routes = proxyRoutes(
    new Map([
      ['one', document({ '/gaps/{id}': { get: {} } })],
      ['two', document({ '/gaps/open': { get: {} }, '/gaps/{id}': { post: {} } })],
    ]),
  );
  expect(routes.split('\n').slice(3, -2)).toEqual([
    '    "~^(GET|HEAD):/gaps/open(\\?|$)" two;',
    '    "~^(GET|HEAD):/gaps/[^/?]+(\\?|$)" one;',
    '    "~^POST:/gaps/[^/?]+(\\?|$)" two;',
    '    "~^[A-Z]+:/gaps/open(\\?|$)" two;',
    '    "~^[A-Z]+:/gaps/[^/?]+(\\?|$)" one;',
  ]);
});

interface Place {
  readonly at: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

interface AnswerSchema {
  readonly properties: Readonly<Record<string, { readonly items?: unknown }>>;
}

/** Every object in a document, with the way to it. */
const placesIn = (value: unknown, at = ''): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, member]) => placesIn(member, `${at}/${key}`));
  return [{ at, schema: value as Place['schema'] }, ...inside];
};

const isNull = (schema: unknown): boolean => (schema as { readonly type?: unknown }).type === 'null';

describe('what generated clients are made of', () => {
  let places: readonly Place[];
  let schemas: Readonly<Record<string, AnswerSchema>>;
  beforeAll(() => {
    const merged = mergedOpenApi(documents);
    places = placesIn(merged);
    schemas = merged.components.schemas as typeof schemas;
  });

  const isComponent = (at: string): boolean => /^\/components\/schemas\/[^/]+$/.test(at);
  const itemsOf = (page: string): unknown => schemas[page]?.properties['items']?.items;

  it('answers and all objects in them are components with names', () => {
    const without = places.filter(({ at, schema }) => schema['properties'] !== undefined && !isComponent(at));
    expect(without.map(({ at }) => at).filter((at) => !at.endsWith('/properties'))).toEqual([]);
  });

  it.each([
    ['PledgePage', 'Pledge'],
    ['PledgeHistoryPage', 'PledgeEvent'],
    ['WorkQueue', 'QueuedTask'],
    ['GapPage', 'Gap'],
    ['VisitPage', 'Visit'],
    ['NeedPage', 'Need'],
    ['IdeaPage', 'Idea'],
    ['RotationPage', 'Rotation'],
    ['ConferencePage', 'Conference'],
    ['MissionList', 'Mission'],
    ['RequirementSetList', 'RequirementSet'],
    ['ReportList', 'ReportSummary'],
    ['MilestoneTemplateList', 'MilestoneTemplate'],
  ])('the items of a %s are each a %s', (page, item) => {
    expect(itemsOf(page)).toEqual({ $ref: `#/components/schemas/${item}` });
  });

  it('what may be null is a type with null beside it, a component or null, or the last of several', () => {
    const odd = places.filter(({ schema: { anyOf = [], oneOf = [], nullable } }) => {
      const any = anyOf as readonly unknown[];
      const one = oneOf as readonly Readonly<Record<string, unknown>>[];
      const isOne = one.length === 2 && one[0]?.['$ref'] !== undefined && isNull(one[1]);
      return (
        nullable !== undefined ||
        (any.some(isNull) && (any.length < 3 || !isNull(any.at(-1)))) ||
        (one.some(isNull) && !isOne)
      );
    });
    expect(odd).toEqual([]);
    expect(schemas['Pledge']?.properties).toMatchObject({
      conference: { type: ['string', 'null'] },
      validUntil: { type: ['string', 'null'], format: 'date' },
      status: { oneOf: [{ $ref: '#/components/schemas/PledgeStatus' }, { type: 'null' }] },
      money: { oneOf: [{ $ref: '#/components/schemas/Money' }, { type: 'null' }] },
    });
  });

  it('no list of words that may be null stands where it has no name', () => {
    const lists = places.filter(
      ({ schema }) => Array.isArray(schema['enum']) && Array.isArray(schema['type']),
    );
    expect(lists).toEqual([]);
  });
});

describe('what is said of each operation', () => {
  it('a title of every parameter of a query', () => {
    interface Parameter {
      readonly name: string;
      readonly in: string;
      readonly schema?: { readonly title?: string };
    }
    const { paths } = JSON.parse(checkedIn('docs/openapi.json')) as {
      readonly paths: Readonly<
        Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
      >;
    };
    const asked = Object.values(paths).flatMap((item) =>
      Object.values(item).flatMap(({ parameters = [] }) => parameters.filter((one) => one.in === 'query')),
    );
    expect(asked.length).toBeGreaterThan(300);
    expect(asked.filter(({ schema }) => !/^[A-Z][^.]{1,60}$/.test(schema?.title ?? ''))).toEqual([]);
  });

  interface Described {
    readonly summary: string;
    readonly description: string;
  }

  const operationsIn = (): [string, Described][] =>
    Object.values(mergedOpenApi(documents).paths).flatMap((item) =>
      Object.values(item).map((operation): [string, Described] => [
        (operation as { readonly operationId: string }).operationId,
        operation as Described,
      ]),
    );
  const descriptionOf = (id: string): string =>
    operationsIn().find(([operationId]) => operationId === id)?.[1].description ?? '';

  it('is what it means, in sentences that the summary does not say, and then who may use it', () => {
    const poor = operationsIn().filter(([, { summary, description }]) => {
      const [meaning = '', who = ''] = description.split('\n\n');
      return (
        meaning.length < 50 ||
        !meaning.endsWith('.') ||
        meaning.startsWith(summary) ||
        !/^(Roles|For)/.test(who)
      );
    });
    expect(poor).toEqual([]);
  });

  it.each([
    ['WithdrawPledge', 'Roles: MS. A member state acts for itself alone.'],
    [
      'WithdrawPledge',
      'In any status but DEPLOYED, FULFILLED, WITHDRAWN, DECLINED, SPLIT, MERGED, SUPERSEDED, VOID.',
    ],
    ['SignMou', 'Roles: DOS.\n\nStatuses: SELECTED. Track: CAPABILITY.'],
    ['TagThemes', 'Roles: DESK.\n\nIn any status but VOID.'],
    ['RegisterPledge', 'Statuses: ACKNOWLEDGED. Needs no open blocking question;'],
    [
      'listPledges',
      'For everybody, signed in or not. What the caller may not read is left out of the answer.',
    ],
  ])('%s: %s', (operation, said) => {
    expect(descriptionOf(operation)).toContain(said);
  });

  it('an announcement has no status before it', () => {
    expect(descriptionOf('AnnouncePledge').split('\n\n')).toHaveLength(2);
  });
});
