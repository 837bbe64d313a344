/** Events of one conference at which pledges are made. The names are the storage format. */
import { Type } from 'typebox';
import { CONFERENCE_KINDS } from '../vocabulary.ts';
import { eventsOf } from './event-contract.ts';
import { oneOf, orNull, Text } from './field.ts';

const conferenceEvent = eventsOf('conference');

const conferenceRecord = Type.Object({
  code: Text,
  kind: oneOf(CONFERENCE_KINDS),
  name: Text,
  /** As exactly as the source says: a day, a month or a year. */
  start: orNull(Text),
  end: orNull(Text),
  place: orNull(Text),
  hostsCoChairs: Type.Array(Text),
  participants: orNull(Text),
  /** As published, with the other counts beside it; our own are computed. */
  statesWithNewPledges: orNull(Text),
  headlineTotals: orNull(Text),
  themes: Type.Array(Text),
  source: Text,
});

export const ConferenceRegistered = conferenceEvent({
  type: 'ConferenceRegistered',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'A conference at which pledges can be made is known.',
  data: conferenceRecord,
});

export const ConferenceRevised = conferenceEvent({
  type: 'ConferenceRevised',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'The record of a conference was replaced by a better one.',
  data: conferenceRecord,
});

export const conferenceEvents = [ConferenceRegistered, ConferenceRevised] as const;
