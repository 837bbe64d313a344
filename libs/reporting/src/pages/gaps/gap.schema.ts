/** How answers about gaps look. */
import { PRIORITIES, STATUSES } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  day,
  list,
  object,
  flag,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import { slotPlace } from '../requirements/slot-place.schema.ts';
import { FILLS, GAP_STATES, type GapRow } from '../../views/gap-board.view.ts';

const gap = {
  gapId: uuid,
  mission: text,
  capabilityCode: text,
  substitutes: list(text),
  number: whole,
  unit: text,
  neededBy: orNull(day),
  priority: oneOf(PRIORITIES),
  isPublic: said(flag, 'whether the public reads it'),
  requirement: said(
    orNull(object('RequirementPlace', { set: text, slot: text })),
    'where it stands in a set of requirements',
  ),
  slots: said(list(slotPlace), 'of the newest editions of requirements that lead here'),
  state: oneOf(GAP_STATES, 'GapState'),
  fill: said(orNull(oneOf(FILLS, 'GapFill')), 'null for the public'),
  reserved: said(orNull(whole), 'null for the public'),
  left: said(orNull(whole), 'null for the public'),
  closedFor: said(orNull(text), 'null for the public'),
  publishedOn: said(orNull(day), 'for the public, since when it is'),
  filledBy: list(
    object('Reservation', {
      reservationId: uuid,
      pledgeId: uuid,
      quantity: said(whole, 'in the unit of the gap'),
      units: said(
        orNull(whole),
        'of the pledge, side by side; null until the match is made, and where unknown',
      ),
      persons: orNull(whole),
      aircraft: orNull(whole),
      reservedOn: orNull(day),
      reference: orNull(text),
      memberState: orNull(text),
      memberStateName: orNull(text),
      status: orNull(oneOf(STATUSES)),
      level: orNull(text),
    }),
  ),
  revision: whole,
} satisfies Including<Omit<GapRow['gap'], 'narrowed'>>;

export const gapItem = object('Gap', gap);
export const gapList = countedPage('GapPage', gapItem);
export const gapPage = object('GapDetails', { ...gap, ...commandsNowFields, ...answeredAt });

export type GapAnswer = Static<typeof gapItem>;
export type GapList = Static<typeof gapList>;
export type GapPage = Static<typeof gapPage>;
