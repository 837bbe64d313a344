/** An announcement of which only the words are known: nobody noted who spoke, on which terms, or how it stands to others. */
import type { Static } from 'typebox';
import type { PledgeAnnounced } from './announcement.events.ts';

type Announced = Static<(typeof PledgeAnnounced)['data']>;

export const UNSAID: Pick<
  Announced,
  'money' | 'speaker' | 'standing' | 'renews' | 'themes' | 'mainTheme' | 'terms' | 'idea' | 'need'
> = {
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
export const ORDINARY_ENTRY: Pick<Announced, 'additional' | 'additionalReason' | 'lateEntry'> = {
  additional: false,
  additionalReason: null,
  lateEntry: false,
};
