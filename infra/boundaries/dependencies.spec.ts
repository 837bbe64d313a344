/** A circle of files and an import of a floor above are refused: made-up files are checked with the real configuration. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Example {
  readonly says: string;
  readonly files: Readonly<Record<string, string>>;
  /** The rule, and the files that break it. */
  readonly breaks: readonly (readonly [rule: string, ...from: string[]])[];
}

const circle = 'no-circle-of-files';
const examples: readonly Example[] = [
  {
    says: 'two files do not import each other',
    files: {
      'libs/contracts/src/a.ts': `import { b } from './b.ts';\nexport const a = () => b;`,
      'libs/contracts/src/b.ts': `import { a } from './a.ts';\nexport const b = () => a;`,
    },
    breaks: [[circle, 'libs/contracts/src/a.ts', 'libs/contracts/src/b.ts']],
  },
  {
    says: 'a way back is refused that is a type only',
    files: {
      'libs/contracts/src/c.ts': `import { d } from './d.ts';\nexport type C = string;\nexport const c = d;`,
      'libs/contracts/src/d.ts': `import type { C } from './c.ts';\nexport const d: C = '';`,
    },
    breaks: [[circle, 'libs/contracts/src/c.ts', 'libs/contracts/src/d.ts']],
  },
  {
    says: 'so is a ring of types',
    files: {
      'libs/event-sourcing/src/a.ts': `import type { B } from './b.ts';\nexport type A = B | null;`,
      'libs/event-sourcing/src/b.ts': `import type { C } from './c.ts';\nexport type B = C | null;`,
      'libs/event-sourcing/src/c.ts': `import { type A } from './a.ts';\nexport type C = A | null;`,
    },
    breaks: [[circle, ...['a', 'b', 'c'].map((name) => `libs/event-sourcing/src/${name}.ts`)]],
  },
  {
    says: 'a view does not import a page',
    files: {
      'libs/reporting/src/views/a.ts': `import type { Page } from '../pages/gaps/page.ts';\nexport type A = Page;`,
      'libs/reporting/src/pages/gaps/page.ts': `export type Page = string;`,
    },
    breaks: [['views-of-reporting-import-no-floor-above', 'libs/reporting/src/views/a.ts']],
  },
  {
    says: 'the engine of read models knows no view',
    files: {
      'libs/reporting/src/read-models/a.ts': `import { view } from '../views/view.ts';\nexport const a = view;`,
    },
    breaks: [['read-models-of-reporting-import-no-floor-above', 'libs/reporting/src/read-models/a.ts']],
  },
  {
    says: 'a part of the console does not import a page',
    files: {
      'apps/console/src/parts/a.tsx': `import { page } from '../pages/one/one.tsx';\nexport const a = page;`,
      'apps/console/src/pages/one/one.tsx': `export const page = 'page';`,
    },
    breaks: [['parts-of-the-console-import-no-floor-above', 'apps/console/src/parts/a.tsx']],
  },
  {
    says: 'a page of the console does not import another',
    files: {
      'apps/console/src/pages/two/two.tsx': `import { b } from '../three/three.tsx';\nexport const a = b;`,
      'apps/console/src/pages/three/three.tsx': `export const b = 'page';`,
    },
    breaks: [['a-page-of-the-console-imports-no-other', 'apps/console/src/pages/two/two.tsx']],
  },
  {
    says: 'a page imports a view',
    files: {
      'libs/reporting/src/pages/b.ts': `import { view } from '../views/view.ts';\nexport const b = view;`,
      'libs/reporting/src/views/view.ts': `export const view = 'view';`,
    },
    breaks: [],
  },
];

describe('imports', () => {
  let broken: readonly string[] = [];
  beforeAll(() => {
    const root = join(import.meta.dirname, '../..');
    const folder = mkdtempSync(join(tmpdir(), 'pledgeline-dependencies-'));
    for (const [path, text] of examples.flatMap(({ files }) => Object.entries(files))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const asked = [
      tool,
      '--config',
      join(root, 'infra/lint/dependency-cruiser.mjs'),
      '--output-type',
      'json',
      'libs',
      'apps',
    ];
    const { stdout, stderr } = spawnSync(process.execPath, asked, { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    if (stdout === '') throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    broken = summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
  });

  it.each(examples.map((example) => [example.says, example] as const))('%s', (_, { files, breaks }) => {
    const expected = breaks.map(([rule, ...from]) => from.map((file) => `${rule} ${file}`));
    const found = broken.filter((line) => Object.keys(files).some((file) => line.endsWith(` ${file}`)));
    // A circle is named once, by one of its files.
    expect(found).toHaveLength(expected.length);
    for (const [n, line] of found.entries()) expect(expected[n]).toContain(line);
  });
});
