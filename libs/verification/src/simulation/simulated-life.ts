/** One simulated life: by its number it is a unit or something that is carried out. */
import { derivedId } from '@pledgeline/event-sourcing';
import type { Life } from './act.ts';
import { beginLife } from './begin-life.ts';
import { chancesOf } from './chances.ts';
import { implementationLife } from './implementation-life.ts';
import { unitLife } from './unit-life.ts';

/** The n-th of a seed, which is always the same. Of ten lives six are of units, as on the register of readiness. */
export const simulatedLife = (seed: string, n: number): Life => {
  const chances = chancesOf(seed, n);
  const life = beginLife(derivedId('simulated', seed, n), chances, n);
  return chances.inHundred(60) ? unitLife(life) : implementationLife(life);
};
