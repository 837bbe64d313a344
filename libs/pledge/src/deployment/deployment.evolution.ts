/** How the pledge changes: from the memorandum of understanding to the end of a deployment. */
import { turnTaken } from '../partnership/partnership.evolution.ts';
import type { Status } from '@pledgeline/contracts';
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';

export const deploymentEvolution = {
  MouSigned: (pledge, data) => {
    const { mouReference: reference, strength, equipmentAnnexVersion, signedOn, from, to } = data;
    return {
      ...pledge,
      status: 'MOU_SIGNED',
      mou: { reference, strength, equipmentAnnexVersion, signedOn, from, to },
    };
  },
  MouAmended: (pledge, data) => {
    const { mou } = pledge;
    if (mou === null) return pledge;
    return {
      ...pledge,
      mou: {
        ...mou,
        strength: data.strength ?? mou.strength,
        equipmentAnnexVersion: data.equipmentAnnexVersion ?? mou.equipmentAnnexVersion,
        from: data.from ?? mou.from,
        to: data.to ?? mou.to,
      },
    };
  },
  PdvConducted: (pledge, data) =>
    data.result === 'PASSED' ? { ...pledge, status: 'READY', pdvPassedOn: data.to } : { ...pledge },
  UnitDeployed: (pledge, data) => {
    const { mission, deployedOn, strength } = data;
    return {
      ...pledge,
      status: 'DEPLOYED',
      deployment: { mission, deployedOn, strength, lastRotatedOn: null, repatriatedOn: null },
    };
  },
  UnitRotated: (pledge, data) => ({
    ...withDeployment(pledge, pledge.status, (deployment) => ({
      strength: Math.max(deployment.strength - data.strengthOut + data.strengthIn, 0),
      lastRotatedOn: data.rotatedOn,
    })),
    partnership: turnTaken(pledge, data.nextState),
  }),
  UnitRepatriated: (pledge, data) => ({
    ...withDeployment(pledge, 'REPATRIATED', () => ({ repatriatedOn: data.repatriatedOn })),
    matches: [],
  }),
  PledgeFulfilled: (pledge) => ({ ...pledge, status: 'FULFILLED' }),
  PledgePartiallyFulfilled: (pledge) => ({ ...pledge, status: 'PARTIALLY_FULFILLED' }),
} satisfies Partial<Evolutions>;

const withDeployment = (
  pledge: Pledge,
  status: Status | null,
  change: (deployment: NonNullable<Pledge['deployment']>) => Partial<NonNullable<Pledge['deployment']>>,
): Pledge => {
  const { deployment } = pledge;
  return { ...pledge, status, deployment: deployment && { ...deployment, ...change(deployment) } };
};
