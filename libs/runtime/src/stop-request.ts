/**
 * How a process that serves is asked to end: by a signal, or by the end of the process that started it. npm hands on
 * SIGTERM and SIGINT only; when it is killed, or its terminal is closed, the server would go on and nobody would know.
 */
import { wholeNumber } from './settings.ts';
import type { Environment } from './settings.ts';

/** The setting with the id of the process that this one ends with, which must be its parent. */
export const ENDS_WITH = 'PLEDGELINE_ENDS_WITH';

/** SIGHUP comes when a terminal is closed. Node undoes what `nohup` sets, so it always arrives. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** One Ctrl-C arrives several times where launchers hand on what the terminal has sent to all of them, late on a busy machine. */
const SAME_KEYSTROKE_MS = 2000;

/** How often the parent is looked at: one system call. */
const LOOK_EVERY_MS = 250;

const AT_ONCE = 1;

/** A parent is known by a number of at most 22 bits on Linux; 0 is the one that started a container. */
const LARGEST_PROCESS_ID = 2 ** 31 - 1;

/**
 * Calls `stop` once, with the reason. A signal that follows ends the process at once, with exit code 1.
 * @throws {CannotStart} when the setting names no process.
 */
export const onStopRequest = (env: Environment, stop: (reason: string) => void): void => {
  let firstAt: number | undefined;
  const first = (reason: string): void => {
    firstAt = performance.now();
    clearInterval(look);
    stop(reason);
  };
  const starter = env[ENDS_WITH];
  const parent = starter === undefined ? undefined : wholeNumber(ENDS_WITH, starter, 0, LARGEST_PROCESS_ID);
  const look = setInterval(() => {
    if (parent !== undefined && process.ppid !== parent) first(`process ${parent} has ended`);
  }, LOOK_EVERY_MS).unref();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstAt === undefined) first(signal);
      else if (performance.now() - firstAt > SAME_KEYSTROKE_MS) process.exit(AT_ONCE);
    });
  }
};
