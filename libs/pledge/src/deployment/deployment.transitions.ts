/** From the memorandum of understanding to the end of a deployment: when, by whom, and what follows. Lifecycle page, sections 4 to 6. */
import { CAPABILITY, CAPABILITY_UNDATED, COMMON } from '../transition.ts';
import type { Rows } from '../transition.ts';
import {
  amendMou,
  conductPdv,
  deploy,
  fulfil,
  hasMou,
  fulfilmentDue,
  repatriate,
  rotate,
  signMou,
} from './deployment.ts';
import type { DeploymentWishes } from './deployment.wishes.ts';

export const deploymentTransitions: Rows<keyof DeploymentWishes> = {
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
    to: null,
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
  RotateUnit: {
    ...CAPABILITY,
    from: ['DEPLOYED'],
    roles: ['MISSION'],
    decide: rotate,
    events: ['UnitRotated'],
    to: null,
  },
  RepatriateUnit: {
    ...CAPABILITY,
    from: ['DEPLOYED'],
    roles: ['MISSION'],
    decide: repatriate,
    events: ['UnitRepatriated'],
    to: 'REPATRIATED',
  },
  FulfilPledge: {
    ...COMMON,
    from: ['DEPLOYED', 'REPATRIATED', 'IN_PROGRESS'],
    roles: ['SFGC', 'DESK'],
    narrowed: ({ track }) => (track === 'IMPLEMENTATION' ? ['DESK'] : ['SFGC']),
    needs: 'the unit is home, or the promised time is over; on the other track something delivered',
    precondition: fulfilmentDue,
    decide: fulfil,
    events: ['PledgeFulfilled', 'PledgePartiallyFulfilled'],
    to: 'FULFILLED or PARTIALLY_FULFILLED',
  },
};
