/** What of a pledge is set against gaps, and what is left, side by side in units, persons and aircraft. */
import { FACTOR_SOURCES } from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';
import {
  list,
  number,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';

export const matching = {
  matches: list(
    object('Match', {
      gapId: uuid,
      reservationId: uuid,
      mission: text,
      quantity: said(whole, 'in the measure of the gap'),
      unit: said(orNull(text), 'what the gap counts; null for matches from before that was asked'),
      takes: said(
        orNull(number),
        'of the pledge, in its own measure; may be part of a unit. Null: as many as the quantity',
      ),
      units: said(orNull(whole), 'side by side in whole numbers; null where unknown'),
      persons: orNull(whole),
      aircraft: orNull(whole),
      personsPerUnit: said(orNull(number), 'by which persons were counted as units, or units as persons'),
      personsPerUnitFrom: said(
        orNull(oneOf(FACTOR_SOURCES)),
        'who says it: the pledge, the usual strength in the taxonomy, or who made the match',
      ),
    } satisfies Properties<Pledge['matches'][number]>),
  ),
  leftToMatch: said(
    orNull(whole),
    'how many can still be set against gaps, whole ones of what the pledge counts; null for who reads no matches',
  ),
  left: said(
    orNull(object('LeftToMatch', { units: orNull(whole), persons: orNull(whole), aircraft: orNull(whole) })),
    'the same side by side, by the figures of the pledge and the usual strength; null where nobody can say, and for who reads no matches',
  ),
};
