/** The servers whose pages are looked at, with the console built: the demo, and a large register in which one pledge has a long history. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { pledgeCommands } from '@pledgeline/pledge';
import { ENDS_WITH } from '@pledgeline/runtime/stop-request';
import { runLifecycles } from '../in-flight.ts';
import { beginLife } from '../life.ts';
import { announcement } from '../lifecycle.ts';
import type { Progress } from '../progress.ts';
import { isReady, startListening } from '../start-service.ts';
import { fillRegister } from '../varied-register.ts';

export interface ConsoleServer {
  readonly url: string;
  /** Where its owner finds what signs him in. */
  readonly data: string;
  /** The pledge whose page is looked at. */
  readonly reference: string;
  /** A word that finds some of its pledges. */
  readonly word: string;
  readonly stop: () => Promise<void>;
}

const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

export const buildConsole = (): void => {
  execFileSync(process.execPath, [at('apps/console/build.mjs'), '--strict'], { stdio: 'ignore' });
};

/** 197 real pledges, of which one that has come far is looked at. */
export const startDemo = async (data: string): Promise<ConsoleServer> => {
  const hook = at('infra/node/typescript-hook.mjs');
  const child = spawn(process.execPath, ['--import', hook, at('apps/standalone/src/demo/demo.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      PLEDGELINE_DATA: data,
      PLEDGELINE_RATE_PER_ADDRESS: '0',
      [ENDS_WITH]: String(process.pid),
    },
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    void ended.then(([code]) => {
      reject(new Error(`the demo ended before it served: ${String(code)}`));
    });
    createInterface(child.stdout).on('line', (line) => {
      const [, served] = /^Serving on (\S+) /.exec(line) ?? [];
      if (served !== undefined) resolve(served);
    });
  });
  return {
    url,
    data,
    reference: '2015-new-york/RWA/FPU-F-9VQTW',
    word: 'battalion',
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** @param events of the pledge that is looked at. */
export const startLarge = async (
  data: string,
  pledges: number,
  events: number,
  progress: Progress,
): Promise<ConsoleServer> => {
  mkdirSync(data, { recursive: true });
  await fillRegister(data, pledges, progress);
  progress.step(`a pledge with ${events} events`);
  await writeLongHistory(data, pledges, events);
  progress.step('the server reads the log');
  const service = await startListening('standalone', {
    PLEDGELINE_DATA: data,
    PLEDGELINE_IDENTITY: 'local',
    PLEDGELINE_RATE_PER_ADDRESS: '0',
  });
  while (!(await isReady(service))) await pause(500);
  return { url: service.url, data, reference: LONG, word: 'Secretariat', stop: () => service.stop() };
};

/** How the pledge with the long history is cited. */
const LONG = '2025-berlin/RWA/INF-BN-B3NCH';

/** Two selections of themes in turn, so that each event changes something. */
const writeLongHistory = async (data: string, n: number, events: number): Promise<void> => {
  const store = sqliteEventStore({ path: join(data, 'events.sqlite') });
  const { pledgeId, add, life } = beginLife(n);
  add('DESK', 'AnnouncePledge', { ...announcement(pledgeId, n), reference: LONG });
  for (let event = 1; event < events; event += 1)
    add('DESK', 'TagThemes', { pledgeId, themes: [event % 2 === 0 ? 'medical' : 'poc'], mainTheme: null });
  await runLifecycles(pledgeCommands(store), n, 1, 1, life);
  await store.close();
};
