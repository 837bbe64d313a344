/**
 * Two or more states make one pledge of theirs (joint or smart pledge): lifecycle page, section 5; history 10. Each source
 * agrees on its own stream first; the source of the lead then decides, and a policy does the rest (design, section 4).
 */
import { memberState, unknownState } from '@pledgeline/contracts';
import { COMMON, COMMON_UNDATED, OFFERED, chapter, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { besideAfter, besideTogether, mustStandBesideUnits } from '../measures/beside-units.ts';
import { conflict, invalid, missing, mustBeShare, mustSay } from '../refusal.ts';
import { mustBeOnTrack } from '../split/split.ts';
import type { CommandOf, Pledge } from '../state.ts';
import { endedMatches } from '../validity/validity.ts';
import { jointMoney } from './joint-money.ts';
import type { MergeSource } from './merge.state.ts';

const evolve = {
  MergeConsented: (pledge, { pledgeId: _, ...mergeConsent }) => ({ ...pledge, mergeConsent }),
  PledgesMerged: (pledge, { jointPledgeId }) => mergedInto(pledge, jointPledgeId),
  PledgeMergedInto: (pledge, { jointPledgeId }) => mergedInto(pledge, jointPledgeId),
} satisfies Partial<Folds>;

const mergedInto = (pledge: Pledge, jointPledgeId: string): Pledge => ({
  ...pledge,
  status: 'MERGED',
  matches: [],
  lineage: { kind: 'MERGE', parents: pledge.lineage?.parents ?? [], children: [jointPledgeId] },
});

/** A later consent replaces the one before. @throws {Rejected} UNKNOWN_STATE, SHARE_OUT_OF_RANGE, TEXT_MISSING, MERGED_WITH_ITSELF */
const consentToMerge: Decision<'ConsentToMerge'> = ({ data }, _pledge, { on }) => {
  const { leadState, share, consentReference } = data;
  if (memberState(leadState) === undefined) throw unknownState('leadState', leadState);
  if (share !== null) mustBeShare(share);
  mustSay('consentReference', consentReference);
  const others = [...new Set(data.others)];
  if (others.includes(data.pledgeId)) {
    throw invalid('MERGED_WITH_ITSELF', 'Name the pledges of the other states.', { field: 'others' });
  }
  return [{ type: 'MergeConsented', data: { ...data, others, consentedOn: on } }];
};

/**
 * @throws {Rejected} PLEDGE_NOT_FOUND, ONE_STATE_ONLY, SOURCE_NOT_REGISTERED, TRACK_DIFFERS, CONSENT_MISSING or
 * SHARES_TOO_LARGE or MONEY_DIFFERS by the sources, and UNKNOWN_CAPABILITY or TEXT_MISSING by what they become.
 */
const mergePledges: Decision<'MergePledges'> = ({ data }, pledge) => {
  const { sources, ...joint } = data;
  mustBeSources(sources, pledge);
  mustBeOnTrack(joint.capabilityCode, pledge);
  mustSay('description', joint.description);
  const shares = sources.map((source) => shareOf(source, data.mergeId, pledge.memberState));
  const total = shares.reduce((sum, { share }) => sum + (share ?? 0), 0);
  if (total > 100) {
    throw conflict('SHARES_TOO_LARGE', `The shares add up to ${total} per cent.`, {
      field: 'sources',
      allowed: 100,
    });
  }
  const beside = besideOf(data);
  mustStandBesideUnits({ quantity: joint.quantity, ...beside });
  return [
    {
      type: 'PledgesMerged',
      data: {
        ...joint,
        ...beside,
        money: jointMoney(sources.map(({ money }) => money)),
        lead: pledge.memberState,
        shares,
      },
    },
  ];
};

/** As stated for the joint pledge; otherwise that of all sources, unless the joint pledge counts them itself. */
const besideOf = ({ quantity, strength, aircraft, sources }: CommandOf<'MergePledges'>['data']) => {
  const together = {
    quantity: null,
    strength: besideTogether(sources.map((source) => source.strength)),
    aircraft: besideTogether(sources.map((source) => source.aircraft)),
  };
  const ofSources = besideAfter(together, quantity);
  return { strength: strength ?? ofSources.strength, aircraft: aircraft ?? ofSources.aircraft };
};

/** A match made since the merger was decided ends. */
const markMerged: Decision<'MarkMerged'> = ({ data }, pledge) => [
  { type: 'PledgeMergedInto', data: { ...data, endedMatches: endedMatches(pledge) } },
];

const mustBeSources = (sources: readonly MergeSource[], { track }: Pledge): void => {
  const field = 'sources';
  const unknown = sources.find(({ status }) => status === null);
  if (unknown !== undefined) {
    throw missing('PLEDGE_NOT_FOUND', `There is no pledge ${unknown.pledgeId}.`, { field });
  }
  if (new Set(sources.map((source) => source.memberState)).size < 2) {
    throw invalid('ONE_STATE_ONLY', 'A joint pledge has two states at least; one state amends its own.', {
      field,
    });
  }
  const early = sources.find(({ status }) => status !== 'REGISTERED');
  if (early !== undefined) {
    throw conflict('SOURCE_NOT_REGISTERED', `${early.pledgeId} is ${early.status}.`, {
      field,
      pledgeId: early.pledgeId,
      pledgeStatus: early.status,
    });
  }
  const other = sources.find((source) => source.track !== track);
  if (other !== undefined) {
    throw conflict('TRACK_DIFFERS', `${other.pledgeId} is on the other track.`, { field, allowed: track });
  }
};

const shareOf = ({ pledgeId, memberState: state, consent }: MergeSource, mergeId: string, lead: string) => {
  if (consent === null || consent.mergeId !== mergeId || consent.leadState !== lead) {
    throw conflict('CONSENT_MISSING', `${state} did not agree to this merger under ${lead}.`, {
      field: 'sources',
      pledgeId,
      memberState: state,
    });
  }
  const { role, share, consentReference } = consent;
  return { pledgeId, state, role, share, consentReference };
};

export const merge = chapter({
  evolve,
  commands: {
    ConsentToMerge: {
      ...COMMON,
      from: ['REGISTERED'],
      roles: ['MS'],
      decide: consentToMerge,
      events: ['MergeConsented'],
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
      isNoop: (_command, pledge) => pledge.status === 'MERGED',
      decide: markMerged,
      events: ['PledgeMergedInto'],
      to: 'MERGED',
    },
  },
});
