/** Defaults of an announcement of which only the words are known: its speaker, its terms and its standing were not noted. */
import type { Static } from 'typebox';
import type { STANDINGS } from '../vocabulary.data.ts';
import type { Quantity } from '../reference/quantity.ts';
import type { MoneyField, SpeakerField, TermsField } from './announcement-fields.ts';

interface AnnouncementDefaults {
  readonly strength: Quantity | null;
  readonly aircraft: Quantity | null;
  readonly money: Static<typeof MoneyField> | null;
  readonly speaker: Static<typeof SpeakerField> | null;
  readonly standing: (typeof STANDINGS)[number];
  readonly renews: string | null;
  readonly themes: string[];
  readonly mainTheme: string | null;
  readonly terms: Static<typeof TermsField> | null;
  readonly idea: string | null;
  readonly need: string | null;
}

export const ANNOUNCEMENT_DEFAULTS: AnnouncementDefaults = {
  strength: null,
  aircraft: null,
  money: null,
  speaker: null,
  standing: 'NEW',
  renews: null,
  themes: [],
  mainTheme: null,
  terms: null,
  idea: null,
  need: null,
};

/** Persons and aircraft beside the units, where the state did not say. */
export const NOTHING_BESIDE: {
  readonly strength: Quantity | null;
  readonly aircraft: Quantity | null;
} = { strength: null, aircraft: null };

/** Neither additional to an offer that is like it, nor entered only after it was over. */
export const ORDINARY_ENTRY: {
  readonly additional: boolean;
  readonly additionalReason: string | null;
  readonly lateEntry: boolean;
} = { additional: false, additionalReason: null, lateEntry: false };
