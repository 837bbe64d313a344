/** How the history of a pledge looks. */
import { ROLES } from '@pledgeline/contracts';
import {
  answeredAt,
  day,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Static,
  described,
  anything,
} from '../../answers/answer-schema.ts';

const metadata = object(
  'PledgeEventMetadata',
  {
    actor: text,
    role: described<string>(oneOf(ROLES)),
    onBehalfOf: orNull(text),
    recordedFor: said(
      described<string>(oneOf(ROLES)),
      'in which role those acted for whom an officer recorded it; absent where the sender acted himself',
    ),
    correlationId: text,
    causationId: orNull(text),
    commandId: text,
    bodyHash: text,
    occurredOn: said(orNull(day), 'business date, as given; null when no source gives one'),
    ruleSet: orNull(text),
    visibility: oneOf(['PUBLIC', 'MEMBER_STATES', 'INTERNAL']),
  },
  ['actor', 'correlationId', 'causationId', 'commandId', 'bodyHash', 'recordedFor'],
);

const anyValue = said(anything, 'null where it is not for the reader');

const anyData = described<unknown>({ type: 'object', additionalProperties: true });

export const pledgeHistory = object('PledgeHistoryPage', {
  items: list(
    object(
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
            object('FieldCorrected', {
              correctionId: uuid,
              recordedAt: instant,
              reason: text,
              field: said(text, 'a field of the data, or `occurredOn`'),
              old: anyValue,
              new: anyValue,
            }),
          ),
          'what has been put right since it was recorded, as far as it is known at the moment asked about',
        ),
        struck: said(
          orNull(object('EventStruck', { annulmentId: uuid, recordedAt: instant, reason: text })),
          'the annulment by which it is read as if it had never been, where it is known at the moment asked about',
        ),
        objection: said(
          orNull(object('EventObjected', { objectedOn: day, reason: text, wholeAct: flag })),
          'by those for whom an officer recorded it: that it is not theirs, or not as it stands',
        ),
      },
      ['position'],
    ),
  ),
  next: orNull(text),
  total: said(whole, 'of all pages, now'),
  asOf: answeredAt.asOf,
  knownAt: answeredAt.knownAt,
});

export type PledgeHistory = Static<typeof pledgeHistory>;
export type PastEvent = PledgeHistory['items'][number];
export type FieldCorrected = PastEvent['corrections'][number];
export type EventStruck = NonNullable<PastEvent['struck']>;
