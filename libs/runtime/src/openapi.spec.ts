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
  readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
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

it.each(commandRoutes)('$command tells its headers, its answers and its problems', ({ path }) => {
  const { parameters, responses } = document.paths[path]!['post']!;
  expect(parameters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['x-pledgeline-role', 'x-csrf-token', 'idempotency-key', 'if-match']),
  );
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '201', '4XX', '5XX']));
  expect(responses['4XX']?.content).toHaveProperty(['application/problem+json']);
});
