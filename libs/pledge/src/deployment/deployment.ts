/** From the memorandum to the end of the deployment: lifecycle page, section 6; PCRS page, section 6. */
import { memberState, mustHaveCome, unknownState, type DataOf, type Status } from '@pledgeline/contracts';
import { CAPABILITY, CAPABILITY_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeNext, turnTaken } from '../partnership/turns.ts';
import { personsStated } from '../measures/side-by-side.ts';
import { mustBePeriod } from '../period.ts';
import { conflict, invalid, isBlank, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { RuleSet } from '../rule-set.ts';
import { outsidePledged } from '../selection/quantity-offered.ts';
import { takenInHundredths } from '../selection/what-is-taken.ts';
import type { Pledge } from '../state.ts';
import { endedMatches } from '../validity/validity.ts';
import { goesBeforeReady, type DeploymentCommands, type Fielded, type Mou } from './deployment.state.ts';
import { mustBeOpenMission } from './mission-on-record.ts';

const evolve = {
  MouSigned: (pledge, data) => {
    const { mouReference: reference, strength, equipmentAnnexVersion, signedOn, from, to } = data;
    return {
      ...pledge,
      status: 'MOU_SIGNED',
      mou: { reference, strength, equipmentAnnexVersion, signedOn, from, to },
    };
  },
  MouAmended: (pledge, data) => ({ ...pledge, mou: pledge.mou && amendedMou(pledge.mou, data) }),
  PdvConducted: (pledge, data) =>
    data.result === 'PASSED' ? { ...pledge, status: 'READY', pdvPassedOn: data.to } : { ...pledge },
  UnitDeployed: (pledge, data) => {
    const { mission, deployedOn, strength } = data;
    return {
      ...pledge,
      status: 'DEPLOYED',
      deployment: { mission, deployedOn, strength, lastRotatedOn: null, repatriatedOn: null },
      fielded: [...pledge.fielded, fieldedFrom(pledge, data)],
    };
  },
  UnitRotated: (pledge, data) => {
    const before = pledge.deployment?.strength ?? 0;
    const strength = Math.max(before - data.strengthOut + data.strengthIn, 0);
    return {
      ...withDeployment(pledge, pledge.status, () => ({ strength, lastRotatedOn: data.rotatedOn })),
      fielded: withLast(pledge.fielded, (last) => ({ strength: Math.max(last.strength, strength) })),
      partnership: turnTaken(pledge, data.nextState, data.rotatedOn),
    };
  },
  UnitRepatriated: (pledge, { repatriatedOn }) => ({
    ...withDeployment(
      pledge,
      pledge.status === 'PARTIALLY_FULFILLED' ? pledge.status : 'REPATRIATED',
      () => ({
        repatriatedOn,
      }),
    ),
    fielded: withLast(pledge.fielded, () => ({ repatriatedOn })),
    matches: [],
  }),
} satisfies Partial<Folds>;

/** A term that is null stays as it is. */
const amendedMou = (
  mou: Mou,
  { strength, equipmentAnnexVersion, from, to }: Pick<DeploymentCommands['AmendMou'], AmendableTerm>,
): Mou => ({
  ...mou,
  strength: strength ?? mou.strength,
  equipmentAnnexVersion: equipmentAnnexVersion ?? mou.equipmentAnnexVersion,
  from: from ?? mou.from,
  to: to ?? mou.to,
});

type AmendableTerm = 'strength' | 'equipmentAnnexVersion' | 'from' | 'to';

const fieldedFrom = (
  { matches, selection, quantity }: Pledge,
  { deployedOn, strength }: DataOf<'UnitDeployed'>,
): Fielded => {
  const match = matches.find(({ reservationId }) => reservationId === selection?.reservationId);
  return {
    deployedOn,
    repatriatedOn: null,
    strength,
    quantity: match === undefined ? null : takenInHundredths(match),
    unit: quantity?.unit ?? null,
  };
};

const withLast = (
  fielded: readonly Fielded[],
  change: (last: Fielded) => Partial<Fielded>,
): readonly Fielded[] => {
  const last = fielded.at(-1);
  return last === undefined ? fielded : [...fielded.slice(0, -1), { ...last, ...change(last) }];
};

const withDeployment = (
  pledge: Pledge,
  status: Status | null,
  change: (deployment: NonNullable<Pledge['deployment']>) => Partial<NonNullable<Pledge['deployment']>>,
): Pledge => {
  const { deployment } = pledge;
  return { ...pledge, status, deployment: deployment && { ...deployment, ...change(deployment) } };
};

/**
 * The strength lies inside the pledge where that counts persons, or states beside its units how many they are.
 * A signature before the selection is retroactive and says why.
 */
const signMou: Decision<'SignMou'> = ({ data }, pledge, { on, rules }) => {
  mustSay('mouReference', data.mouReference);
  mustSay('equipmentAnnexVersion', data.equipmentAnnexVersion);
  mustBePeriod(data.from, data.to);
  mustBePledged(data.strength, pledge, rules);
  const selectedOn = pledge.selection?.selectedOn;
  if (selectedOn !== undefined && on < selectedOn && isBlank(data.retroactiveReason)) {
    throw invalid(
      'RETROACTIVE_REASON_MISSING',
      `The memorandum is signed before the selection on ${selectedOn}. Say why.`,
      {
        field: 'retroactiveReason',
        selectedOn,
      },
    );
  }
  mustBeOpenMission(data, on, pledge.selection?.mission ?? null, rules);
  return [{ type: 'MouSigned', data: { ...data, signedOn: on } }];
};

/** Terms that are named must change something; said twice, done once. */
const amendMou: Decision<'AmendMou'> = ({ data }, pledge, { rules }) => {
  const { mou } = pledge;
  if (mou === null) throw conflict('MOU_MISSING', 'No memorandum was signed for this deployment.');
  const { strength, equipmentAnnexVersion, from, to } = data;
  if ([strength, equipmentAnnexVersion, from, to].every((term) => term === null)) {
    throw invalid('NOTHING_TO_CHANGE', 'An amendment names at least one term.', {
      allowed: ['strength', 'equipmentAnnexVersion', 'from', 'to'],
    });
  }
  const amended = amendedMou(mou, data);
  if (sameContent(amended, mou)) return [];
  mustSay('amendmentReference', data.amendmentReference);
  mustBePeriod(amended.from, amended.to);
  mustBePledged(amended.strength, pledge, rules);
  return [{ type: 'MouAmended', data: { ...data, mouReference: mou.reference } }];
};

/**
 * May be held on an advanced draft, so before the signature (PCRS page, section 4.7), but not before the unit was chosen.
 * A visit that lies ahead is a plan and cannot have a result.
 */
const conductPdv: Decision<'ConductPdv'> = ({ data, meta }, pledge) => {
  mustSay('dosReference', data.dosReference);
  mustBePeriod(data.from, data.to, { oneDay: true });
  mustHaveCome('to', data.to, meta.now);
  mustFollowSelection(data.from, pledge, 'from');
  return [{ type: 'PdvConducted', data, occurredOn: data.to }];
};

/**
 * READY is the way; a unit without memorandum or passed visit goes only as a re-hatted regional force or under a letter of
 * assist, with an approver named (PCRS page, section 6.5). A re-hatted unit was there before it was selected: its date is
 * not compared with the selection. The refusal for want of an exception is made where order is checked.
 */
const deploy: Decision<'DeployUnit'> = ({ data }, pledge, { on, rules }) => {
  mustSay('place', data.place);
  mustBeOpenMission(data, on, pledge.selection?.mission ?? null, rules);
  if (!goesBeforeReady(data.exception)) {
    mustFollowSelection(on, pledge, 'occurredOn');
    if (pledge.pdvPassedOn !== null && on < pledge.pdvPassedOn) {
      throw invalid('BEFORE_PDV', `The pre-deployment visit was passed on ${pledge.pdvPassedOn}.`, {
        field: 'occurredOn',
        pdvPassedOn: pledge.pdvPassedOn,
      });
    }
  }
  if (pledge.mou !== null && data.strength > pledge.mou.strength) {
    throw conflict('STRENGTH_ABOVE_MOU', `The memorandum covers ${pledge.mou.strength}.`, {
      field: 'strength',
      allowed: pledge.mou.strength,
    });
  }
  const mission = mustSay('mission', pledge.selection?.mission ?? null);
  return [{ type: 'UnitDeployed', data: { ...data, mission, deployedOn: on } }];
};

const rotate: Decision<'RotateUnit'> = ({ data }, pledge, { on }) => {
  const { deployment } = pledge;
  const last = deployment?.lastRotatedOn ?? deployment?.deployedOn;
  if (last !== undefined && on <= last) {
    throw invalid('BEFORE_LAST_ROTATION', `A rotation comes after ${last}.`, {
      field: 'occurredOn',
      after: last,
    });
  }
  if (data.nextState !== null && memberState(data.nextState) === undefined) {
    throw unknownState('nextState', data.nextState);
  }
  mustBeNext(data, pledge);
  return [{ type: 'UnitRotated', data: { ...data, rotatedOn: on } }];
};

/** After the deployment, and not before a rotation that was reported. */
const repatriate: Decision<'RepatriateUnit'> = ({ data }, pledge, { on }) => {
  const { deployment } = pledge;
  const isBefore =
    deployment !== null && (on <= deployment.deployedOn || on < (deployment.lastRotatedOn ?? ''));
  if (isBefore) {
    const after = deployment.lastRotatedOn ?? deployment.deployedOn;
    throw invalid('BEFORE_DEPLOYMENT', `The unit was in the mission on ${after}.`, {
      field: 'occurredOn',
      after,
    });
  }
  return [
    { type: 'UnitRepatriated', data: { ...data, repatriatedOn: on, endedMatches: endedMatches(pledge) } },
  ];
};

/** Of persons beside units no more than were stated; fewer are still the unit that was promised. */
const mustBePledged = (strength: number, pledge: Pledge, rules: RuleSet): void => {
  const { quantity } = pledge;
  const beside = rules.matchesFollowMeasures ? personsStated(pledge) : quantity;
  const isBeyond = beside !== quantity && strength > (beside?.max ?? Infinity);
  if (!isBeyond && !outsidePledged(strength, quantity)) return;
  const { min = null, max = null, asStated = null } = (isBeyond ? beside : quantity) ?? {};
  throw conflict('STRENGTH_OUT_OF_RANGE', `The pledge is of ${asStated ?? max ?? 'another strength'}.`, {
    field: 'strength',
    min: isBeyond ? null : min,
    max,
  });
};

const mustFollowSelection = (day: string, { selection }: Pledge, field: string): void => {
  if (selection === null || day >= selection.selectedOn) return;
  throw invalid('BEFORE_SELECTION', `The unit was selected on ${selection.selectedOn}.`, {
    field,
    selectedOn: selection.selectedOn,
  });
};

/** A unit deployed by exception may have no memorandum to amend. */
const hasMou: Precondition<'AmendMou'> = (pledge) =>
  pledge.mou === null ? conflict('MOU_MISSING', 'No memorandum was signed for this deployment.') : undefined;

/** Closed in part while the unit is there, it still rotates and comes home. */
const stillThere: Precondition<'RotateUnit' | 'RepatriateUnit'> = ({ status, deployment }) =>
  status === 'PARTIALLY_FULFILLED' && (deployment === null || deployment.repatriatedOn !== null)
    ? conflict('NOT_DEPLOYED', 'The unit is not in a mission.')
    : undefined;

const IN_MISSION = {
  ...CAPABILITY,
  from: ['DEPLOYED', 'PARTIALLY_FULFILLED'],
  roles: ['MISSION'],
  needs: 'the unit in the mission',
  precondition: stillThere,
} as const;

export const deployment = chapter({
  evolve,
  commands: {
    SignMou: {
      ...CAPABILITY,
      from: ['SELECTED'],
      roles: ['DOS'],
      decide: signMou,
      events: ['MouSigned'],
      to: 'MOU_SIGNED',
    },
    AmendMou: {
      ...CAPABILITY_UNDATED,
      from: ['MOU_SIGNED', 'READY', 'DEPLOYED'],
      roles: ['DOS'],
      needs: 'a memorandum',
      precondition: hasMou,
      decide: amendMou,
      events: ['MouAmended'],
    },
    ConductPdv: {
      ...CAPABILITY_UNDATED,
      from: ['MOU_SIGNED'],
      roles: ['FGS', 'PD'],
      decide: conductPdv,
      events: ['PdvConducted'],
      to: 'READY if passed, otherwise MOU_SIGNED',
    },
    DeployUnit: {
      ...CAPABILITY,
      from: ['READY', 'SELECTED', 'MOU_SIGNED'],
      roles: ['MISSION'],
      needs: 'READY, or a named exception',
      decide: deploy,
      events: ['UnitDeployed'],
      to: 'DEPLOYED',
    },
    RotateUnit: { ...IN_MISSION, decide: rotate, events: ['UnitRotated'] },
    RepatriateUnit: {
      ...IN_MISSION,
      decide: repatriate,
      events: ['UnitRepatriated'],
      to: 'REPATRIATED, or PARTIALLY_FULFILLED as before',
    },
  },
});
