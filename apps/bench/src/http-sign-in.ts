/**
 * What it costs to verify a caller over HTTP: the same question to a service that checks a token of an OpenID Connect
 * issuer, seen before, and to one that trusts headers, which is next to nothing. Both run at once and are asked in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIssuer } from '@pledgeline/runtime/testing';
import { ask, BY_HEADERS } from './http-load.ts';
import type { Headers } from './http-load.ts';
import type { Results } from './measure.ts';
import { figure, perSecond, ratio } from './measure.ts';
import type { Progress } from './progress.ts';
import { startService } from './start-service.ts';

/** Many short ones: the difference is smaller than what a shared machine does from second to second. */
const RUNS = 25;
const REQUESTS = 2000;
const IN_FLIGHT = 64;
const WARM_UP = 3000;
/** Costs little itself: no conference is there yet. */
const ROUTE = '/conferences';

export const measureSignIn = async (results: Results, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-sign-in-'));
  const issuer = await startIssuer({ bench: { roles: ['DESK'] } });
  const token = await issuer.tokenOf('bench');
  const oidc = {
    PLEDGELINE_IDENTITY: 'oidc',
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
  };
  const checking = await startService('standalone', { PLEDGELINE_DATA: join(folder, 'token'), ...oidc });
  const trusting = await startService('standalone', { PLEDGELINE_DATA: join(folder, 'headers') });
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const byToken: number[] = [];
  const byHeaders: number[] = [];
  const withToken = (count: number) =>
    questions(agent, checking.url, { authorization: `Bearer ${token}` }, count);
  const withHeaders = (count: number) => questions(agent, trusting.url, BY_HEADERS, count);
  try {
    await withToken(WARM_UP);
    await withHeaders(WARM_UP);
    for (let run = 0; run < RUNS; run += 1) {
      progress.step(`HTTP, signed in, ${IN_FLIGHT} in flight, run ${run + 1} of ${RUNS}`);
      const turns = [
        async () => byToken.push(await perSecond(() => withToken(REQUESTS))),
        async () => byHeaders.push(await perSecond(() => withHeaders(REQUESTS))),
      ];
      for (const turn of run % 2 === 0 ? turns : turns.toReversed()) await turn();
    }
  } finally {
    agent.destroy();
    await Promise.all([checking.stop(), trusting.stop(), issuer.leave()]);
    rmSync(folder, { recursive: true, force: true });
  }
  results.figures.push(figure(`HTTP GET with a token, ${IN_FLIGHT} in flight`, 'requests/s', byToken));
  results.figures.push(
    figure(`HTTP GET by believed headers, ${IN_FLIGHT} in flight`, 'requests/s', byHeaders),
  );
  results.ratios.push(ratio('HTTP GET with a token / by believed headers', byToken, byHeaders, 0.9));
};

const questions = async (agent: Agent, url: string, identity: Headers, count: number): Promise<number> => {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { status } = await ask(agent, 'GET', url + ROUTE, undefined, identity);
      if (status !== 200) throw new Error(`GET ${ROUTE} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return count;
};
