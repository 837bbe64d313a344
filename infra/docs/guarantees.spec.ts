/** docs/guarantees.md names tests: each file must exist and hold what is quoted from it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/guarantees.md'), 'utf8');
const named = [...page.matchAll(/`([^`]+\.ts)`: "([^"]+)"/g)].map(([, file = '', words = '']) => [
  file,
  words,
]);

it('names tests', () => {
  expect(named.length).toBeGreaterThan(30);
});

it.each(named)('%s has "%s"', (file = '', words = '') => {
  expect(readFileSync(resolve(root, file), 'utf8')).toContain(words);
});
