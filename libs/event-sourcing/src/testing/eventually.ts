/** Waits for a condition instead of sleeping; a test that waits in vain is ended by its own timeout. */
import { setTimeout as pause } from 'node:timers/promises';

export const eventually = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(1);
};

/** A promise and the function that settles it. */
export const signal = (): { readonly given: Promise<void>; give(): void } => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
};
