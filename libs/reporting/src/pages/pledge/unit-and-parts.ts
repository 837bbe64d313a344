/**
 * An engagement platoon belongs to its battalion, and each has its own strength, share of women and performance (seed systems,
 * part B). Shown from both sides, each as its reader may see it: nothing is added up or handed on from one to the other.
 */
import { readsInternalOf, type Caller } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { concernedIn, targetsSideBySide, termsPromised, type Pledge } from '@pledgeline/pledge';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import type { UnitOrPart } from './unit-and-parts.schema.ts';

/** The unit that the pledge is a part of. */
export const unitOf = async (views: Views, pledge: Pledge, caller: Caller): Promise<UnitOrPart | null> => {
  const id = termsPromised(pledge)?.partOfUnit ?? null;
  const row = id === null ? undefined : await views.get<RegisterRow>(PLEDGE_REGISTER, id);
  return row === undefined ? null : shown(row, caller);
};

/** The first hundred: more than a unit has. */
export const partsOfUnit = async (
  views: Views,
  pledgeId: string,
  caller: Caller,
): Promise<readonly UnitOrPart[]> => {
  const where = { partOfUnit: pledgeId };
  const found = await views.find<RegisterRow>(PLEDGE_REGISTER, { where, limit: 100 });
  return found.map(({ row }) => shown(row, caller));
};

const shown = ({ pledge, formerOwner }: RegisterRow, caller: Caller): UnitOrPart => {
  const { pledgeId, reference, memberState, status, quantity, deployment, mou, assessments } = pledge;
  const reads = formerOwner !== true && readsInternalOf(caller, concernedIn(pledge));
  return {
    pledgeId,
    reference,
    memberState,
    memberStateName: memberStateName(memberState),
    unitType: termsPromised(pledge)?.unitType ?? null,
    status,
    quantity,
    strength: deployment?.strength ?? mou?.strength ?? null,
    targets: targetsSideBySide(pledge),
    performance: reads
      ? assessments.map(({ assessedOn, tool, result }) => ({ assessedOn, tool, result }))
      : null,
  };
};
