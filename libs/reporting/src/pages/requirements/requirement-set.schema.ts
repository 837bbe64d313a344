/** How answers about sets of requirements look. */
import { PRIORITIES, STATUSES } from '@pledgeline/contracts';
import {
  answeredAt,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import { gapItem } from '../gaps/gap.schema.ts';
import type { Slot } from '../../views/requirement-shelf.view.ts';

const asked = {
  slot: said(text, 'the same in every edition'),
  capabilityCode: text,
  mission: orNull(text),
  number: whole,
  priority: oneOf(PRIORITIES),
  note: orNull(text),
} satisfies Properties<Slot>;

const slot = object('RequirementSlot', asked);

const filledSlot = object('RequirementSlotAndWhatFillsIt', {
  ...asked,
  sought: said(whole, 'by its open gaps that are counted in units'),
  surplus: said(whole, 'how many more its open gaps seek and its posts promise than it asks for'),
  gaps: said(
    list(gapItem),
    'for units: those that name the slot or, where they name none, are of its code and mission',
  ),
  posts: said(
    list(
      object('PostsForSlot', {
        pledgeId: uuid,
        reference: text,
        memberState: text,
        memberStateName: text,
        status: orNull(oneOf(STATUSES)),
        promised: orNull(whole),
        filled: whole,
        open: orNull(whole),
        held: whole,
      }),
    ),
    'for experts: the pledges of its code, promised for its mission or with persons there',
  ),
});

const requirementSet = {
  code: text,
  title: said(text, 'of the newest edition'),
  newest: day,
  editions: said(
    list(
      object('RequirementSetEditionSummary', {
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

const item = object('RequirementSet', requirementSet);
export const requirementSetList = object('RequirementSetList', {
  items: list(item),
  total: whole,
  ...answeredAt,
});

export const requirementSetPage = object('RequirementSetDetails', {
  ...requirementSet,
  ...commandsNowFields,
  ...answeredAt,
});

export const editionPage = object('RequirementSetEdition', {
  code: text,
  edition: day,
  title: text,
  source: text,
  slots: list(filledSlot),
  replacedBy: said(orNull(day), 'the next edition; null for the newest'),
  ...answeredAt,
});

export const differencePage = object('RequirementSetDifference', {
  code: text,
  from: day,
  to: day,
  added: list(slot),
  removed: list(slot),
  changed: list(object('ChangedRequirementSlot', { slot: text, from: slot, to: slot })),
  ...answeredAt,
});

export type RequirementSetAnswer = Static<typeof item>;
export type RequirementSetList = Static<typeof requirementSetList>;
export type RequirementSetPage = Static<typeof requirementSetPage>;
export type FilledSlot = Static<typeof filledSlot>;
export type EditionPage = Static<typeof editionPage>;
export type Difference = Static<typeof differencePage>;
