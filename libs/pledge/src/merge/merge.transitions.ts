/** Pledges of several states become one: when, by whom, and what follows. Lifecycle page, section 5. */
import { COMMON, COMMON_UNDATED, OFFERED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { consentToMerge, markMerged, mergePledges } from './merge.ts';
import type { MergeWishes } from './merge.wishes.ts';

export const mergeTransitions: Rows<keyof MergeWishes> = {
  ConsentToMerge: {
    ...COMMON,
    from: ['REGISTERED'],
    roles: ['MS'],
    decide: consentToMerge,
    events: ['MergeConsented'],
    to: null,
  },
  MergePledges: {
    ...COMMON,
    from: ['REGISTERED'],
    roles: ['DESK'],
    needs: 'the consent of each state',
    decide: mergePledges,
    events: ['PledgesMerged'],
    to: 'MERGED',
  },
  MarkMerged: {
    ...COMMON_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    alreadySo: (_command, pledge) => pledge.status === 'MERGED',
    decide: markMerged,
    events: ['PledgeMergedInto'],
    to: 'MERGED',
  },
};
