/** An announcement of which only the words are known: nobody noted who spoke, on which terms, or how it stands to others. */
import type { Static } from 'typebox';
import type { STANDINGS } from '../vocabulary.data.ts';
import type { MoneyField, SpeakerField, TermsField } from './announcement-fields.ts';

interface Unsaid {
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

export const UNSAID: Unsaid = {
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

/** Neither additional to an offer that is like it, nor entered only after it was over. */
export const ORDINARY_ENTRY: {
  readonly additional: boolean;
  readonly additionalReason: string | null;
  readonly lateEntry: boolean;
} = { additional: false, additionalReason: null, lateEntry: false };
