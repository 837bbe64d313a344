/** A newer promise of a state stands in place of an older one: accountability page, section 3, and decision 0035. */
import { hasDelivered } from '../accountability/has-delivered.ts';
import { COMMON_UNDATED, OFFERED, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type Precondition } from '../decision-context.ts';
import { conflict } from '../refusal.ts';
import { endedMatches } from '../validity/validity.ts';

const evolve = {
  PledgeSuperseded: (pledge, { newerPledgeId }) => ({
    ...pledge,
    status: 'SUPERSEDED',
    matches: [],
    supersededBy: newerPledgeId,
  }),
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
  },
});
