/** How many, as it was said: with its unit, a range as a range, and "not stated" where nothing was. Never 0 for unknown. */
import type { components } from '../generated/openapi.d.ts';
import { HARD_SPACE, number } from '../words/numbers.ts';
import { say } from '../words/words.ts';

type Quantity = components['schemas']['Quantity'];

export const quantityInWords = (quantity: Quantity | null): string => {
  if (quantity === null) return say().notStated;
  const { min, max, unit } = quantity;
  const ends =
    min === null
      ? say().notStated
      : max === null
        ? say().moreThan(number(min))
        : min === max
          ? number(min)
          : say().range(number(min), number(max));
  return [ends, unit].filter(Boolean).join(HARD_SPACE);
};
