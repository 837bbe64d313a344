/** How the pledge changes: its state agrees to a merger, and it goes into the joint pledge. */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';

export const mergeEvolution = {
  MergeConsented: (pledge, { pledgeId: _, ...mergeConsent }) => ({ ...pledge, mergeConsent }),
  PledgesMerged: (pledge, { jointPledgeId }) => mergedInto(pledge, jointPledgeId),
  PledgeMergedInto: (pledge, { jointPledgeId }) => mergedInto(pledge, jointPledgeId),
} satisfies Partial<Evolutions>;

const mergedInto = (pledge: Pledge, jointPledgeId: string): Pledge => ({
  ...pledge,
  status: 'MERGED',
  matches: [],
  lineage: { kind: 'MERGE', parents: pledge.lineage?.parents ?? [], children: [jointPledgeId] },
});
