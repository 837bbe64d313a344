/** What a style sheet must not do, or pages would break in another direction of reading or under the policy of content. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sheets = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'));
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float|text-align:\s*(?:left|right))\s*:/;

it.each(sheets)('%s names no side by left or right, and fetches nothing from elsewhere', (name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll(/@media[^{]+/g, '');
  expect(PHYSICAL.exec(text)?.[0].trim()).toBeUndefined();
  expect(/url\(['"]?(?:https?:|\/\/|data:)/.exec(text)).toBeNull();
});
