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

const eventNamed = object('EventNamed', { id: uuid, stream: text, revision: whole });

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
        correctedBy: said(
          list(eventNamed),
          'the corrections of it that are among the events that the reader may read, in their order',
        ),
        struck: said(
          orNull(object('EventStruck', { annulmentId: uuid, recordedAt: instant, reason: text })),
          'the annulment by which it is read as if it had never been, where it is known at the moment asked about',
        ),
        annulledBy: said(orNull(eventNamed), 'the event by which it is struck, where the reader may read it'),
        changes: said(
          list(
            object('FieldChanged', {
              field: said(
                text,
                'of the page of the pledge, with a dot before a part, as in `internal.documents`',
              ),
              before: anyValue,
              after: anyValue,
            }),
          ),
          'what it changed on the page of the pledge when it was recorded, as far as the reader may see it, on that day; of a list, the items alone that are no longer, or not yet, as on the other side. What stands around a pledge is not compared: its relatives, its unit and slots, missions on record, and the file of the desk',
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
export type EventNamed = PastEvent['correctedBy'][number];
export type FieldChanged = PastEvent['changes'][number];
export type EventStruck = NonNullable<PastEvent['struck']>;
