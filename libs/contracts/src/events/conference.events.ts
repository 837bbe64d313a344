/** Events of one conference at which pledges are made. The names are the storage format. */
import { Type } from 'typebox';
import { CONFERENCE_KINDS, CONFERENCE_ROLES, PUBLISHED_FACTS } from '../vocabulary.data.ts';
import { conferenceInColumns, withSeries } from './conference-upcasters.ts';
import { eventsOf } from './event-contract.ts';
import { oneOf, orNull, StateCode, Text } from './field.ts';

const conferenceEvent = eventsOf('conference');

const conferenceRecord = Type.Object({
  code: Text,
  kind: oneOf(CONFERENCE_KINDS),
  name: Text,
  /** As exactly as the source says: a day, a month or a year. */
  start: orNull(Text),
  end: orNull(Text),
  place: orNull(Text),
  /** Whether it is one of the summits and ministerials that have been held in turn since 2014. */
  series: Type.Boolean(),
  /** The fund, body or mission for which a fundraising conference raises money, as stated. */
  raisesFor: orNull(Text),
  /** The one that a preparatory conference prepares. */
  mainConference: orNull(Text),
  roles: Type.Array(
    Type.Object({
      /** Null where the name as stated is that of no state: "ten other member states". */
      memberState: orNull(StateCode),
      asStated: Text,
      role: oneOf(CONFERENCE_ROLES),
    }),
  ),
  themes: Type.Array(Text),
  /** Those that run through all sessions. */
  crossCuttingThemes: Type.Array(Text),
  /** As published, where sources differ one beside the other; our own counts are computed. */
  published: Type.Array(Type.Object({ what: oneOf(PUBLISHED_FACTS), value: Text, source: Text })),
  source: Text,
});

export const ConferenceRegistered = conferenceEvent({
  type: 'ConferenceRegistered',
  owner: 'intake',
  schemaVersion: 3,
  visibility: 'PUBLIC',
  summary: 'A conference at which pledges can be made is known.',
  data: conferenceRecord,
  upcasters: { 1: conferenceInColumns, 2: withSeries },
});

export const ConferenceRevised = conferenceEvent({
  type: 'ConferenceRevised',
  owner: 'intake',
  schemaVersion: 3,
  visibility: 'PUBLIC',
  summary: 'The record of a conference was replaced by a better one.',
  data: conferenceRecord,
  upcasters: { 1: conferenceInColumns, 2: withSeries },
});

export const conferenceEvents = [ConferenceRegistered, ConferenceRevised] as const;
