/**
 * What a POST costs over HTTP, with the store (an announcement, durable) and without it (the same body with a field that
 * validation refuses): the real standalone process, loaded from this one through kept-alive connections.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Results } from './measure.ts';
import { figure, perSecond, ratio } from './measure.ts';
import type { Progress } from './progress.ts';

const RUNS = 5;
const REQUESTS = 3000;
const IN_FLIGHT = 64;

export const measureHttp = async (results: Results, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-http-'));
  const { child, url } = await startStandalone(folder);
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const withStore: number[] = [];
  const without: number[] = [];
  try {
    await load(agent, url, 'good', 500);
    for (let run = 0; run < RUNS; run += 1) {
      progress.step(`HTTP, ${IN_FLIGHT} in flight, run ${run + 1} of ${RUNS}`);
      withStore.push(await perSecond(() => load(agent, url, 'good', REQUESTS)));
      without.push(await perSecond(() => load(agent, url, 'bad', REQUESTS)));
    }
  } finally {
    agent.destroy();
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
  results.figures.push(figure(`HTTP POST with the store, ${IN_FLIGHT} in flight`, 'requests/s', withStore));
  results.figures.push(
    figure(`HTTP POST refused before the store, ${IN_FLIGHT} in flight`, 'requests/s', without),
  );
  results.ratios.push(ratio('HTTP POST with the store / refused before it', withStore, without, null));
};

const startStandalone = async (folder: string): Promise<{ child: ChildProcess; url: string }> => {
  const hook = new URL('../../../infra/node/typescript-hook.mjs', import.meta.url);
  const main = fileURLToPath(new URL('../../standalone/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', hook.href, main], {
    env: { ...process.env, PLEDGELINE_DATA: folder, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    return { child, url };
  }
  throw new Error('the standalone process ended before it served');
};

const load = async (agent: Agent, url: string, kind: 'good' | 'bad', count: number): Promise<number> => {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const status = await post(agent, `${url}/pledges`, kind);
      if (status !== (kind === 'good' ? 201 : 400)) throw new Error(`POST /pledges answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return count;
};

const post = (agent: Agent, url: string, kind: 'good' | 'bad'): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'x-pledgeline-actor': 'bench',
          'x-pledgeline-role': 'DESK',
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          resolve(answer.statusCode ?? 0);
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ ...announcement, ...(kind === 'bad' ? { announcedOn: '2025-02-30' } : {}) }));
  });

const announcement = {
  memberState: 'Rwanda',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: '850',
  unit: 'troops',
  description: 'One infantry battalion, self-sustained, ready within sixty days of a request',
  announcedOn: '2025-05-13',
  source: 'benchmark',
};
