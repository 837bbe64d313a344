/** One address for all services: what is checked in is what the services say, together and without a clash. */
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
const NO_COMMANDS = ['CheckAnnouncement', 'RunDueWork', 'rebuildReadModels'];

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
    '    "~^(GET|HEAD):/gaps/open$" two;',
    '    "~^(GET|HEAD):/gaps/[^/]+$" one;',
    '    "~^POST:/gaps/[^/]+$" two;',
    '    "~^[A-Z]+:/gaps/open$" two;',
    '    "~^[A-Z]+:/gaps/[^/]+$" one;',
  ]);
});
