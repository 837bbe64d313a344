/** The generated files are those of the document of the API: `npm run openapi` writes both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../generated.mjs';

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const now = generated(JSON.parse(read('../../../docs/openapi.json')) as object);

it.each(Object.entries(now))('%s is up to date', (name, text) => {
  expect(read(`generated/${name}`) === text ? 'as it is' : 'stale: run `npm run openapi`').toBe('as it is');
});
