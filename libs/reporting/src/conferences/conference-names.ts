/** What reports call the groups of pledges by conference. */
import type { Views } from '@pledgeline/event-sourcing';
import { CONFERENCE_LIST } from './conference-list.projection.ts';
import type { ConferenceRow } from './conference-list.projection.ts';
import { NO_CONFERENCE } from '../register/pledges-matching.ts';

export const conferenceNames = async (views: Views): Promise<ReadonlyMap<string, string>> => {
  const rows = await views.find<ConferenceRow>(CONFERENCE_LIST);
  return new Map([
    [NO_CONFERENCE, 'outside any conference'],
    ...rows.map(({ key, row }): [string, string] => [key, row.conference.name]),
  ]);
};
