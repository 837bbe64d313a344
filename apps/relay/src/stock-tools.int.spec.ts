/** Tools that others made, unmodified, on our log of proofs. Go's is skipped, and counted as skipped, where there is no Go. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@pledgeline/event-sourcing/testing';
import { launch } from '@pledgeline/runtime/testing';

const FSCK = 'github.com/transparency-dev/tessera/cmd/fsck@v1.0.4';
const hasGo = spawnSync('go', ['version']).status === 0;

(hasGo ? it : it.skip)(
  `tessera's fsck makes the root again from all leaves, and takes our signature${hasGo ? '' : ' (skipped: there is no Go)'}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pledgeline-stock-'));
    execFileSync('go', ['install', FSCK], { env: { ...process.env, GOBIN: folder }, stdio: 'ignore' });
    const dataFolder = join(folder, 'data');
    const server = launch(new URL('../../standalone/src/main.ts', import.meta.url), {
      PLEDGELINE_DATA: dataFolder,
    });
    const url = await server.url;
    for (let n = 0; n < 10; n += 1) {
      const body = {
        ...{ memberState: 'RWA', category: 'UNIT', capabilityCode: 'INF-BN', description: `Battalion ${n}` },
        ...{ source: 'Note verbale', additional: true, additionalReason: 'One of several' },
      };
      const headers = {
        'content-type': 'application/json',
        'x-pledgeline-actor': 'a.diallo',
        'x-pledgeline-role': 'DESK',
      };
      const answer = await fetch(`${url}/pledges`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(answer.status).toBe(201);
    }
    await until('the log covers them', async () => {
      const [, size] = (await (await fetch(`${url}/proof/checkpoint`)).text()).split('\n');
      return Number(size) >= 10;
    });
    const key = join(dataFolder, 'proof-keys', 'signing.vkey');
    const checked = spawnSync(
      join(folder, 'fsck'),
      [`--storage_url=${url}/proof/`, `--public_key=${key}`, '--ui=false'],
      { encoding: 'utf8' },
    );
    expect([checked.status, checked.stderr]).toEqual([0, expect.stringContaining("Successfully fsck'd log")]);
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  },
);
