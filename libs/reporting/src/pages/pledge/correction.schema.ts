/** How corrections and annulments look in an answer. */
import { CORRECTION_STANDINGS, type Annulment, type Correction } from '@pledgeline/pledge';
import {
  list,
  oneOf,
  said,
  text,
  uuid,
  type Properties,
  object,
  anything,
} from '../../answers/answer-schema.ts';

/** Without the person who asked for it. */
type CorrectionOnPage = Omit<Correction, 'proposedBy'>;

export const correction = object('Correction', {
  correctionId: uuid,
  corrects: said(uuid, 'id of the event that is put right'),
  correctedType: text,
  changes: list(
    object('CorrectedField', {
      field: said(text, 'of the data of the event, or `occurredOn`'),
      old: anything,
      new: anything,
    } satisfies Properties<CorrectionOnPage['changes'][number]>),
  ),
  reason: text,
  standing: oneOf(CORRECTION_STANDINGS, 'CorrectionStanding'),
} satisfies Properties<CorrectionOnPage>);

/** Without the person who asked for it. */
type AnnulmentOnPage = Omit<Annulment, 'proposedBy'>;

export const annulment = object('Annulment', {
  annulmentId: uuid,
  annuls: said(list(uuid), 'ids of the events that are struck together'),
  annulledTypes: list(text),
  reason: text,
  standing: oneOf(CORRECTION_STANDINGS, 'CorrectionStanding'),
} satisfies Properties<AnnulmentOnPage>);
