/** How the difference between two moments of a pledge looks. */
import { ROLES } from '@pledgeline/contracts';
import {
  anything,
  day,
  described,
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
} from '../../answers/answer-schema.ts';

const momentOfPledge = object('MomentOfPledge', {
  id: uuid,
  type: text,
  stream: text,
  revision: whole,
  role: described<string>(oneOf(ROLES)),
  occurredOn: said(orNull(day), 'business date, as given; null when no source gives one'),
  recordedAt: instant,
});

const anyValue = said(anything, 'null where it is not for the reader');

export const pledgeDifference = object('PledgeDifference', {
  pledgeId: uuid,
  from: said(momentOfPledge, 'the event after which it stood as `before` says'),
  to: said(momentOfPledge, 'the event after which it stood as `after` says'),
  fields: list(
    object('FieldThatDiffers', {
      field: said(
        text,
        'of the page of the pledge, with a dot before a part, as in `internal.documents`; of a list, the items alone that are not on the other side',
      ),
      before: anyValue,
      after: anyValue,
      setBy: said(
        orNull(momentOfPledge),
        'the last event in between that set it, of those that the reader may read; null where none of them did, as when a level ends by the calendar',
      ),
    }),
  ),
});

export type PledgeDifference = Static<typeof pledgeDifference>;
