/** A page as a reader has it with a small machine and a thin line, and what it is like for him: what he waits for, what moves, what answers late. */
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** Debian's; another may be named. */
const CHROMIUM = process.env.PLEDGELINE_CHROMIUM ?? '/usr/bin/chromium';
const TIMES_SLOWER = 4;
const LATENCY_MS = 150;
const BYTES_PER_SECOND = 1_600_000 / 8;
/** What a browser tells of is longer than this; what is not told of counts as long as this. */
const LEAST_TOLD_MS = 16;
/** After the last thing was painted nothing larger comes. */
const STAYS_MS = 1500;
const LONGEST_WAIT_MS = 180_000;

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

export interface SlowPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What was seen since the document was opened, once nothing larger is painted any more. */
  readonly seen: () => Promise<Seen>;
  readonly close: () => Promise<void>;
}

export interface Seen {
  /** Largest Contentful Paint. */
  readonly paintMs: number;
  /** All that moved by itself, added up. */
  readonly shift: number;
  /** By Event Timing, one for each interaction. */
  readonly interactionsMs: readonly number[];
}

/** In a context of its own, which has no file of an earlier one. */
export const openSlowPage = async (browser: Browser): Promise<SlowPage> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  await page.addInitScript({ content: WATCH });
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  return {
    page,
    context,
    seen: async () => {
      let told = await tell(tools);
      while (told.sincePaintMs < STAYS_MS) {
        await pause(STAYS_MS - told.sincePaintMs);
        told = await tell(tools);
      }
      const { paintMs, shift, longest, interactions } = told;
      const untold = Math.max(0, interactions - longest.length);
      const interactionsMs = [...longest, ...Array.from({ length: untold }, () => LEAST_TOLD_MS)];
      return { paintMs, shift, interactionsMs };
    },
    close: () => context.close(),
  };
};

interface Told {
  readonly paintMs: number;
  readonly sincePaintMs: number;
  readonly shift: number;
  readonly longest: readonly number[];
  readonly interactions: number;
}

/** By the protocol of the developer tools: the pages' policy of content lets in nothing that is evaluated. */
const tell = async (tools: CDPSession): Promise<Told> => {
  const { result } = await tools.send('Runtime.evaluate', {
    expression: 'pledgelineBench()',
    returnByValue: true,
  });
  return result.value as Told;
};

/** Runs in the page ahead of it. An interaction is as long as the longest of its events, as Interaction to Next Paint counts. */
const WATCH = `
  globalThis.pledgelineBench = (() => {
    const seen = { paintMs: 0, paintedAt: 0, shift: 0 };
    const longest = new Map();
    const watch = (type, take, options = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
    watch('largest-contentful-paint', ({ startTime }) => {
      seen.paintMs = startTime;
      seen.paintedAt = performance.now();
    });
    watch('layout-shift', ({ value, hadRecentInput }) => {
      if (!hadRecentInput) seen.shift += value;
    });
    watch('event', ({ interactionId, duration }) => {
      if (interactionId > 0) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
    }, { durationThreshold: ${LEAST_TOLD_MS} });
    return () => ({
      paintMs: seen.paintMs,
      sincePaintMs: performance.now() - seen.paintedAt,
      shift: seen.shift,
      longest: [...longest.values()],
      interactions: performance.interactionCount,
    });
  })();
`;
