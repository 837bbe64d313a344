/**
 * Whether a command, and the page of a pledge, cost more as the life of that pledge gets longer: over HTTP, in processor time. Once with
 * questions that all wait for an answer, so that its tasks grow with it, and once with questions that were answered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { announce, ask, pledgeIn } from './http-load.ts';
import { storeCallsAtOnce, writeAnswered } from './long-stream.ts';
import { figure, ratio, type Results } from './measure.ts';
import { cpuMs } from './process-cost.ts';
import type { Progress } from './progress.ts';
import { startService, type RunningService } from './start-service.ts';

const RUNS = 3;
const WARM_UP = 400;
const HUNDRED = 100;
const HUNDREDS = 10;
const PAGES = 100;
/** Questions of a short and a long life, each answered; a pledge may have 2,000 of a kind. */
const ANSWERED = { short: 50, long: 1500 };
const AT_ONCE = 64;
/** What reads the log has then read all of it. */
const SETTLES_MS = 500;

export const measureLongLife = async (results: Results, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-long-'));
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite') });
  progress.step(`${AT_ONCE} commands at once to one stream, and lives of answered questions`);
  const calls = await storeCallsAtOnce(store, 0, AT_ONCE);
  const lives = {
    short: await writeAnswered(store, 1, ANSWERED.short),
    long: await writeAnswered(store, 2, ANSWERED.long),
  };
  await store.close();
  const service = await startService('standalone', {
    PLEDGELINE_DATA: folder,
    PLEDGELINE_RATE_PER_ADDRESS: '0',
  });
  const [first, last]: [number[], number[]] = [[], []];
  const [short, long]: [number[], number[]] = [[], []];
  try {
    progress.step('a long life: the server warms up');
    const other = await announced(agent, service.url);
    await askQuestions(agent, service.url, other, WARM_UP);
    await readPages(agent, `${service.url}/pledges/${other}`, WARM_UP);
    await measureAnswered(results, progress, agent, service, lives);
    for (let run = 0; run < RUNS; run += 1) {
      const pledge = await announced(agent, service.url);
      for (let hundred = 1; hundred <= HUNDREDS; hundred += 1) {
        progress.step(`a long life, run ${run + 1} of ${RUNS}: ${hundred * HUNDRED} questions`);
        const spent = await costOf(service, () => askQuestions(agent, service.url, pledge, HUNDRED));
        if (hundred === 1) first.push(spent / HUNDRED);
        if (hundred === HUNDREDS) last.push(spent / HUNDRED);
        const pages = hundred === 1 ? short : hundred === HUNDREDS ? long : undefined;
        pages?.push(
          (await costOf(service, () => readPages(agent, `${service.url}/pledges/${pledge}`, PAGES))) / PAGES,
        );
      }
    }
  } finally {
    agent.destroy();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const name = `calls of the store for a command, ${AT_ONCE} at once to one stream`;
  results.figures.push(figure(name, 'calls', [calls], 3));
  results.figures.push(
    figure('a question to a state, the first hundred of a pledge', 'µs CPU', times(first)),
  );
  results.figures.push(figure('a question to a state, the tenth hundred', 'µs CPU', times(last)));
  results.figures.push(figure('page of a pledge with a hundred questions', 'µs CPU', times(short)));
  results.figures.push(figure('page of a pledge with a thousand questions', 'µs CPU', times(long)));
  results.ratios.push(ratio('a command at 1000 open questions / at 100', last, first, 1.2));
  results.ratios.push(ratio('a page of a pledge at 1000 open questions / at 100', long, short, 1.2));
};

const times = (samples: readonly number[]): readonly number[] => samples.map((sample) => sample * 1000);

/** The same commands and pages on two pledges in turn, of which one has a long life behind it. */
const measureAnswered = async (
  results: Results,
  progress: Progress,
  agent: Agent,
  service: RunningService,
  { short, long }: { readonly short: string; readonly long: string },
): Promise<void> => {
  const { url } = service;
  const acts = {
    'a question': (id: string, count: number) => askQuestions(agent, url, id, count),
    'the page': (id: string, count: number) => readPages(agent, `${url}/pledges/${id}`, count),
    'a page of the history': (id: string, count: number) =>
      readPages(agent, `${url}/pledges/${id}/history`, count),
  };
  for (const [name, act] of Object.entries(acts)) {
    progress.step(`${name} of lives of ${ANSWERED.short} and of ${ANSWERED.long} answered questions`);
    const [atShort, atLong]: [number[], number[]] = [[], []];
    for (const id of [short, long]) await act(id, PAGES);
    for (let run = 0; run < RUNS; run += 1) {
      atShort.push((await costOf(service, () => act(short, PAGES))) / PAGES);
      atLong.push((await costOf(service, () => act(long, PAGES))) / PAGES);
    }
    results.figures.push(
      figure(`${name}, ${ANSWERED.short} answered questions before`, 'µs CPU', times(atShort)),
    );
    results.figures.push(
      figure(`${name}, ${ANSWERED.long} answered questions before`, 'µs CPU', times(atLong)),
    );
    results.ratios.push(
      ratio(`${name} at ${ANSWERED.long} answered questions / at ${ANSWERED.short}`, atLong, atShort, 1.2),
    );
  }
};

/** Of all threads, until nothing more follows from it. */
const costOf = async ({ pid }: RunningService, work: () => Promise<void>): Promise<number> => {
  const before = cpuMs(pid);
  await work();
  await pause(SETTLES_MS);
  return cpuMs(pid) - before;
};

const announced = async (agent: Agent, url: string): Promise<string> => {
  const { status, text } = await announce(agent, url);
  if (status !== 201) throw new Error(`POST /pledges answered ${status}: ${text}`);
  const id = pledgeIn(text);
  const received = JSON.stringify({ acknowledgementReference: 'ACK-1' });
  await answered(agent, `${url}/pledges/${id}/acknowledgement`, received);
  return id;
};

const askQuestions = async (agent: Agent, url: string, pledgeId: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const question = 'When will the battalion be ready, and with which of its major equipment?';
    const body = JSON.stringify({ question, field: 'timeframe', dueOn: '2027-06-30', blocking: false });
    await answered(agent, `${url}/pledges/${pledgeId}/clarifications`, body);
  }
};

const answered = async (agent: Agent, url: string, body: string): Promise<void> => {
  const { status, text } = await ask(agent, 'POST', url, body);
  if (status >= 300) throw new Error(`POST ${url} answered ${status}: ${text}`);
};

const readPages = async (agent: Agent, address: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const { status } = await ask(agent, 'GET', address);
    if (status !== 200) throw new Error(`the page answered ${status}`);
  }
};
