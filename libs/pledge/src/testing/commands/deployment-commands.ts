/** Accepted examples: from the memorandum of understanding to the end of a deployment. */
import { NOT_ON_RECORD } from '@pledgeline/contracts';
import type { DeploymentCommands } from '../../deployment/deployment.state.ts';
import { PLEDGE } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const deploymentCommands: ExamplesOf<keyof DeploymentCommands> = {
  SignMou: {
    type: 'SignMou',
    data: {
      pledgeId: PLEDGE,
      mouReference: 'MOU-1',
      strength: 800,
      equipmentAnnexVersion: '1',
      caveatsAnnex: null,
      from: '2026-02-01',
      to: '2027-01-31',
      retroactiveReason: null,
      ...NOT_ON_RECORD,
    },
    meta: by('DOS'),
  },
  AmendMou: {
    type: 'AmendMou',
    data: {
      pledgeId: PLEDGE,
      amendmentReference: 'MOU-1/1',
      strength: 850,
      equipmentAnnexVersion: null,
      from: null,
      to: null,
    },
    meta: by('DOS'),
  },
  ConductPdv: {
    type: 'ConductPdv',
    data: {
      pledgeId: PLEDGE,
      from: '2026-01-10',
      to: '2026-01-12',
      result: 'PASSED',
      findings: null,
      dosReference: 'DOS-1',
    },
    meta: by('FGS'),
  },
  DeployUnit: {
    type: 'DeployUnit',
    data: {
      pledgeId: PLEDGE,
      place: 'Bangui',
      strength: 800,
      equipmentArrivalShare: 90,
      exception: null,
      approver: null,
      onRecord: null,
    },
    meta: by('MISSION'),
  },
  RotateUnit: {
    type: 'RotateUnit',
    data: { pledgeId: PLEDGE, strengthIn: 800, strengthOut: 800, nextState: null, outOfTurnReason: null },
    meta: by('MISSION'),
  },
  RepatriateUnit: {
    type: 'RepatriateUnit',
    data: { pledgeId: PLEDGE, reason: 'END_OF_TOUR' },
    meta: by('MISSION'),
  },
};
