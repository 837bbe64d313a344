/**
 * What the console is like for who has a processor four times slower than this one and a line of 1.6 Mbit/s with 150 ms: how soon
 * the largest part of a page stands, how much moves, how late an answer to a key or a click is painted. Once on the demo and once on
 * a large register with one long history. It drives the running server by a browser, as readers do, and knows nothing of the pages' sources.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { figure } from '../measure.ts';
import type { Results } from '../measure.ts';
import type { Progress } from '../progress.ts';
import { percentile } from '../read-load.ts';
import { buildConsole, startDemo, startLarge } from './console-server.ts';
import type { ConsoleServer } from './console-server.ts';
import { findsAndReads, worksByKeys } from './flows.ts';
import { openSlowPage, startBrowser } from './slow-page.ts';

const RUNS = 5;
const FLOW_RUNS = 3;
const GOALS = { paintMs: 2500, shift: 0.05, interactionMs: 200 };
const LONG_HISTORY = 10_000;

export const measureConsole = async (
  results: Results,
  pledges: number,
  progress: Progress,
): Promise<void> => {
  buildConsole();
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-console-'));
  const browser = await startBrowser();
  results.machine.browser = `Chromium ${browser.version()}`;
  const measured = async (name: string, starting: Promise<ConsoleServer>): Promise<void> => {
    const server = await starting;
    try {
      await measureServer({ results, progress, browser, name, server });
    } finally {
      await server.stop();
    }
  };
  try {
    progress.step('the demo starts');
    await measured('demo', startDemo(join(folder, 'demo')));
    const large = startLarge(join(folder, 'large'), pledges, LONG_HISTORY, progress);
    const inWords = [pledges, LONG_HISTORY].map((count) => count.toLocaleString('en-GB'));
    await measured(`${inWords[0]} pledges, a history of ${inWords[1]}`, large);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Measured {
  readonly results: Results;
  readonly progress: Progress;
  readonly browser: Browser;
  /** Of what the server holds. */
  readonly name: string;
  readonly server: ConsoleServer;
}

const measureServer = async (measured: Measured): Promise<void> => {
  const { server } = measured;
  await measurePage(measured, 'overview', '/', (page) =>
    page.getByRole('figure', { name: 'How far did pledges come?' }).waitFor(),
  );
  await measurePage(measured, 'pledge', `/pledges/${server.reference}`, (page) =>
    page.getByText(/^\d+ of [\d,]+ events?$/).waitFor(),
  );
  await measureFlows(measured);
};

/** Each run is of a reader who comes for the first time. The first of all finds a server that has nothing ready; it stands apart. */
const measurePage = async (
  { results, progress, browser, name, server }: Measured,
  pageName: string,
  path: string,
  isThere: (page: Page) => Promise<void>,
): Promise<void> => {
  const [paints, shifts]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    progress.step(`console, ${name}: ${pageName}, ${run === 0 ? 'warm-up' : `run ${run} of ${RUNS}`}`);
    const { page, seen, close } = await openSlowPage(browser);
    await page.goto(`${server.url}/console${path}`);
    await isThere(page);
    const { paintMs, shift } = await seen();
    paints.push(paintMs);
    shifts.push(shift);
    await close();
  }
  const [first = Number.NaN, ...others] = paints;
  results.figures.push(
    figure(`${name}: LCP of the ${pageName}`, 'ms', others, GOALS.paintMs),
    figure(`${name}: LCP of the ${pageName}, the first reader`, 'ms', [first]),
    figure(`${name}: layout shift of the ${pageName}`, '', shifts, GOALS.shift),
  );
};

const measureFlows = async ({ results, progress, browser, name, server }: Measured): Promise<void> => {
  const all: number[] = [];
  for (const [what, flow] of Object.entries({ 'a reader': findsAndReads, 'an officer': worksByKeys }))
    for (let run = 1; run <= FLOW_RUNS; run += 1) {
      progress.step(`console, ${name}: ${what}, run ${run} of ${FLOW_RUNS}`);
      const { page, seen, close } = await openSlowPage(browser);
      await flow(page, server);
      all.push(...(await seen()).interactionsMs);
      await close();
    }
  results.figures.push(
    figure(`${name}: p50 of ${all.length} interactions`, 'ms', [percentile(all, 0.5)]),
    figure(`${name}: p95 of them`, 'ms', [percentile(all, 0.95)], GOALS.interactionMs),
    figure(`${name}: the slowest of them`, 'ms', [percentile(all, 1)]),
  );
};
