/** The conferences as registered, with their headline figures as published. Our own counts are made from the register. */
import { eventContracts, streamId } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Projection } from '@pledgeline/event-sourcing';

export interface ConferenceRow {
  readonly conference: DataOf<'ConferenceRegistered'>;
  readonly revision: number;
}

export const CONFERENCE_LIST = 'conference-list';

export const conferenceList: Projection<ConferenceRow> = {
  name: CONFERENCE_LIST,
  version: 3,
  handles: eventContracts.filter(({ category }) => category === 'conference').map(({ type }) => type),
  columns: { mainConference: ({ conference }) => conference.mainConference },
  keyOf: ({ stream }) => streamId(stream),
  // A revision replaces the whole record, so both events say the same.
  apply: (_row, event) => ({
    conference: event.data as DataOf<'ConferenceRegistered'>,
    revision: event.revision,
  }),
};
