/** What `.ci/run` does first, and by whose rules it checks documents: found.md, A1, D2 and D3. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const run = read('.ci/run');
const steps = [...run.matchAll(/^step (\S+) (.+)$/gm)].map(([, name, command]) => [name, command] as const);
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };

it('CI begins with a clone of its own, before anything that could help it', () => {
  expect(steps[0]).toEqual(['pristine', expect.stringMatching(/^node \.ci\/pristine\.mjs /)]);
  const before = run.slice(0, run.indexOf('\nstep ')).replaceAll(/^ *#.*$/gm, '');
  expect(before).not.toMatch(/\b(npm|npx|tsc|nx|jest)\b(?!\.)/);
});

it('README begins with the two commands that are run there, each of which installs by itself', () => {
  const [, block = ''] = /^```sh\n(.+?)^```/ms.exec(read('README.md')) ?? [];
  const commands = block.split('\n').map((line) => line.replace(/\s*#.*/, ''));
  expect(commands.slice(0, 2)).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
});

it('linters that others wrote check both documents, and a hint of theirs fails the build', () => {
  expect(Object.fromEntries(steps)['documents']).toBe('npm run lint:documents');
  const lines = (scripts['lint:documents'] ?? '').split(' && ');
  expect(lines[0]).toMatch(/spectral lint .*--fail-severity hint docs\/asyncapi\.json docs\/openapi\.json$/);
  expect(lines[1]).toMatch(/redocly lint .*docs\/openapi\.json$/);
  expect(read('infra/lint/spectral.yaml')).toMatch(/^extends: \['spectral:oas', 'spectral:asyncapi'\]$/m);
  const off = read('infra/lint/spectral.yaml').match(/^ {2}[\w-]+: off$/gm);
  expect(off).toEqual(['  asyncapi-latest-version: off']);
  expect(read('infra/lint/redocly.yaml')).toMatch(/^extends:\n {2}- recommended-strict\n*$/m);
});
