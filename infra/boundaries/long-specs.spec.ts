/** A spec of more than 250 lines says in its head why it is not two. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const MOST_LINES = 250;
const REASON = /Long because|One spec for the chapter/;

const specs = globSync('{apps,libs,infra}/**/*.spec.ts', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist)$/.test(path),
});
const headOf = (source: string): string => /^\/\*\*.*?\*\//s.exec(source)?.[0] ?? '';

it('there are specs', () => expect(specs.length).toBeGreaterThan(100));

it('each that is long has its reason', () => {
  const unexplained = specs.filter((path) => {
    const source = readFileSync(join(root, path), 'utf8');
    return source.split('\n').length > MOST_LINES + 1 && !REASON.test(headOf(source));
  });
  expect(unexplained).toEqual([]);
});
