/** An announcement that names an idea takes it up. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy } from '@pledgeline/event-sourcing';

export const takeUpIdea: Policy = {
  name: 'take-up-idea',
  on: ['PledgeAnnounced'],
  react: ({ data }) => {
    const { idea: ideaId, pledgeId } = data as DataOf<'PledgeAnnounced'>;
    return ideaId === null
      ? []
      : [{ stream: streamName('idea', ideaId), type: 'TakeUpIdea', data: { ideaId, pledgeId } }];
  },
};
