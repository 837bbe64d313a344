/** How answers about the read models look. */
import { answeredAt, orNull, said, whole, type Properties, object } from '../../answers/answer-schema.ts';
import type { ReadModelsStatus } from '../../read-models/read-models.ts';
import type { Rebuilt, RebuildProgress } from '../../read-models/rebuild.ts';

export const rebuiltSchema = object('RebuildResult', {
  events: said(whole, 'applied'),
  rows: said(whole, 'in all read models'),
  corrected: said(whole, 'rows that were not as the log says'),
} satisfies Properties<Rebuilt>);

export const readModelsStatusSchema = object('ReadModelsStatus', {
  recordedUpTo: answeredAt.recordedUpTo,
  events: said(whole, 'applied so far'),
  rebuild: orNull(
    object('RebuildProgress', {
      events: said(whole, 'applied'),
      of: said(whole, 'about as many there are to do'),
    } satisfies Properties<RebuildProgress>),
  ),
} satisfies Properties<ReadModelsStatus>);
