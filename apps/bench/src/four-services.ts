/**
 * The distributed shape as four processes, and what it costs its callers: commands per second, and how long an announcement
 * takes from the request to the answer of a query that shows it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { announce, ask, load } from './http-load.ts';
import type { Results } from './measure.ts';
import { figure, perSecond } from './measure.ts';
import { costFigures, costs } from './process-cost.ts';
import type { CostSample, MeasuredProcess } from './process-cost.ts';
import type { Progress } from './progress.ts';
import { startService } from './start-service.ts';
import type { RunningService } from './start-service.ts';

const REQUESTS = 3000;
const IN_FLIGHT = 64;
const WARM_UP = 2000;
/** Few at once: what is not compiled yet answers late. */
const WARM_UP_IN_FLIGHT = 8;
/** Commands per second of the second latency: more than two cores carry with everything on them. */
const GOAL_RATE = 500;
const SECONDS = 10;
const IDLE_SECONDS = 5;

export interface Stores {
  readonly kurrentUrl: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  /** What the services share: the broker, and the store where it runs on this machine too. */
  readonly shared: readonly MeasuredProcess[];
}

export interface Extent {
  /** Of each measurement. */
  readonly runs: number;
  /** Commands per second; 200 are what two cores carry with everything on them. */
  readonly rate: number;
  /** Without it only what a command costs at a steady rate, and what nothing costs. */
  readonly whole: boolean;
}

export const measureFourServices = async (
  results: Results,
  stores: Stores,
  { runs, rate, whole }: Extent,
  progress: Progress,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-services-'));
  const start = (name: 'relay' | 'intake' | 'verification' | 'reporting', instance: string = name) =>
    startService(name, environment(stores, folder, instance));
  const relay = await start('relay');
  const services: RunningService[] = [relay];
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * IN_FLIGHT });
  try {
    const [intake, reporting] = [await start('intake'), await start('reporting')];
    const verification = await start('verification');
    services.push(intake, reporting, verification);
    const ours = [
      { name: 'intake', pid: intake.pid },
      { name: 'reporting', pid: reporting.pid },
      { name: 'verification', pid: verification.pid },
      { name: 'relay', pid: relay.pid },
      ...stores.shared,
      { name: 'load', pid: process.pid },
    ];
    const bench = { results, agent, runs, progress, intake, reporting };
    await warmUp(bench);
    await measureLatency(bench, rate, ours);
    await measureIdle(bench, ours);
    if (!whole) return;
    await measureCommands(bench);
    await measureLatency(bench, GOAL_RATE, ours);
    await measureTakeover(bench, { services, start });
  } finally {
    agent.destroy();
    for (const { stop } of services) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const environment = ({ kurrentUrl, brokers, topicPrefix }: Stores, folder: string, instance: string) => ({
  KURRENTDB_URL: kurrentUrl,
  KAFKA_BROKERS: brokers.join(','),
  KAFKA_TOPIC_PREFIX: topicPrefix,
  KAFKA_REPLICATION: '1',
  PLEDGELINE_DATA: join(folder, instance),
  PLEDGELINE_INSTANCE: instance,
});

const warmUp = async ({ agent, intake, reporting }: Bench): Promise<void> => {
  let left = WARM_UP;
  const worker = async (): Promise<void> => {
    for (; left > 0; left -= 1)
      // A store that is not warm either may be late once.
      await announceAndSee(agent, intake.url, reporting.url).catch(() => pause(100));
  };
  await Promise.all(Array.from({ length: WARM_UP_IN_FLIGHT }, worker));
};

interface Bench {
  readonly results: Results;
  readonly agent: Agent;
  readonly runs: number;
  readonly progress: Progress;
  readonly intake: RunningService;
  readonly reporting: RunningService;
}

const measureCommands = async ({ results, agent, runs, progress, intake }: Bench): Promise<void> => {
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    progress.step(`commands through four services, run ${run + 1} of ${runs}`);
    rates.push(await perSecond(() => load(agent, intake.url, REQUESTS, IN_FLIGHT)));
  }
  results.figures.push(figure(`commands through four services, ${IN_FLIGHT} in flight`, 'commands/s', rates));
};

/** Milliseconds from the request of a command to the answer of the query that shows it. */
const announceAndSee = async (agent: Agent, intake: string, reporting: string): Promise<number> => {
  const began = performance.now();
  const { status, text } = await announce(agent, intake);
  if (status !== 201) throw new Error(`POST /pledges answered ${status}: ${text}`);
  const { location, after } = JSON.parse(text) as { location: string; after: string };
  const seen = await ask(agent, 'GET', `${reporting}${location}?after=${encodeURIComponent(after)}`);
  if (seen.status !== 200) throw new Error(`GET ${location} answered ${seen.status}: ${seen.text}`);
  return performance.now() - began;
};

/**
 * Requests begin when their time has come, whether or not earlier ones have been answered.
 * @returns how long each took, the quickest first.
 */
const announceSteadily = async ({ agent, intake, reporting }: Bench, rate: number): Promise<number[]> => {
  const pending: Promise<number>[] = [];
  const began = performance.now();
  while (pending.length < rate * SECONDS) {
    const due = Math.floor(((performance.now() - began) * rate) / 1000);
    while (pending.length < due) pending.push(announceAndSee(agent, intake.url, reporting.url));
    await pause(1);
  }
  return (await Promise.all(pending)).toSorted((a, b) => a - b);
};

const measureLatency = async (
  bench: Bench,
  rate: number,
  processes: readonly MeasuredProcess[],
): Promise<void> => {
  const { results, runs, progress } = bench;
  const [p50s, p99s, spent]: [number[], number[], CostSample[]] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    progress.step(`announce to visible at ${rate} commands/s, run ${run + 1} of ${runs}`);
    let sorted: number[] = [];
    spent.push(
      await costs(processes, async () => {
        sorted = await announceSteadily(bench, rate);
        return sorted.length;
      }),
    );
    p50s.push(sorted[Math.floor(sorted.length * 0.5)] ?? Number.NaN);
    p99s.push(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN);
  }
  results.figures.push(figure(`announce to visible at ${rate} commands/s, p50`, 'ms', p50s));
  results.figures.push(figure(`announce to visible at ${rate} commands/s, p99`, 'ms', p99s));
  results.figures.push(...costFigures(`a command at ${rate}/s`, 'ms CPU', spent, APART));
};

/** Costs that are no costs of the distributed shape. */
const APART = ['stand-in', 'load'];

const measureIdle = async (
  { results, runs, progress }: Bench,
  processes: readonly MeasuredProcess[],
): Promise<void> => {
  const spent: CostSample[] = [];
  for (let run = 0; run < runs; run += 1) {
    progress.step(`nothing to do, run ${run + 1} of ${runs}`);
    spent.push(
      await costs(processes, async () => {
        await pause(IDLE_SECONDS * 1000);
        return IDLE_SECONDS;
      }),
    );
  }
  results.figures.push(...costFigures('a second with nothing to do', 'ms CPU', spent, APART));
};

interface Takeover {
  /** The first is a relay; what is started here is added, so that it is stopped with the others. */
  readonly services: RunningService[];
  readonly start: (name: 'relay', instance: string) => Promise<RunningService>;
}

/** From the kill of the leading relay until a command sent right then is visible through the standby. */
const measureTakeover = async (
  { results, agent, runs, progress, intake, reporting }: Bench,
  { services, start }: Takeover,
): Promise<void> => {
  const killed: number[] = [];
  let relays = services.slice(0, 1);
  for (let run = 0; run < runs; run += 1) {
    progress.step(`relay killed, run ${run + 1} of ${runs}`);
    const standby = await start('relay', `relay-${run}`);
    services.push(standby);
    relays.push(standby);
    const leader = await leading(agent, relays);
    await leader.stop('SIGKILL');
    killed.push(await takenOver(agent, intake.url, reporting.url));
    relays = relays.filter((relay) => relay !== leader);
  }
  results.figures.push(figure('leading relay killed until a new command is visible', 'ms', killed));
};

/** A member that joins may take the lock over, so the leader has to be asked for. */
const leading = async (agent: Agent, relays: readonly RunningService[]): Promise<RunningService> => {
  for (;;) {
    for (const relay of relays) {
      const { text } = await ask(agent, 'GET', `${relay.url}/health/ready`);
      if ((JSON.parse(text) as { relay?: { state: string } }).relay?.state === 'leading') return relay;
    }
    await pause(1);
  }
};

const takenOver = async (agent: Agent, intake: string, reporting: string): Promise<number> => {
  const began = performance.now();
  const { text } = await announce(agent, intake);
  const { location, after } = JSON.parse(text) as { location: string; after: string };
  const path = `${reporting}${location}?after=${encodeURIComponent(after)}`;
  while ((await ask(agent, 'GET', path)).status !== 200) await pause(1);
  return performance.now() - began;
};
