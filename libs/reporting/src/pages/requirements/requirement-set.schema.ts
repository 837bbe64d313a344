/** How answers about sets of requirements look. */
import { PRIORITIES } from '@pledgeline/contracts';
import {
  answeredAt,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';
import type { AnsweredAt } from '../../answers/query-context.ts';
import type {
  ChangedSlot,
  Difference,
  EditionAnswer,
  EditionSummary,
  RequirementSetAnswer,
  RequirementSetList,
  Slot,
} from './requirement-sets.ts';

const slot = object<Slot>('RequirementSlot', {
  slot: said(text, 'the same in every edition'),
  capabilityCode: text,
  mission: orNull(text),
  number: whole,
  priority: oneOf(PRIORITIES),
  note: orNull(text),
});

const requirementSet: Properties<RequirementSetAnswer> = {
  code: text,
  title: said(text, 'of the newest edition'),
  newest: day,
  editions: said(
    list(
      object<EditionSummary>('RequirementSetEditionSummary', {
        edition: day,
        title: text,
        source: text,
        slots: whole,
      }),
    ),
    'the newest last',
  ),
  revision: whole,
};

export const requirementSetList = object<RequirementSetList>('RequirementSetList', {
  items: list(object<RequirementSetAnswer>('RequirementSet', requirementSet)),
  ...answeredAt,
});

export const requirementSetPage = object<RequirementSetAnswer & AnsweredAt>('RequirementSetDetails', {
  ...requirementSet,
  ...answeredAt,
});

export const editionPage = object<EditionAnswer>('RequirementSetEdition', {
  code: text,
  edition: day,
  title: text,
  source: text,
  slots: list(slot),
  replacedBy: said(orNull(day), 'the next edition; null for the newest'),
  ...answeredAt,
});

export const differencePage = object<Difference>('RequirementSetDifference', {
  code: text,
  from: day,
  to: day,
  added: list(slot),
  removed: list(slot),
  changed: list(object<ChangedSlot>('ChangedRequirementSlot', { slot: text, from: slot, to: slot })),
  ...answeredAt,
});
