/** How a correction looks in an answer. */
import { CORRECTION_STANDINGS } from '@pledgeline/pledge';
import { list, object, oneOf, said, text, uuid, type Schema } from '../../answers/answer-schema.ts';
import type { CorrectionOnPage } from './pledge-page.ts';

const anyValue: Schema = {};

export const correction = object<CorrectionOnPage>('Correction', {
  correctionId: uuid,
  corrects: said(uuid, 'id of the event that is put right'),
  correctedType: text,
  changes: list(
    object<CorrectionOnPage['changes'][number]>('CorrectedField', {
      field: said(text, 'of the data of the event, or `occurredOn`'),
      old: anyValue,
      new: anyValue,
    }),
  ),
  reason: text,
  standing: oneOf(CORRECTION_STANDINGS, 'CorrectionStanding'),
});
