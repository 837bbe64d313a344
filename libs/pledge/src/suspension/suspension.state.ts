/** When what is delivered rested: a dimension of its own beside the status (lifecycle page, section 4). */
import type { Pledge } from '../state.ts';

export interface Suspension {
  readonly reason: string;
  readonly from: string;
  /** Null while it rests. */
  readonly resumedOn: string | null;
}

/** The one that rests now; one of an earlier deployment ended with it. */
export const suspendedNow = ({ suspensions, deployment }: Pledge): Suspension | undefined =>
  suspensions?.find(
    ({ resumedOn, from }) => resumedOn === null && (deployment === null || from >= deployment.deployedOn),
  );
