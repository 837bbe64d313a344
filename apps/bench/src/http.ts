/**
 * What a POST costs over HTTP: an announcement that is durable when it is answered, and the same refused by validation; beside them
 * what Nest alone does, and what one would write with Nest and emmett-sqlite. All servers run at once and are asked in turn, by one
 * client (`http-client.ts`), so that a drifting machine hits all alike.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announceAtOnce, announceAtRate } from './http-announcements.ts';
import type { Load, Target } from './http-announcements.ts';
import { httpClient } from './http-client.ts';
import type { HttpClient } from './http-client.ts';
import { BY_HEADERS } from './http-load.ts';
import type { Announced } from './http-load.ts';
import { figure, ratio } from './measure.ts';
import type { Results } from './measure.ts';
import type { Progress } from './progress.ts';
import { percentile } from './read-load.ts';
import { startPeer, startService } from './start-service.ts';
import type { RunningService } from './start-service.ts';

const RUNS = 5;
const IN_FLIGHT = 64;
const WARM_UP_SECONDS = 4;
const SECONDS = 2;

const CASES = {
  durable: { name: 'Pledgeline, durable', server: 'pledgeline', kind: 'good' },
  refused: { name: 'Pledgeline, refused by validation', server: 'pledgeline', kind: 'bad' },
  plain: { name: 'Nest + Fastify + ValidationPipe', server: 'plain', kind: 'good' },
  plainRefused: { name: 'the same, refused', server: 'plain', kind: 'bad' },
  emmett: { name: 'Nest + emmett-sqlite, durable', server: 'emmett', kind: 'good' },
} as const;

type Case = (typeof CASES)[keyof typeof CASES];
type ServerName = Case['server'];
type Servers = Readonly<Record<ServerName, Target>>;

export const measureHttp = async (results: Results, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-http-'));
  const running: { readonly service: RunningService; readonly client: HttpClient }[] = [];
  const target = async (starting: Promise<RunningService>): Promise<Target> => {
    const service = await starting;
    const client = httpClient(service.url, { connections: IN_FLIGHT, headers: BY_HEADERS });
    running.push({ service, client });
    return { client, pid: service.pid };
  };
  try {
    progress.step('HTTP, the servers start');
    const servers: Servers = {
      pledgeline: await target(startService('standalone', { PLEDGELINE_DATA: folder })),
      plain: await target(startPeer('plain-nest')),
      emmett: await target(startPeer('nest-emmett')),
    };
    await measureCases(servers, results, progress);
  } finally {
    for (const { client } of running) client.close();
    await Promise.all(running.map(({ service }) => service.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
};

const measureCases = async (servers: Servers, results: Results, progress: Progress): Promise<void> => {
  const cases = Object.entries(CASES) as [keyof typeof CASES, Case][];
  const atOnce = new Map<string, Load[]>(cases.map(([key]) => [key, []]));
  const atHalf = new Map<string, Load[]>(cases.map(([key]) => [key, []]));
  for (let run = -1; run < RUNS; run += 1) {
    const isWarmUp = run < 0;
    const turns = run % 2 === 0 ? cases : cases.toReversed();
    for (const [key, { name, server, kind }] of turns) {
      progress.step(`HTTP, ${name}, ${isWarmUp ? 'warm-up' : `run ${run + 1} of ${RUNS}`}`);
      const seconds = isWarmUp ? WARM_UP_SECONDS : SECONDS;
      const load = await announceAtOnce(servers[server], kind, seconds, IN_FLIGHT);
      if (isWarmUp) continue;
      atOnce.get(key)?.push(load);
      atHalf.get(key)?.push(await atHalfLoad(servers[server], kind, load.perSecond));
    }
  }
  for (const [key, { name }] of cases) report(results, name, atOnce.get(key) ?? [], atHalf.get(key) ?? []);
  const rates = (key: keyof typeof CASES): number[] =>
    (atOnce.get(key) ?? []).map(({ perSecond }) => perSecond);
  const costs = (key: keyof typeof CASES): number[] =>
    (atOnce.get(key) ?? []).map(({ cpuPerRequest }) => cpuPerRequest);
  results.ratios.push(
    ratio('CPU of POST durable / of Nest alone (at most)', costs('durable'), costs('plain'), 4),
    ratio('CPU of POST refused / of Nest alone, refused', costs('refused'), costs('plainRefused'), null),
    ratio('POST durable / Nest + Fastify + ValidationPipe', rates('durable'), rates('plain'), 0.25),
    ratio('POST durable / Nest + emmett-sqlite, one projection', rates('durable'), rates('emmett'), 3),
    ratio('POST durable / refused by validation', rates('durable'), rates('refused'), null),
  );
};

const atHalfLoad = (target: Target, kind: Announced, perSecond: number): Promise<Load> =>
  announceAtRate(target, kind, SECONDS, perSecond / 2);

const report = (results: Results, name: string, atOnce: readonly Load[], atHalf: readonly Load[]): void => {
  const at = (share: number, loads: readonly Load[]): number[] =>
    loads.map(({ latencies }) => percentile(latencies, share));
  results.figures.push(
    figure(
      `POST, ${name}, ${IN_FLIGHT} in flight`,
      'requests/s',
      atOnce.map(({ perSecond }) => perSecond),
    ),
    figure(
      `POST, ${name}, CPU of the server`,
      'ms a request',
      atOnce.map(({ cpuPerRequest }) => cpuPerRequest),
    ),
    figure(`POST, ${name}, p50 at ${IN_FLIGHT} in flight`, 'ms', at(0.5, atOnce)),
    figure(`POST, ${name}, p99 at ${IN_FLIGHT} in flight`, 'ms', at(0.99, atOnce)),
    figure(`POST, ${name}, slowest at ${IN_FLIGHT} in flight`, 'ms', at(1, atOnce)),
    figure(`POST, ${name}, p50 at half load`, 'ms', at(0.5, atHalf)),
    figure(`POST, ${name}, p99 at half load`, 'ms', at(0.99, atHalf)),
  );
};
