/** How answers about gaps look. */
import { PRIORITIES, STATUSES } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  day,
  list,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  whole,
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { FILLS, type GapRow } from '../../views/gap-board.view.ts';

const gap = {
  gapId: uuid,
  mission: text,
  capabilityCode: text,
  substitutes: list(text),
  number: whole,
  unit: text,
  neededBy: orNull(day),
  priority: oneOf(PRIORITIES),
  fill: oneOf(FILLS, 'GapFill'),
  reserved: whole,
  left: whole,
  closedFor: orNull(text),
  publishedOn: orNull(day),
  filledBy: list(
    object('Reservation', {
      reservationId: uuid,
      pledgeId: uuid,
      quantity: whole,
      reservedOn: orNull(day),
      reference: orNull(text),
      memberState: orNull(text),
      memberStateName: orNull(text),
      status: orNull(oneOf(STATUSES)),
      level: orNull(text),
    }),
  ),
  revision: whole,
} satisfies Including<GapRow['gap']>;

const item = object('Gap', gap);
export const gapList = countedPage('GapPage', item);
export const gapPage = object('GapDetails', { ...gap, ...answeredAt });

export type GapAnswer = Static<typeof item>;
export type GapList = Static<typeof gapList>;
export type GapPage = Static<typeof gapPage>;
