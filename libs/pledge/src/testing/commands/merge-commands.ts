/** Accepted examples: pledges of two states become one. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import type { MergeCommands } from '../../merge/merge.state.ts';
import { JOINT, MERGE } from '../merge-life.ts';
import { PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

const consent = {
  mergeId: MERGE,
  leadState: 'RWA',
  role: 'UNIT',
  share: 60,
  consentReference: 'NV/20',
  consentedOn: '2026-01-10',
} as const;
const source = { status: 'REGISTERED', track: 'CAPABILITY', money: null, ...NOTHING_BESIDE } as const;

export const mergeCommands: ExamplesOf<keyof MergeCommands> = {
  ConsentToMerge: {
    type: 'ConsentToMerge',
    data: {
      pledgeId: PLEDGE,
      mergeId: MERGE,
      leadState: 'RWA',
      role: 'UNIT',
      share: 60,
      consentReference: 'NV/20',
      others: [idOf(97)],
    },
    meta: state,
  },
  MergePledges: {
    type: 'MergePledges',
    data: {
      pledgeId: PLEDGE,
      mergeId: MERGE,
      jointPledgeId: JOINT,
      capabilityCode: 'INF-BN',
      quantity: null,
      ...NOTHING_BESIDE,
      description: 'One battalion of two states',
      sources: [
        { pledgeId: PLEDGE, memberState: 'RWA', ...source, consent: { ...consent, others: [] } },
        { pledgeId: idOf(97), memberState: 'KOR', ...source, consent: { ...consent, share: 40, others: [] } },
      ],
    },
    meta: by('DESK'),
  },
  MarkMerged: {
    type: 'MarkMerged',
    data: { pledgeId: PLEDGE, mergeId: MERGE, jointPledgeId: JOINT },
    meta: by('SYSTEM'),
  },
};
