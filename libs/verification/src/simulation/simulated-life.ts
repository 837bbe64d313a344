/** One simulated life: by its number it is a unit, several that belong together, or something that is carried out. */
import { derivedId } from '@pledgeline/event-sourcing';
import type { Life } from './act.ts';
import { beginLife } from './begin-life.ts';
import { chancesOf } from './chances.ts';
import { implementationLife } from './implementation-life.ts';
import { jointLife } from './joint-life.ts';
import { needLife } from './need-life.ts';
import { splitLife } from './split-life.ts';
import { unitLife } from './unit-life.ts';

/** The n-th of a seed, which is always the same. Of ten lives six are of units, as on the register of readiness. */
export const simulatedLife = (seed: string, n: number): Life => {
  const chances = chancesOf(seed, n);
  const life = beginLife(derivedId('simulated', seed, n), chances, n);
  const kind = chances.between(1, 100);
  if (kind <= 48) return unitLife(life);
  if (kind <= 54) return jointLife(life);
  if (kind <= 60) return splitLife(life);
  if (kind <= 68) return needLife(life);
  return implementationLife(life);
};
