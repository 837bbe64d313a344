/** The memorandum of understanding, and the deployment that follows from it. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface DeploymentState {
  readonly mou: Mou | null;
  readonly pdvPassedOn: string | null;
  readonly deployment: Deployment | null;
}

export interface Mou {
  readonly reference: string;
  readonly strength: number;
  readonly equipmentAnnexVersion: string;
  readonly signedOn: string;
  readonly from: string;
  readonly to: string;
}

export interface Deployment {
  readonly mission: string;
  readonly deployedOn: string;
  readonly strength: number;
  readonly lastRotatedOn: string | null;
  readonly repatriatedOn: string | null;
}

export interface DeploymentCommands {
  SignMou: Omit<DataOf<'MouSigned'>, 'signedOn'>;
  AmendMou: Omit<DataOf<'MouAmended'>, 'mouReference'>;
  ConductPdv: DataOf<'PdvConducted'>;
  DeployUnit: Omit<DataOf<'UnitDeployed'>, 'deployedOn' | 'mission'>;
  RotateUnit: Omit<DataOf<'UnitRotated'>, 'rotatedOn'>;
  RepatriateUnit: Fields<'UnitRepatriated', 'pledgeId' | 'reason'>;
  /** Whether it is fulfilled or partially so follows from the share delivered and the rule set. */
  FulfilPledge: DataOf<'PledgeFulfilled'>;
}

export const deploymentState = statePart<DeploymentState, DeploymentCommands>({
  mou: null,
  pdvPassedOn: null,
  deployment: null,
});
