/** Runs the due work when the process is ready and once an hour from then on. A failure is logged; the next hour tries again. */
import type { Clock, Log } from '@pledgeline/event-sourcing';
import type { RunDueWork } from './due-work.ts';

const HOUR_MS = 3_600_000;

export const DUE_WORK_TIMER = Symbol('DueWorkTimer');

/** Nest calls the hooks by their names. */
export const dueWorkTimer = (run: RunDueWork, clock: Clock, log: Log) => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const runOnce = async (): Promise<void> => {
    try {
      log.info(await run(clock()), 'due work done');
    } catch (error) {
      log.error({ err: error }, 'due work failed');
    }
  };

  const tick = (): void => {
    running = running.then(runOnce);
  };

  return {
    onApplicationBootstrap: (): void => {
      tick();
      timer = setInterval(tick, HOUR_MS);
      timer.unref();
    },
    /** The store is still open then; what is under way is finished. */
    onModuleDestroy: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
};
