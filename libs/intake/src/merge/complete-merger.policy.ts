/** A merger that was decided takes its other sources out of the count, and opens the joint pledge. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy } from '@pledgeline/event-sourcing';

/** The data that the joint pledge takes over from its sources is looked up when it is opened. */
export interface OpenJointPledge {
  readonly merged: DataOf<'PledgesMerged'>;
  readonly on: string;
}

export const completeMerger: Policy = {
  name: 'complete-merger',
  on: ['PledgesMerged'],
  react: ({ data, metadata, recordedAt }) => {
    const merged = data as DataOf<'PledgesMerged'>;
    const { pledgeId: leadId, mergeId, jointPledgeId, shares } = merged;
    const others = shares.filter(({ pledgeId }) => pledgeId !== leadId);
    const open: OpenJointPledge = { merged, on: metadata.occurredOn ?? recordedAt.slice(0, 10) };
    return [
      ...others.map(({ pledgeId }) => ({
        stream: streamName('pledge', pledgeId),
        type: 'MarkMerged',
        data: { pledgeId, mergeId, jointPledgeId },
      })),
      { stream: streamName('pledge', jointPledgeId), type: 'DerivePledge', data: open },
    ];
  },
};
