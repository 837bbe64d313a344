/** Events that say what a pledge is about and how far it is, whatever its status. The names are the storage format. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const ThemeTagged = pledgeEvent({
  type: 'ThemeTagged',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'What the pledge is about, beyond the themes of its capability; replaces earlier tags.',
  data: Type.Object({ pledgeId: Id, themes: Type.Array(Text), mainTheme: orNull(Text) }),
});

export const ProgressReported = pledgeEvent({
  type: 'ProgressReported',
  owner: 'verification',
  visibility: 'PUBLIC',
  ownStateMayRead: true,
  summary: 'Its state or the implementing body says how far it is; the author may keep that from the public.',
  data: Type.Object({
    pledgeId: Id,
    reportId: Id,
    /** The state, or the implementing body. */
    author: oneOf(['MS', 'IMPL']),
    text: Text,
    from: Day,
    to: Day,
    /** Percentage done, as the author sees it; null where none was said. */
    share: orNull(Type.Number({ minimum: 0, maximum: 100 })),
    /** Report of the same author that this one takes the place of. */
    replaces: orNull(Id),
  }),
});

export const progressEvents = [ThemeTagged, ProgressReported] as const;
