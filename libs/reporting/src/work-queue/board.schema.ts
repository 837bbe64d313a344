/** How answers about the work queue, gaps and visits look. */
import { PRIORITIES, STATUSES, VISIT_MODES, VISIT_OUTCOMES, VISIT_PURPOSES } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  day,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
} from '../answers/answer-schema.ts';
import type { AnsweredAt } from '../read-models/readings.ts';
import { FILLS } from '../gaps/gap-board.projection.ts';
import type { GapAnswer } from '../gaps/gaps-and-what-fills-them.ts';
import { commandLink } from '../pledge-page/pledge.schema.ts';
import { TASK_KINDS } from './task.ts';
import { VISIT_STATES } from '../visits/visit-diary.projection.ts';
import type { VisitAnswer } from '../visits/visits-planned-and-held.ts';
import type { QueuedTask, WorkQueue } from './work-queue.ts';

const queuedTask = object<QueuedTask>('QueuedTask', {
  pledgeId: uuid,
  reference: text,
  memberState: text,
  memberStateName: text,
  kind: oneOf(TASK_KINDS, 'TaskKind'),
  waitsFor: said(list(text), 'roles'),
  since: day,
  due: said(orNull(day), 'null where no rule sets a date'),
  todo: text,
  next: list(commandLink),
  blockedBy: said(orNull(text), 'code of what stands in the way'),
  overdue: flag,
});

export const workQueueSchema = object<WorkQueue>('WorkQueue', {
  items: list(queuedTask),
  next: orNull(text),
  total: whole,
  ...answeredAt,
  today: said(day, 'the day the queue was made for'),
});

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

const visit: Properties<VisitAnswer> = {
  visitId: uuid,
  purpose: oneOf(VISIT_PURPOSES),
  memberState: text,
  memberStateName: text,
  from: day,
  to: day,
  mode: oneOf(VISIT_MODES),
  units: said(list(uuid), 'pledges'),
  team: list(text),
  state: oneOf(VISIT_STATES, 'VisitState'),
  conducted: orNull(object<NonNullable<VisitAnswer['conducted']>>('VisitDays', { from: day, to: day })),
  outcomes: list(
    object<VisitAnswer['outcomes'][number]>('UnitVisitOutcome', {
      pledgeId: uuid,
      outcome: oneOf(VISIT_OUTCOMES),
      recommendations: list(text),
    }),
  ),
  unitsWithoutOutcome: list(uuid),
  conflictsWith: said(list(uuid), 'other open visits to one of its units'),
  reportReference: orNull(text),
  agreementReference: orNull(text),
  revision: whole,
};

export const visitList = countedPage('VisitPage', object<VisitAnswer>('Visit', visit));
export const visitPage = object<VisitAnswer & AnsweredAt>('VisitDetails', { ...visit, ...answeredAt });
