/** The checked-in document against the contracts; that it is what the service serves is tested where it is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandRoutes } from '@pledgeline/contracts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: unknown }>>;
}

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8'),
) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

it('it is OpenAPI 3.1', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
});

it.each(commandRoutes)('$command is a POST on $path', ({ command, path }) => {
  expect(document.paths[path]?.['post']?.operationId).toBe(command);
});

it.each(commandRoutes)(
  '$command tells its headers, its answers and its refusals by their codes',
  ({ path }) => {
    const { parameters, responses } = document.paths[path]!['post']!;
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['x-pledgeline-role', 'x-csrf-token', 'idempotency-key', 'if-match']),
    );
    const onWhatIsThere = path.includes('{') || path === '/operations/skips' ? ['404'] : [];
    const makes = path.includes('{') ? [] : ['201'];
    const codes = ['400', '401', '403', ...onWhatIsThere, '409', '412', '413', '415', '422', '429', '503'];
    expect(Object.keys(responses)).toEqual(['200', ...makes, ...codes]);
  },
);

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ route: `${method} ${path}`, ...operation })),
);

it.each(operations)('$route names each status that it answers by its number', ({ responses }) => {
  expect(Object.keys(responses).filter((status) => !/^[2-5]\d\d$/.test(status))).toEqual([]);
});
