// What a reader has to load, gzip: the first page's script, each page's own, the style.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
/** In KB. A form brings what all forms need; what its command asks for is a file of its own. */
const BUDGETS = { first: 110, page: 25, forms: 25, style: 12 };

/** @returns a line for each, and the names of those that are too large. */
export const overBudget = (site) => {
  const manifest = JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8'));
  const size = (file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length / KB;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  const withImports = (chunk, seen = new Set()) => {
    if (seen.has(chunk.file)) return seen;
    seen.add(chunk.file);
    for (const name of chunk.imports ?? []) withImports(manifest[name], seen);
    return seen;
  };
  const first = withImports(entry);
  const sum = (files) => [...files].reduce((kb, file) => kb + size(file), 0);
  const own = (chunk) => [...withImports(chunk)].filter((file) => !first.has(file));
  const measured = [
    { name: 'the first page', kb: sum(first), budget: BUDGETS.first },
    { name: 'style', kb: sum(entry.css ?? []), budget: BUDGETS.style },
    ...Object.values(manifest)
      .filter(({ isDynamicEntry }) => isDynamicEntry)
      .map((chunk) => ({
        name: chunk.name,
        kb: sum(own(chunk)),
        budget: /form|lookup/.test(chunk.name) ? BUDGETS.forms : BUDGETS.page,
      })),
  ];
  return {
    lines: measured.map(({ name, kb, budget }) => `${name}: ${kb.toFixed(1)} of ${budget} KB`),
    over: measured.filter(({ kb, budget }) => kb > budget).map(({ name }) => name),
  };
};
