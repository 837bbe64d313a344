/** When the delivery rested: a dimension of its own beside the status (lifecycle page, section 4). */
import type { DeploymentState } from '../deployment/deployment.state.ts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface SuspensionState {
  readonly suspensions: readonly Suspension[] | null;
}

export interface Suspension {
  readonly reason: string;
  readonly from: string;
  /** Null while it rests. */
  readonly resumedOn: string | null;
}

/** The days are the business dates of the acts. */
export interface SuspensionCommands {
  SuspendPledge: Fields<'PledgeSuspended', 'pledgeId' | 'reason'>;
  ResumePledge: Fields<'PledgeResumed', 'pledgeId'>;
}

export const suspensionState = statePart<SuspensionState, SuspensionCommands>({ suspensions: null });

/** The suspension that is open now; one of an earlier deployment ended with it. */
export const suspendedNow = ({
  suspensions,
  deployment,
}: SuspensionState & Pick<DeploymentState, 'deployment'>): Suspension | undefined =>
  suspensions?.find(
    ({ resumedOn, from }) => resumedOn === null && (deployment === null || from >= deployment.deployedOn),
  );
