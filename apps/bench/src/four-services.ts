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
import type { Progress } from './progress.ts';
import { startService } from './start-service.ts';
import type { RunningService } from './start-service.ts';

const RUNS = 5;
const REQUESTS = 3000;
const IN_FLIGHT = 64;
const WARM_UP = 500;
/** Commands per second: one that two cores carry with everything on them, and the one that the goal is set for. */
const GOAL_RATE = 500;
const RATES = [200, GOAL_RATE];
const SECONDS = 10;

export interface Stores {
  readonly kurrentUrl: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
}

export const measureFourServices = async (
  results: Results,
  stores: Stores,
  progress: Progress,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-services-'));
  const start = (name: 'relay' | 'intake' | 'verification' | 'reporting', instance: string = name) =>
    startService(name, environment(stores, folder, instance));
  const services: RunningService[] = [await start('relay')];
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * IN_FLIGHT });
  try {
    const [intake, reporting] = [await start('intake'), await start('reporting')];
    services.push(intake, reporting, await start('verification'));
    await load(agent, intake.url, 'good', WARM_UP, IN_FLIGHT);
    await measureCommands(results, agent, intake.url, progress);
    for (const rate of RATES)
      await measureLatency(results, agent, { intake: intake.url, reporting: reporting.url }, rate, progress);
    await measureTakeover(results, agent, { services, intake, reporting, start }, progress);
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

const measureCommands = async (
  results: Results,
  agent: Agent,
  url: string,
  progress: Progress,
): Promise<void> => {
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`commands through four services, run ${run + 1} of ${RUNS}`);
    rates.push(await perSecond(() => load(agent, url, 'good', REQUESTS, IN_FLIGHT)));
  }
  results.figures.push(figure(`commands through four services, ${IN_FLIGHT} in flight`, 'commands/s', rates));
};

/** Milliseconds from the request of a command to the answer of the query that shows it. */
const announceAndSee = async (agent: Agent, intake: string, reporting: string): Promise<number> => {
  const began = performance.now();
  const { status, text } = await announce(agent, intake, 'good');
  if (status !== 201) throw new Error(`POST /pledges answered ${status}: ${text}`);
  const { location, after } = JSON.parse(text) as { location: string; after: string };
  const seen = await ask(agent, 'GET', `${reporting}${location}?after=${encodeURIComponent(after)}`);
  if (seen.status !== 200) throw new Error(`GET ${location} answered ${seen.status}: ${seen.text}`);
  return performance.now() - began;
};

/** Requests begin when their time has come, whether or not earlier ones have been answered. */
const measureLatency = async (
  results: Results,
  agent: Agent,
  { intake, reporting }: { readonly intake: string; readonly reporting: string },
  rate: number,
  progress: Progress,
): Promise<void> => {
  const [p50s, p99s]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`announce to visible at ${rate} commands/s, run ${run + 1} of ${RUNS}`);
    const pending: Promise<number>[] = [];
    const began = performance.now();
    while (pending.length < rate * SECONDS) {
      const due = Math.floor(((performance.now() - began) * rate) / 1000);
      while (pending.length < due) pending.push(announceAndSee(agent, intake, reporting));
      await pause(1);
    }
    const sorted = (await Promise.all(pending)).toSorted((a, b) => a - b);
    p50s.push(sorted[Math.floor(sorted.length * 0.5)] ?? Number.NaN);
    p99s.push(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN);
  }
  results.figures.push(figure(`announce to visible at ${rate} commands/s, p50`, 'ms', p50s));
  results.figures.push(
    figure(
      `announce to visible at ${rate} commands/s, p99${rate === GOAL_RATE ? ' (goal 150)' : ''}`,
      'ms',
      p99s,
    ),
  );
};

interface Takeover {
  /** The first is a relay; what is started here is added, so that it is stopped with the others. */
  readonly services: RunningService[];
  readonly intake: RunningService;
  readonly reporting: RunningService;
  readonly start: (name: 'relay', instance: string) => Promise<RunningService>;
}

/** From the kill of the leading relay until a command sent right then is visible through the standby. */
const measureTakeover = async (
  results: Results,
  agent: Agent,
  { services, intake, reporting, start }: Takeover,
  progress: Progress,
): Promise<void> => {
  const killed: number[] = [];
  let relays = services.slice(0, 1);
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`relay killed, run ${run + 1} of ${RUNS}`);
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
  const { text } = await announce(agent, intake, 'good');
  const { location, after } = JSON.parse(text) as { location: string; after: string };
  const path = `${reporting}${location}?after=${encodeURIComponent(after)}`;
  while ((await ask(agent, 'GET', path)).status !== 200) await pause(1);
  return performance.now() - began;
};
