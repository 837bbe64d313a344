/** What the console says of who may announce is what the document of the API says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS, LINKS_ANNOUNCEMENTS } from './who-announces.data.ts';

interface Document {
  readonly paths: Readonly<Record<string, { readonly post: { readonly description: string } }>>;
}
const { paths } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8'),
) as Document;
const descriptionAt = (path: string): string => paths[path]?.post.description ?? '';
const description = descriptionAt('/pledges');
const linking = descriptionAt('/pledges/{pledgeId}/announcements');

it.each([
  ['of their own', description, /^Roles: ([^.]+)\./m, ANNOUNCES],
  ['for others', description, /For others, named in onBehalfOf: ([^.]+)\./, ANNOUNCES_FOR_OTHERS],
  ['that they link', linking, /^Roles: ([^.]+)\./m, LINKS_ANNOUNCEMENTS],
])('roles that announce %s', (_, text, sentence, roles) =>
  expect(sentence.exec(text)?.[1]?.split(', ').sort()).toEqual([...roles].sort()),
);
