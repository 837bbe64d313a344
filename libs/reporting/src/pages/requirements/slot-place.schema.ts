/** How a place in a set of requirements is named. */
import { day, object, text, type Properties } from '../../answers/answer-schema.ts';
import type { SlotPlace } from '../../views/requirement-shelf.view.ts';

export const slotPlace = object('SlotPlace', {
  set: text,
  edition: day,
  slot: text,
} satisfies Properties<SlotPlace>);
