/** What an option does not take is wrong usage: one line that names what it takes, before any server is asked. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { categories, ROLES, TAGS } from '@pledgeline/contracts';
import { runInProcess } from './testing/run-in-process.ts';

const NOBODY = ['--url', 'http://127.0.0.1:1'];
const COMMANDS = [['import', 'x.csv'], ['history', 'x'], ['report', 'money'], ['rebuild']];

const expectUsage = async (args: readonly string[], known: string): Promise<void> => {
  const { code, out, err } = await runInProcess(args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/^error: .*\n$/);
  expect(err).toContain(known);
};

describe('a role that nobody has', () => {
  it.each(COMMANDS)('is wrong usage of %s', async (...command) => {
    await expectUsage([...command, ...NOBODY, '--role', 'DISK'], ROLES.join(', '));
  });

  it('is wrong usage from the environment too', async () => {
    process.env['PLEDGELINE_ROLE'] = 'DISK';
    try {
      await expectUsage(['report', ...NOBODY], ROLES.join(', '));
    } finally {
      delete process.env['PLEDGELINE_ROLE'];
    }
  });

  it('may be written small, and blank is none', async () => {
    for (const role of ['desk', 'Desk', ''])
      expect(await runInProcess(['report', ...NOBODY, '--role', role])).toMatchObject({ code: 3 });
  });
});

it.each([
  [['report', 'money', '--category', 'UNITS'], categories.join(', ')],
  [['report', 'money', '--theme', 'peace'], TAGS.join(', ')],
  [['report', 'money', '--member-state', 'Atlantis'], 'ISO 3166 alpha-3'],
  [['report', 'money', '--as-of', '30.04.2019'], 'YYYY-MM-DD'],
  [['report', 'money', '--since', '2019-02-30'], 'YYYY-MM-DD'],
  [['history', 'x', '--as-of', 'yesterday'], 'YYYY-MM-DD'],
  [['import', 'x.csv', '--in-flight', '0'], 'above 0'],
  [['import', 'x.csv', '--retry-for', 'soon'], 'above 0'],
  [['sign-in', 'http://x/', '--state', 'Kenya'], 'ISO 3166 alpha-3'],
])('%j is wrong usage', async (args, known) => {
  await expectUsage(args, known);
});

it('an encoding that nobody knows is wrong usage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-usage-'));
  const file = join(folder, 'x.csv');
  writeFileSync(file, 'a,b\n');
  const { code, err } = await runInProcess(['import', file, ...NOBODY, '--encoding', 'ebcdic']);
  rmSync(folder, { recursive: true });
  expect([code, err]).toEqual([2, expect.stringContaining('no encoding is known as ebcdic')]);
});
