/** Announcements at a server, as many at once as are wanted or at a steady rate, and what each of them took. */
import { setTimeout as pause } from 'node:timers/promises';
import { announcementBody } from './http-load.ts';
import type { Announced } from './http-load.ts';
import type { HttpClient } from './http-client.ts';
import { cpuMs } from './process-cost.ts';

export interface Target {
  readonly client: HttpClient;
  readonly pid: number;
}

export interface Load {
  readonly perSecond: number;
  /** Of all threads of the server, in milliseconds. */
  readonly cpuPerRequest: number;
  /** In milliseconds, one for each request. */
  readonly latencies: readonly number[];
}

const SECOND = 1000;
const STATUS: Readonly<Record<Announced, number>> = { good: 201, bad: 400 };

/** Closed loop: the next is sent when one is answered, for so many seconds. */
export const announceAtOnce = (
  target: Target,
  kind: Announced,
  seconds: number,
  inFlight: number,
): Promise<Load> =>
  measured(target, async () => {
    const latencies: number[] = [];
    const end = performance.now() + seconds * SECOND;
    const worker = async (): Promise<void> => {
      while (performance.now() < end) {
        const begun = performance.now();
        await announceOne(target, kind);
        latencies.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return latencies;
  });

/** Open loop: each is due at its time, whatever the answers take, and its latency begins when it is due. */
export const announceAtRate = (
  target: Target,
  kind: Announced,
  seconds: number,
  perSecond: number,
): Promise<Load> =>
  measured(target, async () => {
    const count = Math.max(Math.round(seconds * perSecond), 1);
    const begun = performance.now();
    const answers: Promise<number>[] = [];
    for (let n = 0; n < count; n += 1) {
      const due = begun + (n * SECOND) / perSecond;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      answers.push(announceOne(target, kind).then(() => performance.now() - due));
    }
    return Promise.all(answers);
  });

const measured = async ({ pid }: Target, send: () => Promise<readonly number[]>): Promise<Load> => {
  const cpuBefore = cpuMs(pid);
  const begun = performance.now();
  const latencies = await send();
  const seconds = (performance.now() - begun) / SECOND;
  // What is done for an announcement after its answer, such as its rows, counts too.
  await untilIdle(pid);
  const count = latencies.length;
  return { perSecond: count / seconds, cpuPerRequest: (cpuMs(pid) - cpuBefore) / count, latencies };
};

/** Until a tenth of a second costs next to nothing, or long enough. */
const untilIdle = async (pid: number): Promise<void> => {
  let before = -Infinity;
  for (let looked = 0; looked < 50 && cpuMs(pid) - before > 10; looked += 1) {
    before = cpuMs(pid);
    await pause(SECOND / 10);
  }
};

const announceOne = async ({ client }: Target, kind: Announced): Promise<void> => {
  const status = await client.post('/pledges', announcementBody(kind));
  if (status !== STATUS[kind]) throw new Error(`POST /pledges answered ${status}`);
};
