/**
 * The waiters of all tests and benchmarks: for a condition instead of sleeping. `eventually` is ended by the timeout of its test;
 * `until` tolerates errors meanwhile, ends by itself, and says what did not come true.
 */
import { setTimeout as pause } from 'node:timers/promises';

export const eventually = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(1);
};

const ASK_EVERY_MS = 50;

/** @throws {Error} naming what was awaited, when it is not so after a minute (or the time given). */
export const until = async (
  what: string,
  isSo: () => Promise<boolean> | boolean,
  milliseconds = 60_000,
): Promise<void> => {
  const end = performance.now() + milliseconds;
  let trouble: unknown;
  for (;;) {
    try {
      if (await isSo()) return;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (performance.now() > end)
      throw new Error(`not within ${milliseconds} ms: ${what}`, { cause: trouble });
    await pause(ASK_EVERY_MS);
  }
};

/** A promise and the function that settles it. */
export const signal = (): { readonly given: Promise<void>; give(): void } => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
};
