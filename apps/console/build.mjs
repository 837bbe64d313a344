// Builds the console into dist/site, unless it was built from these very sources: `node apps/console/build.mjs`.
// `npm start` and `npm run demo` run it first. A build that fails, or a folder that may not be written to, is one line: the
// server serves everything else all the same. `--strict` makes it an error, and checks the sizes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overBudget } from './budgets.mjs';
import { licences } from './licences.mjs';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const SITE = join(HERE, 'dist/site');
/** Beside the site, so that it is not served. */
const BUILT_FROM = join(HERE, 'dist/built-from.txt');
/** What a build reads. */
const SOURCES = ['apps/console', 'libs/transparency', 'package-lock.json'];
const NO_SOURCE = /(^|\/)(dist|node_modules|test)(\/|$)|\.spec\.ts$/;

const filesOf = (path) => {
  if (NO_SOURCE.test(path)) return [];
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesOf(inside) : NO_SOURCE.test(inside) ? [] : [inside];
  });
};

const sources = () => {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesOf(path)));
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
};

const isBuiltFrom = (hash) =>
  existsSync(join(SITE, 'index.html')) && existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === hash;

const run = async () => {
  const hash = sources();
  if (!isBuiltFrom(hash)) {
    // Whoever runs it: under the tests' own setting it would be React for developers.
    process.env.NODE_ENV = 'production';
    const { build } = await import('vite');
    const { output } = await build({ configFile: join(HERE, 'vite.config.mjs'), logLevel: 'error' });
    writeFileSync(join(SITE, 'licences.txt'), licences(output));
    writeFileSync(BUILT_FROM, hash);
  }
};

const isStrict = process.argv.includes('--strict');
try {
  await run();
  if (isStrict) {
    const { lines, over } = overBudget(SITE);
    console.log(lines.join('\n'));
    if (over.length > 0) throw new Error(`over its budget: ${over.join(', ')}`);
  }
} catch (error) {
  console.error(`console not built: ${error.message.split('\n', 1)[0]}`);
  if (isStrict) process.exitCode = 1;
}
