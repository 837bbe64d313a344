/** What jest promises is kept when Node loads the tests: a run of it on a folder of small ones. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

/** Whichever of two such files comes second: what the other one changed is as it was. */
const CHANGES_THE_PROCESS = `
it('finds the process as it was', () => {
  const { PROBE, HOME } = process.env;
  expect([PROBE, HOME === undefined, process.exitCode, typeof console.log]).toEqual([undefined, false, undefined, 'function']);
  process.env.PROBE = 'changed';
  delete process.env.HOME;
  process.exitCode = 3;
  globalThis.console = {} as Console;
});`;

const FILES = {
  'lines.spec.ts': `interface Gone {
  readonly type: string;
}
const compare = (one: Gone): void =>
  expect(one.type).toBe('a');
it('fails at its line', () => compare({ type: 'b' }));`,
  'load.spec.ts': `interface Gone {
  readonly type: string;
}
throw new Error('when it is loaded');`,
  'rejects.spec.ts': `it('leaves a rejection behind', () => void Promise.reject(new Error('late')));`,
  'hangs.spec.ts': `it('never ends', () => new Promise(() => undefined), 20);`,
  'before.spec.ts': `beforeAll(() => { throw new Error('before'); });\nit('comes after a failure', () => undefined);`,
  'after.spec.ts': `afterAll(() => { throw new Error('after'); });\nit('comes before a failure', () => undefined);`,
  'counts.spec.ts': `it('asserts too little', () => expect.assertions(1));`,
  'empty.spec.ts': `export const nothing = 1;`,
  'one.spec.ts': CHANGES_THE_PROCESS,
  'other.spec.ts': CHANGES_THE_PROCESS,
};

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

let folder: string;
let status: unknown;
let results: Results;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-jest-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const options = ['--config', 'jest.config.mjs', '--roots', folder, '--json', '--maxWorkers=1'];
  const env = { ...process.env, PLEDGELINE_TEST_RESULTS: join(folder, 'counts.json') };
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [JEST, ...options], { cwd: ROOT, env }, (error, stdout) => {
      status = error?.code;
      done(stdout);
    });
  });
  results = JSON.parse(output) as Results;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (file: string) => {
  const found = results.testResults.find(({ name }) => name.endsWith(`/${file}`));
  if (found === undefined) throw new Error(`jest says nothing about ${file}`);
  return found;
};

it.each([
  ['lines.spec.ts', 'lines.spec.ts:5:'],
  ['load.spec.ts', 'load.spec.ts:4:'],
  ['rejects.spec.ts', 'late'],
  ['hangs.spec.ts', 'Exceeded timeout of 20 ms'],
  ['before.spec.ts', 'before'],
  ['after.spec.ts', 'after'],
  ['counts.spec.ts', 'Expected one assertion'],
  ['empty.spec.ts', 'must contain at least one test'],
])('%s fails, and says why: %s', (file, reason) => {
  expect(of(file).status).toBe('failed');
  expect(of(file).message).toContain(reason);
});

it.each(['one.spec.ts', 'other.spec.ts'])('what a test changed of the process is put back for %s', (file) =>
  expect(of(file).message).toBe(''),
);

it('the run fails, and CI finds its counts', () => {
  expect(status).toBe(1);
  expect(JSON.parse(readFileSync(join(folder, 'counts.json'), 'utf8'))).toEqual({
    numPassedTests: 3,
    numFailedTests: 5,
    numPendingTests: 0,
    numRuntimeErrorTestSuites: 3,
  });
});
