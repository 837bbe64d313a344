/** What the console says of who matches pledges with gaps, and of who reads what could fill them, is what the document of the API says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MATCHES, NOT_AMONG_STATES } from './who-matches.data.ts';

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<'get' | 'post', { readonly description: string } | undefined>>>
  >;
  readonly components: { readonly schemas: { readonly Role: { readonly enum: readonly string[] } } };
}
const { paths, components } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8'),
) as Document;
const rolesOf = (path: string, method: 'get' | 'post'): readonly string[] =>
  /^Roles: ([^.]+)\./m.exec(paths[path]?.[method]?.description ?? '')?.[1]?.split(', ') ?? [];
/** Nobody signs in as it. */
const NOBODY = 'SYSTEM';

it('roles that match', () =>
  expect([...rolesOf('/pledges/{pledgeId}/matches', 'post')].sort()).toEqual([...MATCHES].sort()));

it.each(['/gaps/{gapId}/candidates', '/rotations'])('all others are answered %s', (path) => {
  const answered = [NOBODY, ...rolesOf(path, 'get')];
  const without = components.schemas.Role.enum.filter((role) => !answered.includes(role));
  expect([...without].sort()).toEqual([...NOT_AMONG_STATES].sort());
});
