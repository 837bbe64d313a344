/** How the lists look that every pledge is written in: what can be pledged, and who can announce. */
import { categories, memberStates, themes, TRACKS, type Capability } from '@pledgeline/contracts';
import {
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';

const wordsOf = <Word>(words: readonly Word[]): readonly Word[] => [...new Set(words)];

export const KINDS_OF_STATES = wordsOf(memberStates.map(({ kind }) => kind));
export const REGIONS = wordsOf(memberStates.map(({ region }) => region));

const total = said(whole, 'how many there are under the filters');

export const taxonomyList = object('TaxonomyList', {
  items: list(
    object('Capability', {
      code: text,
      category: oneOf(categories),
      name: text,
      component: text,
      track: oneOf(TRACKS),
      typicalStrength: said(
        orNull(object('TypicalStrength', { min: whole, max: whole })),
        'persons in one such unit; null where no figure is known',
      ),
      themes: list(oneOf(themes, 'ThemeOfTaxonomy')),
    } satisfies Properties<Capability>),
  ),
  total,
});

export const stateList = object('StateList', {
  items: list(
    object('StateAndNames', {
      code: said(text, 'ISO 3166 alpha-3; organisations have codes of our own, as X-EU'),
      name: said(text, 'as the United Nations spells it today'),
      kind: oneOf(KINDS_OF_STATES, 'KindOfState'),
      region: oneOf(REGIONS, 'RegionOfState'),
      otherNames: said(list(text), 'every other name that is taken for it, also those that others bear too'),
    }),
  ),
  total,
});
