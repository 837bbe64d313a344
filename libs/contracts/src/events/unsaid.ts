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

/** Not said to be additional to an offer that is like it. */
export const NOT_ADDITIONAL: Pick<Announced, 'additional' | 'additionalReason'> = {
  additional: false,
  additionalReason: null,
};
