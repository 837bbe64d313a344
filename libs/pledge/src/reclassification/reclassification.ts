/**
 * A pledge registered under the wrong code is put right by two persons, early in its life only: lifecycle page, section 5.
 * A milestone can be met only after REGISTERED, so the status alone rules that out.
 */
import { capability } from '@pledgeline/contracts';
import type { Capability } from '@pledgeline/contracts';
import { addMonths } from '../business-date.ts';
import { under, type Circumstances, type Decision, type Precondition } from '../circumstances.ts';
import { rank } from '../readiness/level-basis.ts';
import { conflict, forbidden, invalid, missing, mustSay } from '../refusal.ts';
import { documentsMissing } from '../registration/registration.ts';
import type { Pledge } from '../state.ts';

export const early: Precondition<'ProposeReclassification'> = ({ level }) => tooLate(level);

const tooLate = (level: Pledge['level']) =>
  rank(level) > rank('L1')
    ? conflict('LEVEL_TOO_HIGH', `At ${level} the unit was assessed for what it is.`, { level })
    : undefined;

export const propose: Decision<'ProposeReclassification'> = ({ data }, pledge) => {
  known(data.capabilityCode);
  mustSay('reason', data.reason);
  if (data.capabilityCode === pledge.capabilityCode) {
    throw invalid('NOTHING_TO_CHANGE', `It is registered as ${data.capabilityCode} already.`, {
      field: 'capabilityCode',
    });
  }
  return [{ type: 'ReclassificationProposed', data }];
};

export const proposed: Precondition<'ReclassifyPledge'> = (
  { reclassification, level },
  _circumstances,
  command,
) => {
  if (reclassification === null) return missing('PROPOSAL_MISSING', 'No other code was proposed.');
  if (command !== null && command.data.capabilityCode !== reclassification.capabilityCode) {
    return conflict('STALE_VALUE', `${reclassification.capabilityCode} is what was proposed.`, {
      field: 'capabilityCode',
      current: reclassification.capabilityCode,
    });
  }
  return tooLate(level);
};

export const reclassify: Decision<'ReclassifyPledge'> = ({ data, meta }, pledge, circumstances) => {
  const { reclassification, capabilityCode: old } = pledge;
  if (reclassification === null || old === null)
    throw missing('PROPOSAL_MISSING', 'No other code was proposed.');
  if (meta.actor === reclassification.proposedBy) {
    throw forbidden('SAME_PERSON', 'Who proposed the code may not decide it.', { field: 'capabilityCode' });
  }
  const { track } = known(data.capabilityCode);
  return [
    under(circumstances.rules, {
      type: 'PledgeReclassified',
      data: {
        pledgeId: data.pledgeId,
        oldCapabilityCode: old,
        capabilityCode: data.capabilityCode,
        track,
        reason: reclassification.reason,
        ...standingOn(track, pledge, circumstances),
      },
    }),
  ];
};

/** A new track begins as its registration would; within one track the offer stands as it stood. */
const standingOn = (track: Capability['track'], pledge: Pledge, { on, rules }: Circumstances) => {
  if (track === pledge.track) return { level: pledge.level, validUntil: pledge.validUntil };
  if (track === 'IMPLEMENTATION') return { level: null, validUntil: null };
  const refused = documentsMissing(pledge, rules.level1Documents);
  if (refused) throw refused;
  return { level: 'L1' as const, validUntil: addMonths(on, rules.firstValidityMonths) };
};

const known = (code: string): Capability => {
  const found = capability(code);
  if (found !== undefined) return found;
  throw invalid('UNKNOWN_CAPABILITY', `${code} is no capability code.`, { field: 'capabilityCode' });
};
