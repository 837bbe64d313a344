/** One version of the product, wherever it is shown. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const { version } = JSON.parse(read('package.json')) as Manifest;

it('is a version, and the newest in the changelog', () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(/^## \[?(\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
});

it('is in the document of the API', () => {
  expect((JSON.parse(read('docs/openapi.json')) as { readonly info: Manifest }).info.version).toBe(version);
});

it.each(globSync('{apps,libs}/*/package.json', { cwd: root }))('is that of %s', (path) => {
  const manifest = JSON.parse(read(path)) as Manifest;
  const ours = Object.entries(manifest.dependencies ?? {}).filter(([name]) =>
    name.startsWith('@pledgeline/'),
  );
  expect([manifest.version, ...ours.map(([, wanted]) => wanted)]).toEqual([
    version,
    ...ours.map(() => version),
  ]);
});
