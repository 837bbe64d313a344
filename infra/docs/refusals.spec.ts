/** docs/refusals.md names codes and tests: the product must give each code, and each test must be there and expect it itself. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');

const ROW = /^\| (.+?) +\| `([A-Z0-9_]+)` +\| `([^`]+\.spec\.ts)`: "(.+)" +\|$/gm;
const page = read('docs/refusals.md');
const cases = [...page.matchAll(ROW)].map(([, named = '', code = '', file = '', title = '']) => ({
  named,
  code,
  file,
  title,
}));

/** The sources of the libraries without their tests: a code that only a test knows is no refusal. */
const product = globSync('libs/*/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.spec.ts') && !file.includes('/testing/'))
  .map(read)
  .join('\n');

/** Each from where it begins to the next one: a table of cases stands before the title of its test. */
const testsIn = (source: string): readonly string[] => source.split(/^(?= *(?:it|describe)(?:\.each)?\()/m);

it('every row of a table with codes is read', () => {
  const rows = page.split('\n').filter((line) => /^\| .*`[A-Z0-9_]+` +\|/.test(line));
  expect(cases).toHaveLength(rows.length);
  expect(cases.length).toBeGreaterThan(100);
});

it.each(cases)('$named: $code', ({ code, file, title }) => {
  expect(product).toContain(`'${code}'`);
  const titled = testsIn(read(file).replaceAll("\\'", "'")).filter((test) => test.includes(`'${title}'`));
  expect(titled).not.toEqual([]);
  const expecting = titled.filter((test) => new RegExp(`\\b${code}\\b`).test(test));
  expect(expecting).not.toEqual([]);
});
