/** What may be done to many is what does no harm, and who is offered to choose is who may do any of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHOOSES, MANY } from './many.data.ts';

interface Operation {
  readonly operationId: string;
  readonly description: string;
}
const { paths } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../docs/openapi.json'), 'utf8'),
) as { readonly paths: Readonly<Record<string, { readonly post?: Operation }>> };

it('three acts and no other: never a registration, a level, a selection, a memorandum, a deployment, a correction', () =>
  expect([...MANY].sort()).toEqual(['AcknowledgePledge', 'RequestClarification', 'TagThemes']));

it('whoever may do any of them chooses, and nobody else', () => {
  const roles = Object.values(paths)
    .flatMap(({ post }) => (post !== undefined && MANY.some((one) => one === post.operationId) ? [post] : []))
    .flatMap(({ description }) => /^Roles: ([^.]+)\./m.exec(description)?.[1]?.split(', ') ?? []);
  expect([...CHOOSES].sort()).toEqual([...new Set(roles)].sort());
});
