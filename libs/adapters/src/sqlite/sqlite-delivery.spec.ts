/** The contract, and what is special to reading the log in place: exact restarts, full batches, growing delays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchHandler, Delivery, EventStore, EventToAppend, Skips } from '@pledgeline/event-sourcing';
import { newId } from '@pledgeline/event-sourcing';
import { ATTEMPTS, deliveryContract, recorded } from '@pledgeline/event-sourcing/testing';
import type { SqliteCheckpoints } from './sqlite-checkpoints.ts';
import { sqliteCheckpoints } from './sqlite-checkpoints.ts';
import type { SqliteDeliveryOptions } from './sqlite-delivery.ts';
import { sqliteDelivery } from './sqlite-delivery.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-delivery-'));
let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

deliveryContract('sqlite', () => {
  const store = sqliteEventStore({ path: newFile() });
  const checkpoints = sqliteCheckpoints({ path: newFile() });
  const begin = (skips?: Skips) =>
    sqliteDelivery({
      ...(skips !== undefined && { skips }),
      askEveryMs: 1,
      store,
      checkpoints: () => checkpoints,
      attempts: ATTEMPTS,
      firstDelayMs: 1,
      maxDelayMs: 2,
    });
  return Promise.resolve({
    store,
    begin,
    async close() {
      await checkpoints.close();
      await store.close();
    },
  });
});

describe('sqlite delivery', () => {
  const stream = 's-1';
  const event = (n: number): EventToAppend => ({
    id: newId(),
    type: 'Noted',
    schemaVersion: 1,
    data: { n },
    metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
  });
  let store: EventStore;
  let checkpoints: SqliteCheckpoints;
  let delivery: Delivery;
  const open = (options: Partial<SqliteDeliveryOptions> = {}): Delivery =>
    (delivery = sqliteDelivery({ store, checkpoints: () => checkpoints, ...options }));
  const append = (from: number, count: number) =>
    store.append(
      stream,
      from === 0 ? 'no-stream' : from - 1,
      Array.from({ length: count }, (_, n) => event(from + n)),
    );

  beforeEach(() => {
    store = sqliteEventStore({ path: ':memory:' });
    checkpoints = sqliteCheckpoints({ path: ':memory:' });
  });
  afterEach(async () => {
    await delivery.close();
    await checkpoints.close();
    await store.close();
  });

  /** Resolves once the handler has seen the revision. */
  const until = (revision: number, sizes: number[], begin: (handle: BatchHandler) => void): Promise<void> =>
    new Promise((resolve) => {
      begin((batch) => {
        sizes.push(batch.length);
        if (batch.at(-1)?.revision === revision) resolve();
        return Promise.resolve();
      });
    });

  it('hands over full batches while it catches up', async () => {
    await append(0, 25);
    const sizes: number[] = [];
    await until(24, sizes, (handle) => open({ batchSize: 10 }).subscribe('g', handle));
    expect(sizes).toEqual([10, 10, 5]);
  });

  it('after a restart hands over exactly what was not handled', async () => {
    await append(0, 25);
    const sizes: number[] = [];
    await until(24, sizes, (handle) => open().subscribe('g', handle));
    await delivery.close();
    await append(25, 2);
    await until(26, sizes, (handle) => open().subscribe('g', handle));
    expect(sizes).toEqual([25, 2]);
  });

  it('waits longer after each failure, and is told of each', async () => {
    const delays: number[] = [];
    const reported: string[] = [];
    await append(0, 1);
    await new Promise<void>((resolve) => {
      open({
        attempts: 7,
        firstDelayMs: 100,
        maxDelayMs: 1000,
        delay: (milliseconds) => Promise.resolve(void delays.push(milliseconds)),
        onStatus: ({ state, failure }) => {
          reported.push(`${state} ${failure?.attempts ?? 0}`);
          if (state === 'stopped') resolve();
        },
      }).subscribe('g', () => Promise.reject(new Error('no')));
    });
    const longest = [100, 200, 400, 800, 1000, 1000];
    expect(delays).toHaveLength(longest.length);
    for (const [n, delay] of delays.entries()) {
      expect(delay).toBeLessThanOrEqual(longest[n]!);
      expect(delay).toBeGreaterThanOrEqual(longest[n]! / 2);
    }
    expect(reported.filter((status) => !status.startsWith('catching-up'))).toEqual([
      'retrying 1',
      'retrying 2',
      'retrying 3',
      'retrying 4',
      'retrying 5',
      'retrying 6',
      'stopped 7',
    ]);
  });

  it('closing does not wait for the delay after a failure', async () => {
    await append(0, 1);
    const failed = new Promise<void>((resolve) => {
      open({
        firstDelayMs: 3_600_000,
        maxDelayMs: 3_600_000,
        onStatus: ({ state }) => {
          if (state === 'retrying') resolve();
        },
      }).subscribe('g', () => Promise.reject(new Error('no')));
    });
    await failed;
    await delivery.close();
    expect(delivery.status()).toMatchObject([{ group: 'g', state: 'closed' }]);
  });

  it('a log that cannot be read stops the group, without an event to name', async () => {
    await checkpoints.save('g', '99');
    await new Promise<void>((resolve) => {
      open({
        attempts: 1,
        onStatus: ({ state }) => {
          if (state === 'stopped') resolve();
        },
      }).subscribe('g', () => Promise.resolve());
    });
    expect(delivery.status()[0]?.failure).toMatchObject({ eventId: '', revision: -1 });
    expect(delivery.status()[0]?.failure?.message).toContain('the log ends before it');
  });
});
