/** The thread that keeps the log of proofs: it starts, ends and breaks without holding up anybody. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { sequencingThread } from './sequencing-thread.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const STATUS = `({ is: 'status', status: { state: 'following', waitsSince: null } })`;
const PORT = `const { parentPort } = require('node:worker_threads');`;

const threadOf = (source: string, againMs = 5000) => {
  const workers: Worker[] = [];
  const thread = sequencingThread({
    startWorker: () => {
      const worker = new Worker(source, { eval: true });
      workers.push(worker);
      return worker;
    },
    log: silent,
    stopMs: 300,
    againMs,
  });
  return { thread, workers };
};

const closedWithin = async (thread: ReturnType<typeof sequencingThread>): Promise<number> => {
  const begun = performance.now();
  await thread.close();
  return performance.now() - begun;
};

it.each([
  [
    'that ends when it is told to',
    `${PORT} parentPort.postMessage${STATUS}; parentPort.on('message', () => parentPort.close());`,
  ],
  ['that hears nothing', `${PORT} parentPort.postMessage${STATUS}; for (;;);`],
  [
    'that does not end',
    `${PORT} parentPort.postMessage${STATUS}; parentPort.on('message', () => undefined);`,
  ],
])('a stop ends one %s', async (_, source) => {
  const { thread, workers } = threadOf(source);
  thread.start();
  await eventually(() => thread.status().state === 'following');
  expect(await closedWithin(thread)).toBeLessThan(5000);
  expect(workers[0]?.threadId).toBe(-1);
});

it('a stop during the start ends it at once', async () => {
  const { thread, workers } = threadOf('for (;;);');
  thread.start();
  await once(workers[0]!, 'online');
  await thread.close();
  expect(workers[0]?.threadId).toBe(-1);
});

it('a stop before the start leaves it unbegun', async () => {
  const { thread, workers } = threadOf('for (;;);');
  await thread.close();
  thread.start();
  expect(workers).toEqual([]);
});

it('one that breaks says why, and is begun anew', async () => {
  const { thread, workers } = threadOf(`throw new Error('the file is in use')`, 1);
  thread.start();
  await eventually(() => workers.length >= 2);
  expect(thread.status()).toMatchObject({
    state: 'retrying',
    failure: { code: 'NOT_AVAILABLE', message: 'the file is in use' },
  });
  expect(thread.status().waitsSince).toBeGreaterThan(0);
  await thread.close();
});
