/** How answers about the read models look. */
import {
  answeredAt,
  orNull,
  said,
  text,
  whole,
  type Properties,
  object,
} from '../../answers/answer-schema.ts';
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
      position: said(orNull(text), 'up to there the log was read; null where it is read stream by stream'),
      logEnd: said(
        orNull(text),
        'of the last event of the log, of whomever; null when it is empty or did not answer',
      ),
    } satisfies Properties<RebuildProgress>),
  ),
} satisfies Properties<ReadModelsStatus>);
