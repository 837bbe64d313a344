/** The conferences as registered, with their headline figures as published. Our own counts are made from the register. */
import type { DataOf } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export interface ConferenceRow {
  readonly conference: DataOf<'ConferenceRegistered'>;
  readonly revision: number;
}

export const CONFERENCE_LIST = 'conference-list';

export const conferenceList = viewOf<ConferenceRow>({
  name: CONFERENCE_LIST,
  version: 4,
  category: 'conference',
  columns: {
    mainConference: ({ conference }) => conference.mainConference,
    kind: ({ conference }) => conference.kind,
    series: ({ conference }) => String(conference.series),
  },
  // A revision replaces the whole record, so both events say the same.
  apply: (_row, { data, revision }) => ({ conference: data as DataOf<'ConferenceRegistered'>, revision }),
  readers: forEverybody,
});
