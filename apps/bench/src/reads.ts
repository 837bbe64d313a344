/**
 * What questions cost a server with a large register, and whether those of strangers hold up who announces. The processor time is
 * that of all threads of the real standalone process.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { announce, ask } from './http-load.ts';
import type { Results } from './measure.ts';
import { figure, ratio } from './measure.ts';
import { cpuMs, residentMb } from './process-cost.ts';
import type { Progress } from './progress.ts';
import { announceSteadily, askMuch, percentile } from './read-load.ts';
import { startService } from './start-service.ts';
import type { RunningService } from './start-service.ts';
import { CONFERENCES, fillRegister } from './varied-register.ts';

const COLD_RUNS = 3;
const WARM_REQUESTS = 50;
const LOAD_RUNS = 3;
const LOAD_SECONDS = 20;
const ANNOUNCED_PER_SECOND = 50;
const CLIENTS = 16;
const ASKED_PER_SECOND = 20;
const ADMIN = { 'x-pledgeline-actor': 'bench', 'x-pledgeline-role': 'ADMIN' };

export const measureReads = async (results: Results, pledges: number, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-reads-'));
  const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
  await fillRegister(folder, pledges, progress);
  const service = await startOn(folder, progress);
  try {
    await registerConferences(agent, service.url);
    for (const path of await questions(agent, service.url))
      await measureOne(results, progress, agent, service, path);
    await measurePasts(results, progress, agent, service);
    await measureLoad(results, progress, agent, service);
  } finally {
    agent.destroy();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const registerConferences = async (agent: Agent, url: string): Promise<void> => {
  for (const code of CONFERENCES) {
    const body = { code, kind: 'ministerial', name: `Meeting of ${code}`, source: 'benchmark' };
    const { status, text } = await ask(agent, 'POST', `${url}/conferences`, JSON.stringify(body));
    if (status !== 201) throw new Error(`POST /conferences answered ${status}: ${text}`);
  }
};

/** Ready when the read models have everything. */
export const startOn = async (folder: string, progress: Progress): Promise<RunningService> => {
  progress.step('the server reads the log');
  const service = await startService('standalone', {
    PLEDGELINE_DATA: folder,
    PLEDGELINE_RATE_PER_ADDRESS: '0',
  });
  const agent = new Agent({ keepAlive: true });
  let before = -1;
  for (;;) {
    const { text } = await ask(agent, 'GET', `${service.url}/operations/read-models`, undefined, ADMIN);
    const { events } = JSON.parse(text) as { readonly events: number };
    if (events === before && events > 0) break;
    before = events;
    await pause(1000);
  }
  agent.destroy();
  return service;
};

/** What operators and browsers ask. */
const NOT_QUESTIONS = /^\/(health|session|sign-in|operations|$)/;

/** Every GET of the present that can be asked without knowing an id, and one pledge. */
const questions = async (agent: Agent, url: string): Promise<readonly string[]> => {
  const get = async (path: string): Promise<unknown> =>
    JSON.parse((await ask(agent, 'GET', url + path)).text);
  const { paths } = (await get('/openapi.json')) as {
    readonly paths: Readonly<Record<string, { readonly get?: object }>>;
  };
  const { items } = (await get('/reports')) as { readonly items: readonly { readonly report: string }[] };
  const pledges = (await get('/pledges?limit=1')) as {
    readonly items: readonly { readonly pledgeId: string }[];
  };
  const [pledge] = pledges.items;
  const plain = Object.entries(paths).filter(([path, item]) => item.get !== undefined && !path.includes('{'));
  return [
    ...plain.map(([path]) => path),
    ...items.map(({ report }) => `/reports/${report}`),
    '/reports/pledges-and-states/counted?group=all&figure=promisesMade',
    '/conferences/2021-seoul',
    '/pledges?limit=200',
    '/work-queue?limit=200',
    `/pledges/${pledge?.pledgeId}`,
    `/pledges/${pledge?.pledgeId}/history`,
  ].filter((path) => !NOT_QUESTIONS.test(path));
};

const measureOne = async (
  results: Results,
  progress: Progress,
  agent: Agent,
  { url, pid }: RunningService,
  path: string,
): Promise<void> => {
  progress.step(`GET ${path}`);
  const cold: number[] = [];
  let bytes = 0;
  for (let run = 0; run < COLD_RUNS; run += 1) {
    // What was kept no longer holds for who names his own act.
    const { after } = JSON.parse((await announce(agent, url)).text) as { readonly after: string };
    await pause(100);
    const before = cpuMs(pid);
    const separator = path.includes('?') ? '&' : '?';
    const exact = TAKES_AFTER.test(path) ? `${path}${separator}after=${encodeURIComponent(after)}` : path;
    const { text, status } = await ask(agent, 'GET', url + exact);
    if (status !== 200) throw new Error(`GET ${exact} answered ${status}: ${text}`);
    cold.push(cpuMs(pid) - before);
    bytes = Buffer.byteLength(text);
  }
  const before = cpuMs(pid);
  for (let n = 0; n < WARM_REQUESTS; n += 1) await ask(agent, 'GET', url + path);
  const warm = (cpuMs(pid) - before) / WARM_REQUESTS;
  results.figures.push(figure(`GET ${path}, cold`, 'ms CPU', cold));
  results.figures.push(figure(`GET ${path}, warm, ${bytes.toLocaleString('en-GB')} bytes`, 'ms CPU', [warm]));
};

/** Lists of the code itself know no moment. */
const TAKES_AFTER = /^(?!\/(reports$|milestone-templates|taxonomy|states))/;

const measurePasts = async (
  results: Results,
  progress: Progress,
  agent: Agent,
  { url, pid }: RunningService,
): Promise<void> => {
  progress.step('pasts that nobody asked about');
  const fresh: number[] = [];
  const again: number[] = [];
  for (const day of ['2015-01-01', '2017-06-01', '2019-06-01', '2021-06-01', '2023-06-01']) {
    for (const samples of [fresh, again]) {
      const before = cpuMs(pid);
      const { status } = await ask(agent, 'GET', `${url}/pledges?limit=1&asOf=${day}`);
      if (status !== 200) throw new Error(`a past answered ${status}`);
      samples.push(cpuMs(pid) - before);
    }
  }
  results.figures.push(figure('GET /pledges?asOf= of a new past', 'ms CPU', fresh));
  results.figures.push(figure('GET /pledges?asOf= of the same again', 'ms CPU', again));
};

const measureLoad = async (
  results: Results,
  progress: Progress,
  agent: Agent,
  { url, pid }: RunningService,
): Promise<void> => {
  const alone: number[] = [];
  const beside: number[] = [];
  const resident: number[] = [];
  await announceSteadily(agent, url, ANNOUNCED_PER_SECOND, 5);
  for (let run = 0; run < LOAD_RUNS; run += 1) {
    progress.step(`announcements alone, run ${run + 1} of ${LOAD_RUNS}`);
    alone.push(percentile(await announceSteadily(agent, url, ANNOUNCED_PER_SECOND, LOAD_SECONDS), 0.99));
    progress.step(`announcements beside ${CLIENTS} clients who ask much, run ${run + 1} of ${LOAD_RUNS}`);
    const stop = new AbortController();
    const asking = askMuch(agent, url, CLIENTS, ASKED_PER_SECOND, stop.signal);
    await pause(2000);
    beside.push(percentile(await announceSteadily(agent, url, ANNOUNCED_PER_SECOND, LOAD_SECONDS), 0.99));
    resident.push(residentMb(pid));
    stop.abort();
    const statuses = await asking;
    progress.step(
      `answered: ${[...statuses].map(([status, count]) => `${count} times ${status}`).join(', ')}`,
    );
  }
  const rate = `${ANNOUNCED_PER_SECOND}/s`;
  results.figures.push(figure(`POST at ${rate}, p99, alone`, 'ms', alone));
  results.figures.push(
    figure(`POST at ${rate}, p99, beside ${CLIENTS} who ask ${ASKED_PER_SECOND}/s`, 'ms', beside),
  );
  results.figures.push(figure('resident memory of the server', 'MiB', resident));
  results.ratios.push(ratio('p99 of POST beside them / alone (at most)', beside, alone, 3));
};
