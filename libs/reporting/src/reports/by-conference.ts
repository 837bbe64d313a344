/** Groups by conference; those outside any conference are one of them. */
import type { Views } from '@pledgeline/event-sourcing';
import { NO_CONFERENCE } from '../views/register/pledge-filters.ts';
import type { Grouping } from './grouped.ts';
import { conferenceNames } from './progress/conference-names.ts';

export const byConference = async (views: Views): Promise<Grouping> => {
  const names = await conferenceNames(views);
  return {
    codesOf: ({ pledge }) => [pledge.announcement?.conference ?? NO_CONFERENCE],
    nameOf: (code) => names.get(code) ?? code,
  };
};
