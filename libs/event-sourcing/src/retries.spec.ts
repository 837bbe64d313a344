import fc from 'fast-check';
import { HandlingFailed } from './delivery.ts';
import { StoreUnavailable } from './rejected.ts';
import { backoff, GaveUp, isOutage, retries } from './retries.ts';
import type { Failed } from './retries.ts';
import { StoreRefuses } from './store-refuses.ts';
import { recorded } from './testing/spec-for.ts';

const fault = new Error('cannot be read');
const outage = new StoreUnavailable('away', 1);
const mistake = new TypeError('no failure');

/** Work that throws these one after another, and is then done. */
const failing = (...errors: readonly Error[]) => {
  const left = [...errors];
  return () => {
    const error = left.shift();
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  };
};

/** With delays that are noted and not waited for. */
const open = (attempts?: number) => {
  const delays: number[] = [];
  const tries = retries({
    ...(attempts !== undefined && { attempts }),
    counts: (error) => !isOutage(error),
    isFailure: (error) => error !== mistake,
    delayAfter: (failures) => failures * 10,
    delay: (milliseconds) => Promise.resolve(void delays.push(milliseconds)),
  });
  const seen: Failed[] = [];
  const run = (work: () => Promise<string>, signal?: AbortSignal) =>
    tries.untilDone(work, (failed) => seen.push(failed), signal);
  return { tries, run, delays, seen };
};

it('what succeeds is done once', async () => {
  const { run, delays, seen } = open();
  expect(await run(failing())).toBe('done');
  expect([delays, seen]).toEqual([[], []]);
});

it('what fails is tried again, and each failure is told before the wait', async () => {
  const { run, delays, seen } = open(4);
  expect(await run(failing(fault, outage, fault))).toBe('done');
  expect(delays).toEqual([10, 20, 30]);
  expect(seen).toEqual([
    { error: fault, failures: 1, delayMs: 10 },
    { error: outage, failures: 2, delayMs: 20 },
    { error: fault, failures: 3, delayMs: 30 },
  ]);
});

it('gives up at the last attempt that counts, wherever outages lie', async () => {
  const errors = fc.array(fc.constantFrom(fault, outage), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(errors, fc.integer({ min: 1, max: 6 }), async (list, attempts) => {
      const { run, seen } = open(attempts);
      const faults = list.filter((error) => error === fault).length;
      const ended = await run(failing(...list)).catch((error: unknown) => error);
      if (faults < attempts) expect([ended, seen.length]).toEqual(['done', list.length]);
      else expect(ended).toMatchObject({ name: 'GaveUp', cause: fault });
    }),
  );
});

it('never gives up where no attempts are named', async () => {
  const { run } = open();
  expect(await run(failing(...Array.from({ length: 1000 }, () => fault)))).toBe('done');
});

it('giving up says what failed last and how often', async () => {
  const { run } = open(2);
  const error = await run(failing(fault, outage, fault)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GaveUp);
  expect(error).toMatchObject({ message: 'cannot be read', cause: fault, failures: 3 });
});

it('counts on through several pieces of work until one succeeds', async () => {
  const { tries, run, delays } = open(3);
  await run(failing(fault, fault));
  await expect(run(failing(fault))).rejects.toBeInstanceOf(GaveUp);
  tries.succeeded();
  expect(await run(failing(fault, fault))).toBe('done');
  expect(delays).toEqual([10, 20, 10, 20]);
});

it('what is no failure ends the loop as it is, and counts for nothing', async () => {
  const { run, seen } = open(2);
  await expect(run(failing(fault, mistake))).rejects.toBe(mistake);
  expect(await run(failing())).toBe('done');
  expect(seen).toHaveLength(1);
});

it('what the listener throws ends the loop', async () => {
  const { tries, delays } = open();
  const enough = new Error('enough');
  await expect(
    tries.untilDone(failing(fault), () => {
      throw enough;
    }),
  ).rejects.toBe(enough);
  expect(delays).toEqual([]);
});

it('an abort ends it before the work, or in the middle of a wait', async () => {
  const { run } = open();
  expect(await run(failing(), AbortSignal.abort())).toBeUndefined();
  const stop = new AbortController();
  const hour = retries({ delayAfter: () => 3_600_000 });
  expect(await hour.untilDone(failing(fault), () => stop.abort(), stop.signal)).toBeUndefined();
});

describe('backoff', () => {
  it('doubles up to the longest delay', () => {
    const delayAfter = backoff({ firstDelayMs: 100, maxDelayMs: 1000 });
    expect([1, 2, 3, 4, 5, 6, 2000].map(delayAfter)).toEqual([100, 200, 400, 800, 1000, 1000, 1000]);
  });

  it('leaves a part of it to chance where that is wanted', () => {
    const delayAfter = backoff({ firstDelayMs: 100, maxDelayMs: 1000, jitter: 0.5 });
    const delays = Array.from({ length: 200 }, () => delayAfter(2));
    expect(Math.max(...delays)).toBeLessThanOrEqual(200);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(100);
    expect(new Set(delays).size).toBeGreaterThan(1);
  });
});

it('an outage is one wherever it stands in the causes', () => {
  const [event] = [recorded({ type: 'Noted', data: {} }, 0)];
  expect(isOutage(outage)).toBe(true);
  expect(isOutage(new HandlingFailed(event, outage))).toBe(true);
  expect(isOutage(new Error('deep', { cause: new HandlingFailed(event, outage) }))).toBe(true);
  expect(isOutage(new HandlingFailed(event, fault))).toBe(false);
  expect(isOutage('away')).toBe(false);
});

it.each([1, 2, 30])('after a refusal it waits as long as the store says, also the %sth time', (failures) => {
  const delayAfter = backoff({ firstDelayMs: 1, maxDelayMs: 5, jitter: 0.5 });
  const refused = new StoreRefuses('no right', 30_000);
  expect(delayAfter(failures, refused)).toBe(30_000);
  expect(delayAfter(failures, new Error('handling failed', { cause: refused }))).toBe(30_000);
  expect(delayAfter(failures, outage)).toBeLessThanOrEqual(5);
});

it('a refusal of the store is no attempt', () => {
  expect(isOutage(new StoreRefuses('no right', 1))).toBe(true);
});
