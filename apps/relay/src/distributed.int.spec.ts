/** The four services, the proxy, the store and a real Kafka together do what the one process does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const root = resolve(import.meta.dirname, '../../..');

let distributed: Distributed;
beforeEach(async () => {
  distributed = await startDistributed({ fixedTime: NOW });
});
afterEach(() => distributed.close());

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const run = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> => {
  // The broker of this test run is not the one process's business.
  const { KAFKA_BROKERS: _, KURRENTDB_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, args, { cwd: root, env: { ...inherited, NO_COLOR: '1', ...env } });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, out, err };
};

const HOOK = ['--import', resolve(root, 'infra/node/typescript-hook.mjs')];

/** From the first heading to the last but one: the rest names the address. */
const told = async (env: Readonly<Record<string, string>>): Promise<string> => {
  const { code, out, err } = await run([...HOOK, 'apps/standalone/src/demo/demo.ts'], {
    PLEDGELINE_DEMO_EXIT: '1',
    PLEDGELINE_FIXED_TIME: NOW,
    ...env,
  });
  expect([code, err]).toEqual([0, 'read as: commas, UTF-8, 26 rows\nread as: commas, UTF-8, 197 rows\n']);
  return out.slice(out.indexOf('== 197'), out.indexOf('== What to try'));
};

it('the demo of the main job tells the same and gives the same report, byte for byte', async () => {
  const inOneProcess = await told({ PORT: '0', PLEDGELINE_IDENTITY: 'headers' });
  expect(inOneProcess).toContain('== Progress');
  expect(await told({ PLEDGELINE_URL: distributed.url })).toBe(inOneProcess);
});

it('the scenario of the one process holds unchanged', async () => {
  const { code, err } = await run(
    ['node_modules/jest/bin/jest.js', 'apps/standalone/src/lifecycle.e2e.spec.ts'],
    { PLEDGELINE_E2E_URL: distributed.url, PLEDGELINE_FIXED_TIME: NOW },
  );
  expect({ code, said: code === 0 ? '' : err }).toEqual({ code: 0, said: '' });
});
