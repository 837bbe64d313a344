/** Strangers who ask much, and who announces meanwhile. */
import type { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { announce, ask } from './http-load.ts';

const REPORTS = [
  '/reports/progress',
  '/reports/money',
  '/reports/age-and-steps',
  '/reports/pledges-and-states?by=memberState',
  '/reports/capabilities',
  '/reports/women',
  '/conferences',
  '/pledges?limit=200',
];
const SECOND = 1000;

/**
 * Announces at a steady rate, whatever the answers take: who is slow is not waited for.
 * @returns milliseconds from the moment each should have been sent to its answer.
 */
export const announceSteadily = async (
  agent: Agent,
  url: string,
  perSecond: number,
  seconds: number,
): Promise<readonly number[]> => {
  const begun = performance.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begun + (n * SECOND) / perSecond;
    await pause(Math.max(due - performance.now(), 0));
    answers.push(
      announce(agent, url).then(({ status }) => {
        if (status !== 201) throw new Error(`POST /pledges answered ${status}`);
        return performance.now() - due;
      }),
    );
  }
  return Promise.all(answers);
};

/** Status numbers, and how often each was answered. */
export type Statuses = Map<number, number>;

/**
 * Clients that each ask for reports and ever new pasts at a steady rate, not signed in, and wait for no answer.
 * @returns what they were answered until the signal.
 */
export const askMuch = async (
  agent: Agent,
  url: string,
  clients: number,
  perSecond: number,
  signal: AbortSignal,
): Promise<Statuses> => {
  const statuses: Statuses = new Map();
  const open = new Set<Promise<void>>();
  const client = async (number: number): Promise<void> => {
    for (let n = number * 100_000; !signal.aborted; n += 1) {
      const answer = ask(agent, 'GET', url + question(n), undefined, {})
        .then(({ status }) => void statuses.set(status, (statuses.get(status) ?? 0) + 1))
        .catch(() => undefined);
      open.add(answer);
      void answer.then(() => open.delete(answer));
      await pause(SECOND / perSecond);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await Promise.all(open);
  return statuses;
};

/** Reports in turn; each fourth question is about a day that nobody asked about. */
const question = (n: number): string => {
  if (n % 4 !== 3) return REPORTS[n % REPORTS.length] ?? '';
  const day = new Date(Date.UTC(2014, 8, 26) + ((n * 37) % 4000) * 86_400_000).toISOString().slice(0, 10);
  return `/pledges?limit=1&asOf=${day}`;
};

export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
};
