/**
 * A pledge registered under the wrong code is put right by two persons, early in its life only: lifecycle page, section 5.
 * A milestone can be met only after REGISTERED, so the status alone rules that out.
 */
import { addMonths } from '@pledgeline/contracts';
import type { Capability } from '@pledgeline/contracts';
import { codeForAnother } from '../acts/own-proposals.ts';
import { mustBeCapability } from '../category.ts';
import { COMMON, COMMON_UNDATED, chapter, type Folds } from '../chapter.ts';
import { under, type Decision, type DecisionContext, type Precondition } from '../decision-context.ts';
import { rank } from '../readiness/level-basis.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import { paperLater } from '../readiness/papers.ts';
import { documentsMissing } from '../registration/registration.ts';
import type { Pledge } from '../state.ts';

const evolve = {
  ReclassificationProposed: (pledge, { capabilityCode, reason }, { metadata: { actor } }) => ({
    ...pledge,
    reclassification: { capabilityCode, reason, proposedBy: actor },
  }),
  PledgeReclassified: (
    pledge,
    { capabilityCode, track, level, validUntil },
    { metadata: { occurredOn } },
  ) => ({
    ...pledge,
    capabilityCode,
    track,
    level,
    validUntil,
    standsSince: track === pledge.track ? pledge.standsSince : occurredOn,
    reclassification: null,
  }),
} satisfies Partial<Folds>;

const propose: Decision<'ProposeReclassification'> = ({ data }, pledge) => {
  mustBeCapability(data.capabilityCode);
  mustSay('reason', data.reason);
  if (data.capabilityCode === pledge.capabilityCode) {
    throw invalid('NOTHING_TO_CHANGE', `The pledge is registered as ${data.capabilityCode} already.`, {
      field: 'capabilityCode',
    });
  }
  return [{ type: 'ReclassificationProposed', data }];
};

const reclassify: Decision<'ReclassifyPledge'> = ({ data, meta }, pledge, context) => {
  const { reclassification, capabilityCode: old } = pledge;
  if (reclassification === null || old === null)
    throw missing('PROPOSAL_MISSING', 'No other code was proposed.');
  if (meta.actor === reclassification.proposedBy) throw codeForAnother();
  const { track } = mustBeCapability(data.capabilityCode);
  return [
    under(context.rules, {
      type: 'PledgeReclassified',
      data: {
        pledgeId: data.pledgeId,
        oldCapabilityCode: old,
        capabilityCode: data.capabilityCode,
        track,
        reason: reclassification.reason,
        ...standingOn(track, pledge, context),
      },
    }),
  ];
};

/** A new track begins as its registration would; within one track the offer stands as it stood. */
const standingOn = (track: Capability['track'], pledge: Pledge, context: DecisionContext) => {
  const { on, rules } = context;
  if (track === pledge.track) return { level: pledge.level, validUntil: pledge.validUntil };
  if (track === 'IMPLEMENTATION') return { level: null, validUntil: null };
  const refused =
    documentsMissing(pledge, rules.level1Documents) ?? paperLater(pledge, rules.level1Documents, context);
  if (refused) throw refused;
  return { level: 'L1' as const, validUntil: addMonths(on, rules.firstValidityMonths) };
};

const early: Precondition<'ProposeReclassification'> = ({ level }) => tooLate(level);

const tooLate = (level: Pledge['level']) =>
  rank(level) > rank('L1')
    ? conflict('LEVEL_TOO_HIGH', `The unit is at ${level}, so it was assessed under its present code.`, {
        level,
      })
    : undefined;

const proposed: Precondition<'ReclassifyPledge'> = ({ reclassification, level }, _context, command) => {
  if (reclassification === null) return missing('PROPOSAL_MISSING', 'No other code was proposed.');
  if (command !== null && command.data.capabilityCode !== reclassification.capabilityCode) {
    return conflict('STALE_VALUE', `The proposed code is ${reclassification.capabilityCode}.`, {
      field: 'capabilityCode',
      current: reclassification.capabilityCode,
    });
  }
  return tooLate(level);
};

export const reclassification = chapter({
  evolve,
  commands: {
    ProposeReclassification: {
      ...COMMON_UNDATED,
      from: ['REGISTERED'],
      roles: ['DESK'],
      needs: 'no level above Level 1',
      precondition: early,
      decide: propose,
      events: ['ReclassificationProposed'],
    },
    ReclassifyPledge: {
      ...COMMON,
      from: ['REGISTERED'],
      roles: ['DESK', 'SFGC'],
      needs: 'a proposal by another person, and no level above Level 1',
      precondition: proposed,
      decide: reclassify,
      events: ['PledgeReclassified'],
    },
  },
});
