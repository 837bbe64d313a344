/**
 * A promise that updates an older one stands in its place, where nothing of the older one was delivered: accountability page,
 * section 3. It may become an update only by a correction. Which pledge it updates is looked up when the command is sent.
 */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy, Reaction } from '@pledgeline/event-sourcing';

/** The stream is that of the update; the command goes to the pledge that it updates, if there is one. */
export interface SupersedeOlder {
  readonly newerPledgeId: string;
}

export const supersedeOlder: Policy = {
  name: 'supersede-older',
  on: ['PledgeAnnounced', 'EventCorrected'],
  react: ({ type, data }) => {
    if (type === 'PledgeAnnounced') {
      const { pledgeId, standing, renews } = data as DataOf<'PledgeAnnounced'>;
      return standing === 'UPDATED' && renews !== null ? [supersedeFor(pledgeId)] : [];
    }
    const { pledgeId, correctedType, changes } = data as DataOf<'EventCorrected'>;
    const isAbout = changes.some(({ field }) => field === 'standing' || field === 'renews');
    return correctedType === 'PledgeAnnounced' && isAbout ? [supersedeFor(pledgeId)] : [];
  },
};

const supersedeFor = (newerPledgeId: string): Reaction => {
  const data: SupersedeOlder = { newerPledgeId };
  return { stream: streamName('pledge', newerPledgeId), type: 'SupersedePledge', data };
};
