/**
 * What a standalone server costs as its log grows to ten million events: its files, its start with and without read models,
 * commands, questions, memory. One size after the other, for the curve.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { pledgeCommands } from '@pledgeline/pledge';
import { announce, ask } from './http-load.ts';
import { runLifecycles } from './in-flight.ts';
import { COMMANDS_PER_LIFECYCLE } from './lifecycle.ts';
import { figure, perSecond, ratio, type Results } from './measure.ts';
import { cpuMs, residentMb } from './process-cost.ts';
import type { Progress } from './progress.ts';
import { fillWithSimulation } from './simulated-log.ts';
import { isReady, startListening, type RunningService } from './start-service.ts';

export interface ScaleOptions {
  /** Sizes of the log, for the curve. */
  readonly events: readonly number[];
  /** How long a rebuild is waited for; what needs read models is left out after that. */
  readonly rebuildMinutes: number;
}

/** What commands are compared with. */
const SMALL = 10_000;
const RUNS = 3;
const SAMPLE = 500;
const IN_FLIGHT = 64;
const WARM = 20;
const ANNOUNCEMENTS = 200;
const READ_MODELS = /\.views\.sqlite/;
const MIB = 2 ** 20;
const ADMIN = { 'x-pledgeline-actor': 'bench', 'x-pledgeline-role': 'ADMIN' };
const GOALS = { present: 3, rebuiltPerSecond: 42_000, resident: 600, commands: 0.9 };

export const measureScale = async (
  results: Results,
  { events, rebuildMinutes }: ScaleOptions,
  progress: Progress,
): Promise<void> => {
  for (const size of events) {
    const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-scale-'));
    try {
      await measureSize({ results, progress, folder, size }, rebuildMinutes);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
};

interface Measured {
  readonly results: Results;
  readonly progress: Progress;
  readonly folder: string;
  readonly size: number;
}

const measureSize = async (measured: Measured, rebuildMinutes: number): Promise<void> => {
  const { folder, size, progress } = measured;
  const add = adder(measured);
  const before = process.cpuUsage();
  const begun = performance.now();
  await fillWithSimulation(folder, size, sayOf(size, progress));
  const { user, system } = process.cpuUsage(before);
  add('the log is written', 's', (performance.now() - begun) / 1000);
  add('the log is written', 's CPU', (user + system) / 1e6);
  add(
    'size of the log',
    'MiB',
    sizeOf(folder, (name) => name.startsWith('events.sqlite')),
  );
  const isRebuilt = await measureRebuild(measured, rebuildMinutes);
  add(
    'size of the read models',
    'MiB',
    sizeOf(folder, (name) => READ_MODELS.test(name)),
  );
  if (isRebuilt) await measureServer(measured);
  await measureCommands(measured);
};

type Add = (name: string, unit: string, sample: number | readonly number[], goal?: number) => void;

const adder =
  ({ results, size, progress }: Measured): Add =>
  (name, unit, sample, goal) => {
    const samples = typeof sample === 'number' ? [sample] : sample;
    const added = figure(`${inWords(size)} events: ${name}`, unit, samples, goal);
    results.figures.push(added);
    progress.step(`${added.name}: ${added.median.toFixed(1)} ${unit}`);
  };

const inWords = (events: number): string => events.toLocaleString('en-GB');

const sayOf = (size: number, progress: Progress): Progress => ({
  ...progress,
  step: (what) => {
    progress.step(`${inWords(size)} events: ${what}`);
  },
});

const sizeOf = (folder: string, isMeant: (name: string) => boolean): number =>
  readdirSync(folder)
    .filter((name) => isMeant(name) && !name.endsWith('-wal') && !name.endsWith('-shm'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / MIB;

const startOn = (folder: string): Promise<RunningService> =>
  startListening('standalone', { PLEDGELINE_DATA: folder, PLEDGELINE_RATE_PER_ADDRESS: '0' });

const SAY_EVERY_MS = 5000;

/** From the first start to the last event in all read models. @returns whether that was so in time. */
const measureRebuild = async (measured: Measured, minutes: number): Promise<boolean> => {
  const { folder, size, progress } = measured;
  const add = adder(measured);
  const say = sayOf(size, progress);
  const begun = performance.now();
  const service = await startOn(folder);
  const seconds = (): number => (performance.now() - begun) / 1000;
  let said = 0;
  let applied = 0;
  const resident: number[] = [];
  try {
    add('answers on its first start', 's', seconds());
    while (!(await isReady(service)) && seconds() < minutes * 60) {
      await pause(100);
      if (performance.now() - said < SAY_EVERY_MS) continue;
      said = performance.now();
      applied = await appliedBy(service);
      resident.push(residentMb(service.pid));
      say.step(`rebuilding: ${applied} of ${size} events, ${seconds().toFixed(0)} s`);
    }
    const isRebuilt = await isReady(service);
    const done = isRebuilt ? size : applied;
    const name = isRebuilt ? 'read models made anew' : `read models made anew of ${inWords(done)} of them`;
    add(name, 's', seconds());
    add(name, 'events/s', done / seconds(), GOALS.rebuiltPerSecond);
    add(name, 'events/s CPU', (done / cpuMs(service.pid)) * 1000);
    add('resident meanwhile', 'MiB', [...resident, residentMb(service.pid)], GOALS.resident);
    return isRebuilt;
  } finally {
    await service.stop();
  }
};

const appliedBy = async ({ url }: RunningService): Promise<number> => {
  const agent = new Agent();
  const { text } = await ask(agent, 'GET', `${url}/operations/read-models`, undefined, ADMIN);
  return (JSON.parse(text) as { readonly events: number }).events;
};

const measureServer = async (measured: Measured): Promise<void> => {
  const { folder } = measured;
  const add = adder(measured);
  const starts: number[] = [];
  const costs: number[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    const service = await startOn(folder);
    while (!(await isReady(service))) await pause(5);
    starts.push((performance.now() - begun) / 1000);
    costs.push(cpuMs(service.pid) / 1000);
    try {
      if (run < RUNS - 1) continue;
      add('ready, read models present', 's', starts, GOALS.present);
      add('ready, read models present', 's CPU', costs);
      add('resident when ready', 'MiB', residentMb(service.pid), GOALS.resident);
      await measureAnnouncements(agent, service, add);
      for (const path of await questionsOn(agent, service)) await measureQuestion(agent, service, path, add);
      add('resident after all questions', 'MiB', residentMb(service.pid), GOALS.resident);
    } finally {
      await service.stop();
    }
  }
  agent.destroy();
};

const measureAnnouncements = async (agent: Agent, { url, pid }: RunningService, add: Add): Promise<void> => {
  const before = cpuMs(pid);
  const waits: number[] = [];
  for (let n = 0; n < ANNOUNCEMENTS; n += 1) {
    const begun = performance.now();
    const { status, text } = await announce(agent, url);
    if (status !== 201) throw new Error(`POST /pledges answered ${status}: ${text}`);
    waits.push(performance.now() - begun);
  }
  add('POST /pledges, one after the other', 'ms', waits);
  add('POST /pledges', 'ms CPU', (cpuMs(pid) - before) / ANNOUNCEMENTS);
};

const questionsOn = async (agent: Agent, { url }: RunningService): Promise<readonly string[]> => {
  const { text } = await ask(agent, 'GET', `${url}/pledges?status=FULFILLED&limit=1`);
  const [pledge] = (JSON.parse(text) as { readonly items: readonly { readonly pledgeId: string }[] }).items;
  return [
    ...['/pledges', '/pledges?limit=200', '/pledges?status=DEPLOYED&memberState=GHA', '/work-queue', '/gaps'],
    ...['/visits', `/pledges/${pledge?.pledgeId}`, `/pledges/${pledge?.pledgeId}/history`],
    ...['/reports/gaps', '/reports/what-became', '/reports/progress'],
  ];
};

/** Cold names the newest act, so that nothing kept may answer it; warm asks the same again and again. */
const measureQuestion = async (
  agent: Agent,
  { url, pid }: RunningService,
  path: string,
  add: Add,
): Promise<void> => {
  const { after } = JSON.parse((await announce(agent, url)).text) as { readonly after: string };
  const exact = `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`;
  await pause(200);
  const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{pledgeId}');
  const cold = await timed(agent, url + exact, pid);
  // Says what it was answered where it was not served: a question that takes too long is refused.
  if (cold.status !== 200) {
    add(`GET ${name} is answered ${cold.status} after`, 'ms', cold.ms);
    return;
  }
  add(`GET ${name}, cold`, 'ms', cold.ms);
  add(`GET ${name}, cold`, 'ms CPU', cold.cpu);
  const warm: number[] = [];
  for (let n = 0; n < WARM; n += 1) warm.push((await timed(agent, url + path, pid)).ms);
  add(`GET ${name}, warm`, 'ms', warm);
};

const timed = async (agent: Agent, url: string, pid: number) => {
  const before = cpuMs(pid);
  const begun = performance.now();
  const { status } = await ask(agent, 'GET', url);
  return { status, ms: performance.now() - begun, cpu: cpuMs(pid) - before };
};

/** In one process, in turn with a small log that is new each time: after some samples it would not be small any more. */
const measureCommands = async (measured: Measured): Promise<void> => {
  const { results, progress, folder, size } = measured;
  const [atSize, atSmall]: [number[], number[]] = [[], []];
  const [costAtSize, costAtSmall]: [number[], number[]] = [[], []];
  const large = sqliteEventStore({ path: join(folder, 'events.sqlite') });
  const sample = async (
    handle: ReturnType<typeof pledgeCommands>,
    first: number,
    rates: number[],
    costs: number[],
  ) => {
    const before = process.cpuUsage();
    rates.push(await perSecond(() => runLifecycles(handle, first, SAMPLE, IN_FLIGHT)));
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / (SAMPLE * COMMANDS_PER_LIFECYCLE));
  };
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`commands in a small and a large log, run ${run + 1} of ${RUNS}`);
    const other = mkdtempSync(join(tmpdir(), 'pledgeline-bench-scale-small-'));
    await fillWithSimulation(other, SMALL, { ...progress, step: () => undefined });
    const small = sqliteEventStore({ path: join(other, 'events.sqlite') });
    await sample(pledgeCommands(small), 0, atSmall, costAtSmall);
    await small.close();
    rmSync(other, { recursive: true, force: true });
    await sample(pledgeCommands(large), run * SAMPLE, atSize, costAtSize);
  }
  await large.close();
  const add = adder(measured);
  add(`commands, ${IN_FLIGHT} in flight`, 'commands/s', atSize);
  add('a command', 'µs CPU', costAtSize);
  add(`a command in a log of ${inWords(SMALL)}`, 'µs CPU', costAtSmall);
  const name = `commands at ${inWords(size)} events / at ${inWords(SMALL)}`;
  results.ratios.push(ratio(name, atSize, atSmall, GOALS.commands));
  results.ratios.push(
    ratio(`the same, per second of processor time`, costAtSmall, costAtSize, GOALS.commands),
  );
};
