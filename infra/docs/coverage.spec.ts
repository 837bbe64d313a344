/**
 * docs/coverage.md maps what the source documents name to tests: the example of each system must exist under its name, and beside it
 * a test of its neighbourhood.
 */
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

interface Named {
  readonly system: string;
  readonly file: string;
  readonly title: string;
}

const read = sections.map((section) => {
  const [, place = ''] = /^Tests: `([^`]+)`$/m.exec(section) ?? [];
  return { place, rows: rowsOf(section) };
});

const systems = read.flatMap(({ place, rows }) =>
  rows.flatMap(([system = '', , example, beside = '']) =>
    example === undefined ? [] : [{ system, file: place, title: `${system}: ${example}`, beside }],
  ),
);

/** A file alone, with whatever tests it has. */
const files = read.flatMap(({ place, rows }) =>
  rows.flatMap(([system = '', file = '', example]): Named[] =>
    example === undefined ? [{ system, file: `${place}/${file.replaceAll('`', '')}`, title: 'it(' }] : [],
  ),
);

/** `file`: title. What was written for this page bears the name of the system. */
const besides = systems.map(({ system, beside }): Named => {
  const [, file = '', words = ''] = /^`([^`]+)`: (.+)$/.exec(beside) ?? [];
  const isOfThisPage = file.includes('/seed-systems/beside-');
  return { system, file, title: isOfThisPage ? `${system}, beside: ${words}` : words };
});

it('names every system with a neighbour, every real history, and the files of the measures, posts and asks', () => {
  expect(systems).toHaveLength(83 + 1);
  expect(files).toHaveLength(12 + 5 + 12);
  expect(besides.filter(({ file, title }) => file === '' || title === '')).toEqual([]);
});

const SOURCES = new Map<string, string>();
const sourceOf = (file: string): string => {
  const path = resolve(root, file);
  expect(existsSync(path)).toBe(true);
  const source = SOURCES.get(file) ?? readFileSync(path, 'utf8').replaceAll("\\'", "'");
  SOURCES.set(file, source);
  return source;
};

it.each([...systems, ...files])('$system is shown', ({ file, title }) => {
  expect(sourceOf(file)).toContain(title);
});

/** In quotes: the whole title of a test, or of a row of a table. */
it.each(besides)('beside $system another is', ({ system, file, title }) => {
  const source = sourceOf(file);
  expect([`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => source.includes(quoted))).toBe(true);
  expect(title.startsWith(`${system}: `)).toBe(false);
});
