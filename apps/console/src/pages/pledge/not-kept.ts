/** Whether there is no log of proofs here, so that nothing is said of it. */
import { Refused } from '../../server/problem.ts';

export const isNotKept = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'PROOF_NOT_KEPT';
