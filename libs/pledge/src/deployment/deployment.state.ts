/** The memorandum of understanding, and the deployment that follows from it. */
import { WAYS_BEFORE_READY, type DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface DeploymentState {
  readonly mou: Mou | null;
  readonly pdvPassedOn: string | null;
  readonly deployment: Deployment | null;
  /** Every time in a mission, those before a renewal included. */
  readonly fielded: readonly Fielded[];
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

/** What of the pledge was in a mission, and how long. */
export interface Fielded {
  readonly deployedOn: string;
  /** Null while it is there. */
  readonly repatriatedOn: string | null;
  /** Most persons at one time. */
  readonly strength: number;
  /** What the match took of the pledge, in the unit of the pledge then; null where no match is known. */
  readonly quantity: number | null;
  readonly unit: string | null;
}

export interface DeploymentCommands {
  SignMou: Omit<DataOf<'MouSigned'>, 'signedOn'>;
  AmendMou: Omit<DataOf<'MouAmended'>, 'mouReference'>;
  ConductPdv: DataOf<'PdvConducted'>;
  DeployUnit: Omit<DataOf<'UnitDeployed'>, 'deployedOn' | 'mission'>;
  RotateUnit: Omit<DataOf<'UnitRotated'>, 'rotatedOn'>;
  RepatriateUnit: Fields<'UnitRepatriated', 'pledgeId' | 'reason'>;
}

/** Whether the exception lets a unit go that is not READY. */
export const goesBeforeReady = (exception: DataOf<'UnitDeployed'>['exception']): boolean =>
  WAYS_BEFORE_READY.some((way) => way === exception);

export const deploymentState = statePart<DeploymentState, DeploymentCommands>({
  mou: null,
  pdvPassedOn: null,
  deployment: null,
  fielded: [],
});
