/** What the console says of who may announce is what the document of the API says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS } from './who-announces.data.ts';

interface Document {
  readonly paths: Readonly<Record<string, { readonly post: { readonly description: string } }>>;
}
const { paths } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8'),
) as Document;
const description = paths['/pledges']?.post.description ?? '';

it.each([
  ['of their own', /^Roles: ([^.]+)\./m, ANNOUNCES],
  ['for others', /For others, named in onBehalfOf: ([^.]+)\./, ANNOUNCES_FOR_OTHERS],
])('roles that announce %s', (_, sentence, roles) =>
  expect(sentence.exec(description)?.[1]?.split(', ').sort()).toEqual([...roles].sort()),
);
