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
  type Properties,
} from '../../answers/answer-schema.ts';
import type { AnsweredAt } from '../../answers/query-context.ts';
import { FILLS } from '../../views/gap-board.view.ts';
import type { GapAnswer } from './gaps-and-what-fills-them.ts';

const gap: Properties<GapAnswer> = {
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
    object<GapAnswer['filledBy'][number]>('Reservation', {
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
};

export const gapList = countedPage('GapPage', object<GapAnswer>('Gap', gap));
export const gapPage = object<GapAnswer & AnsweredAt>('GapDetails', { ...gap, ...answeredAt });
