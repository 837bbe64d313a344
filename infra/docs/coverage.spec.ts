/** docs/coverage.md maps what the source documents name to tests: each must exist under the name of its system. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/coverage.md'), 'utf8');

const sections = page.split(/^## /m).slice(1);
const rowsOf = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );

const tests = sections.flatMap((section) => {
  const [, place = ''] = /^Tests: `([^`]+)`$/m.exec(section) ?? [];
  return rowsOf(section).map(([system = '', second = '', example]) =>
    example === undefined
      ? { system, file: `${place}/${second.replaceAll('`', '')}`, title: 'it(' }
      : { system, file: place, title: `${system}: ${example}` },
  );
});

it('names every system, every real history, and the files of the measures, posts and asks', () => {
  expect(tests).toHaveLength(83 + 1 + 4 + 12 + 5 + 10);
});

it.each(tests)('$system is shown', ({ file, title }) => {
  const path = resolve(root, file);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8').replaceAll("\\'", "'")).toContain(title);
});
