/** Whether a command, and the page of a pledge, cost more as the life of that pledge gets longer: over HTTP, in processor time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { announce, ask, pledgeIn } from './http-load.ts';
import { figure, ratio, type Results } from './measure.ts';
import { cpuMs } from './process-cost.ts';
import type { Progress } from './progress.ts';
import { startService, type RunningService } from './start-service.ts';

const RUNS = 3;
const WARM_UP = 400;
const HUNDRED = 100;
const HUNDREDS = 10;
const PAGES = 100;
/** What reads the log has then read all of it. */
const SETTLES_MS = 500;

export const measureLongLife = async (results: Results, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-long-'));
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
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
    await readPages(agent, service.url, other, WARM_UP);
    for (let run = 0; run < RUNS; run += 1) {
      const pledge = await announced(agent, service.url);
      for (let hundred = 1; hundred <= HUNDREDS; hundred += 1) {
        progress.step(`a long life, run ${run + 1} of ${RUNS}: ${hundred * HUNDRED} questions`);
        const spent = await costOf(service, () => askQuestions(agent, service.url, pledge, HUNDRED));
        if (hundred === 1) first.push(spent / HUNDRED);
        if (hundred === HUNDREDS) last.push(spent / HUNDRED);
        const pages = hundred === 1 ? short : hundred === HUNDREDS ? long : undefined;
        pages?.push((await costOf(service, () => readPages(agent, service.url, pledge, PAGES))) / PAGES);
      }
    }
  } finally {
    agent.destroy();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const times = (samples: readonly number[]) => samples.map((sample) => sample * 1000);
  results.figures.push(
    figure('a question to a state, the first hundred of a pledge', 'µs CPU', times(first)),
  );
  results.figures.push(figure('a question to a state, the tenth hundred', 'µs CPU', times(last)));
  results.figures.push(figure('page of a pledge with a hundred questions', 'µs CPU', times(short)));
  results.figures.push(figure('page of a pledge with a thousand questions', 'µs CPU', times(long)));
  results.ratios.push(ratio('a command at 1000 events of its stream / at 100', last, first, 1.2));
  results.ratios.push(ratio('a page of a pledge at 1000 events / at 100', long, short, 1.2));
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

const readPages = async (agent: Agent, url: string, pledgeId: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const { status } = await ask(agent, 'GET', `${url}/pledges/${pledgeId}`);
    if (status !== 200) throw new Error(`the page answered ${status}`);
  }
};
