/** A newer promise of a state stands in place of an older one: accountability page, section 3, and decision 0035. */
import { hasDelivered } from '../accountability/has-delivered.ts';
import { ANY_STATUS, COMMON_UNDATED, OFFERED, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type Precondition } from '../decision-context.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { CommandOf, Pledge } from '../state.ts';
import { isRepeatOpen, isUnchecked } from './standing.state.ts';
import { endedMatches } from '../validity/validity.ts';

const evolve = {
  PledgeSuperseded: (pledge, { newerPledgeId }) => ({
    ...pledge,
    status: 'SUPERSEDED',
    matches: [],
    supersededBy: newerPledgeId,
  }),
  RepeatDecided: (pledge, { pledgeId: _, ...repeat }) => ({ ...pledge, repeat }),
} satisfies Partial<Folds>;

/** A promise is updated by its own state. @throws {Rejected} STATE_DIFFERS */
const supersede: Decision<'SupersedePledge'> = ({ data }, pledge, { rules }) => {
  const { memberState, ...superseded } = data;
  if (memberState !== pledge.memberState) {
    throw conflict('STATE_DIFFERS', `The pledge is ${pledge.memberState}'s, not ${memberState}'s.`, {
      field: 'memberState',
    });
  }
  return [
    under(rules, { type: 'PledgeSuperseded', data: { ...superseded, endedMatches: endedMatches(pledge) } }),
  ];
};

/** What was given stays where it was promised: that pledge goes on beside the newer one. */
const nothingGiven: Precondition<'SupersedePledge'> = (pledge, { rules }) => {
  if (!rules.updatesSupersede) {
    return conflict('NOT_IN_FORCE', `Under ${rules.name} an update stands beside what it updates.`);
  }
  return hasDelivered(pledge)
    ? conflict(
        'DELIVERY_BEGUN',
        'Something was delivered, so the pledge stays beside the one that updates it.',
      )
    : undefined;
};

const decideRepeat: Decision<'DecideRepeat'> = ({ data }, pledge) => {
  const { other, ...decided } = data;
  const { pledgeId, decision, repeats } = decided;
  const field = 'repeats';
  if (decision === 'ADDITIONAL' && repeats !== null) {
    throw invalid('REPEATS_NONE', 'An additional offer repeats no other. Leave repeats out.', { field });
  }
  if (decision === 'REPEAT') {
    if (repeats === null)
      throw invalid('REPEATS_MISSING', 'Name the pledge that this one repeats.', { field });
    if (other === null) throw missing('UNKNOWN_PLEDGE', `There is no pledge ${repeats}.`, { field });
    if (repeats === pledgeId || other.repeats === pledgeId)
      throw invalid('REPEATS_ITSELF', 'Name another pledge, and none that repeats this one.', { field });
    if (other.memberState !== pledge.memberState) {
      throw conflict('STATE_DIFFERS', `That pledge is ${other.memberState}'s, not ${pledge.memberState}'s.`, {
        field,
      });
    }
  }
  mustSay('reason', decided.reason);
  return [{ type: 'RepeatDecided', data: decided }];
};

const flagged: Precondition<'DecideRepeat'> = (pledge) => {
  if (isRepeatOpen(pledge) || isUnchecked(pledge)) return undefined;
  return pledge.repeat === null
    ? conflict(
        'NOT_FLAGGED',
        'This announcement was not flagged as a repeat, and was looked at when it was entered: there is nothing to decide.',
      )
    : conflict('REPEAT_DECIDED', `It was decided already: ${pledge.repeat.decision}.`, {
        decision: pledge.repeat.decision,
      });
};

const isDecidedSo = ({ data }: CommandOf<'DecideRepeat'>, { repeat }: Pledge): boolean => {
  const { pledgeId: _, other: __, ...decided } = data;
  return repeat !== null && sameContent(decided, repeat);
};

export const standing = chapter({
  evolve,
  commands: {
    SupersedePledge: {
      ...COMMON_UNDATED,
      from: ['ANNOUNCED', 'ACKNOWLEDGED', ...OFFERED, 'LAPSED'],
      roles: ['SYSTEM'],
      needs: 'nothing was delivered',
      precondition: nothingGiven,
      isNoop: ({ data }, { supersededBy }) => supersededBy === data.newerPledgeId,
      decide: supersede,
      events: ['PledgeSuperseded'],
      to: 'SUPERSEDED',
    },
    DecideRepeat: {
      ...COMMON_UNDATED,
      from: ANY_STATUS,
      roles: ['DESK'],
      needs:
        'an announcement that was flagged as a repeat before version 3, or could not be checked when it was entered',
      precondition: flagged,
      isNoop: isDecidedSo,
      decide: decideRepeat,
      events: ['RepeatDecided'],
    },
  },
});
