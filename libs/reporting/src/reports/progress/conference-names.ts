/** What reports call the groups of pledges by conference. */
import type { Views } from '@pledgeline/event-sourcing';
import { CONFERENCE_LIST, type ConferenceRow } from '../../views/conference-list.view.ts';
import { NO_CONFERENCE } from '../../views/register/pledge-filters.ts';

export const conferenceNames = async (views: Views): Promise<ReadonlyMap<string, string>> => {
  const rows = await views.find<ConferenceRow>(CONFERENCE_LIST);
  return new Map([
    [NO_CONFERENCE, 'outside any conference'],
    ...rows.map(({ key, row }): [string, string] => [key, row.conference.name]),
  ]);
};
