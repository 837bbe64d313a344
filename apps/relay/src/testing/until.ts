/** Waits for a condition, and says which one did not come true. */
import { setTimeout as pause } from 'node:timers/promises';

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
