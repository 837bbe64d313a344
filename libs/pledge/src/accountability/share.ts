/** How much of a number was delivered, in per cent, exactly. */
import { perCentOf } from '@pledgeline/contracts';

/**
 * From 0 to 100, a half rounded up. What is less than the whole is never shown as 100, and what does not reach `keptFrom`
 * never as that: 89.6 of 100 is 89 where 90 counts as kept.
 */
export const shareOf = (delivered: number, promised: number, keptFrom: number): number => {
  const { floor, rounded } = perCentOf(delivered, promised);
  if (floor >= 100) return 100;
  return floor < keptFrom ? Math.min(rounded, keptFrom - 1) : Math.min(rounded, 99);
};
