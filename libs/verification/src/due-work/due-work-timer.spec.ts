import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { dueWorkTimer } from './due-work-timer.ts';
import { keptLog } from '../testing/a-world.ts';

const HOUR = 3_600_000;
const DONE = { downgraded: 0, lapsed: 0, reminded: 0, refused: 0 };

beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
afterEach(() => mock.timers.reset());

const after = async (milliseconds: number): Promise<void> => {
  mock.timers.tick(milliseconds);
  await setImmediate();
};

it('the work is done when the process is ready, then every hour, by the clock', async () => {
  const runs: string[] = [];
  const clock = () => `run ${runs.length + 1}`;
  const log = keptLog();
  const timer = dueWorkTimer((now) => Promise.resolve(void runs.push(now)).then(() => DONE), clock, log);
  timer.onApplicationBootstrap();
  await after(HOUR - 1);
  expect(runs).toEqual(['run 1']);
  await after(1);
  expect(runs).toEqual(['run 1', 'run 2']);
  expect(log.lines).toEqual([
    { level: 'info', fields: DONE },
    { level: 'info', fields: DONE },
  ]);
  await timer.onModuleDestroy();
  await after(3 * HOUR);
  expect(runs).toHaveLength(2);
});

it('a failure is logged, and the next hour tries again', async () => {
  let runs = 0;
  const log = keptLog();
  const timer = dueWorkTimer(
    () => Promise.reject(new Error(`disk ${(runs += 1)}`)),
    () => 'now',
    log,
  );
  timer.onApplicationBootstrap();
  await after(HOUR);
  await timer.onModuleDestroy();
  expect(runs).toBe(2);
  expect(log.lines.map(({ level }) => level)).toEqual(['error', 'error']);
});

it('a run under way is finished before the process goes on to end', async () => {
  let finish = (): void => undefined;
  const run = new Promise<typeof DONE>((resolve) => (finish = () => resolve(DONE)));
  const log = keptLog();
  const timer = dueWorkTimer(
    () => run,
    () => 'now',
    log,
  );
  timer.onApplicationBootstrap();
  let ended = false;
  const ending = timer.onModuleDestroy().then(() => (ended = true));
  await after(0);
  expect(ended).toBe(false);
  finish();
  await ending;
  expect(log.lines).toHaveLength(1);
});
