/** What can be wished of a pledge: from the memorandum of understanding to the end of a deployment. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';

export interface DeploymentWishes {
  SignMou: Omit<DataOf<'MouSigned'>, 'signedOn'>;
  AmendMou: Omit<DataOf<'MouAmended'>, 'mouReference'>;
  ConductPdv: DataOf<'PdvConducted'>;
  DeployUnit: Omit<DataOf<'UnitDeployed'>, 'deployedOn' | 'mission'>;
  RotateUnit: Omit<DataOf<'UnitRotated'>, 'rotatedOn'>;
  RepatriateUnit: Fields<'UnitRepatriated', 'pledgeId' | 'reason'>;
  /** Whether it is fulfilled or partially so follows from the share delivered and the rule set. */
  FulfilPledge: DataOf<'PledgeFulfilled'>;
}
