/** Runs lives with a fixed number of them under way; the commands of one follow each other, as in life. */
import type { PledgeCommand } from '@pledgeline/pledge';
import type { Life } from './life.ts';
import { lifecycle } from './lifecycle.ts';

export type Handle = (stream: string, command: PledgeCommand) => Promise<unknown>;

/** @returns the number of commands carried out. */
export const runLifecycles = async (
  handle: Handle,
  first: number,
  count: number,
  inFlight: number,
  lifeOf: (n: number) => Life = lifecycle,
): Promise<number> => {
  let next = first;
  let commands = 0;
  const worker = async (): Promise<void> => {
    while (next < first + count) {
      const { stream, commands: inLife } = lifeOf(next++);
      for (const command of inLife) await handle(stream, command);
      commands += inLife.length;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return commands;
};
