/** How the history of a pledge looks. */
import { ROLES } from '@pledgeline/contracts';
import {
  answeredAt,
  day,
  instant,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Schema,
} from '../../answers/answer-schema.ts';
import type { FieldCorrected, PastEvent, PledgeHistory } from './pledge-history.ts';

const metadata = object<PastEvent['metadata']>(
  'PledgeEventMetadata',
  {
    actor: text,
    role: oneOf(ROLES),
    onBehalfOf: orNull(text),
    correlationId: text,
    causationId: orNull(text),
    commandId: text,
    bodyHash: text,
    occurredOn: said(orNull(day), 'business date, as given; null when no source gives one'),
    ruleSet: orNull(text),
    visibility: oneOf(['PUBLIC', 'MEMBER_STATES', 'INTERNAL']),
  },
  ['actor', 'correlationId', 'causationId', 'commandId', 'bodyHash'],
);

const anything: Schema = { description: 'null where it is not for the reader' };

const anyData: Schema = { type: 'object', additionalProperties: true };

export const pledgeHistory = object<PledgeHistory>('PledgeHistoryPage', {
  items: list(
    object<PastEvent>(
      'PledgeEvent',
      {
        id: uuid,
        type: text,
        schemaVersion: whole,
        data: said(anyData, 'as described for the type and version in the event contracts'),
        metadata,
        stream: text,
        revision: whole,
        position: said(text, 'place in the log, for readers of everything'),
        recordedAt: instant,
        corrections: said(
          list(
            object<FieldCorrected>('FieldCorrected', {
              correctionId: uuid,
              recordedAt: instant,
              reason: text,
              field: said(text, 'a field of the data, or `occurredOn`'),
              old: anything,
              new: anything,
            }),
          ),
          'what has been put right since it was recorded, as far as it is known at the moment asked about',
        ),
      },
      ['position'],
    ),
  ),
  next: orNull(text),
  asOf: answeredAt.asOf,
  knownAt: answeredAt.knownAt,
});
