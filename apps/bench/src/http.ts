/**
 * What a POST costs over HTTP, with the store (an announcement, durable) and without it (the same body with a field that
 * validation refuses): the real standalone process, loaded from this one through kept-alive connections.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './http-load.ts';
import type { Results } from './measure.ts';
import { figure, perSecond, ratio } from './measure.ts';
import type { Progress } from './progress.ts';
import { startService } from './start-service.ts';

const RUNS = 5;
const REQUESTS = 3000;
const IN_FLIGHT = 64;
const WARM_UP = 500;

export const measureHttp = async (results: Results, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-http-'));
  const { url, stop } = await startService('standalone', { PLEDGELINE_DATA: folder });
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const withStore: number[] = [];
  const without: number[] = [];
  try {
    await load(agent, url, 'good', WARM_UP, IN_FLIGHT);
    for (let run = 0; run < RUNS; run += 1) {
      progress.step(`HTTP, ${IN_FLIGHT} in flight, run ${run + 1} of ${RUNS}`);
      withStore.push(await perSecond(() => load(agent, url, 'good', REQUESTS, IN_FLIGHT)));
      without.push(await perSecond(() => load(agent, url, 'bad', REQUESTS, IN_FLIGHT)));
    }
  } finally {
    agent.destroy();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
  results.figures.push(figure(`HTTP POST with the store, ${IN_FLIGHT} in flight`, 'requests/s', withStore));
  results.figures.push(
    figure(`HTTP POST refused before the store, ${IN_FLIGHT} in flight`, 'requests/s', without),
  );
  results.ratios.push(ratio('HTTP POST with the store / refused before it', withStore, without, null));
};
