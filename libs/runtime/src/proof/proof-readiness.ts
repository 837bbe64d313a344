/** What the log of proofs has to say to readiness. It holds up nobody, so a short wait is not worth a word. */
import type { ProofLogStatus, WitnessStatus } from '@pledgeline/transparency';
import type { Reason } from '../health-reason.ts';

/** By what follows of them. */
export interface ProofReasons {
  /** The process is not ready: what was signed is no longer so. */
  readonly stopped: readonly Reason[];
  /** It is as ready as when the store is away: the log of proofs goes on by itself. */
  readonly away: readonly Reason[];
  /** It is degraded. */
  readonly late: readonly Reason[];
}

export const NO_PROOF_REASONS: ProofReasons = { stopped: [], away: [], late: [] };

const SAID_AFTER_MS = 10_000;
const AWAY_AFTER_MS = 60_000;

/** @param now in milliseconds since 1970. */
export const proofReasons = (
  status: Pick<ProofLogStatus, 'state' | 'failure' | 'waitsSince' | 'witnesses'>,
  now: number,
): ProofReasons => {
  const reasons = ofTheLog(status, now);
  return { ...reasons, late: [...reasons.late, ...ofWitnesses(status.witnesses, now)] };
};

const ofTheLog = (
  { state, failure, waitsSince }: Pick<ProofLogStatus, 'state' | 'failure' | 'waitsSince'>,
  now: number,
): ProofReasons => {
  const why = failure === null ? '' : `: ${failure.code}: ${failure.message}`;
  if (state === 'stopped')
    return { ...NO_PROOF_REASONS, stopped: [{ what: 'the log of proofs stopped', why }] };
  const waited = waitsSince === null ? 0 : now - waitsSince;
  const reason = { what: 'the log of proofs is behind', why };
  if (waited > AWAY_AFTER_MS) return { ...NO_PROOF_REASONS, away: [reason] };
  return { ...NO_PROOF_REASONS, late: waited > SAID_AFTER_MS ? [reason] : [] };
};

/** One that was asked again meanwhile, and fails still. */
const ofWitnesses = (witnesses: readonly WitnessStatus[], now: number): readonly Reason[] =>
  witnesses.flatMap(({ name, failure }) => {
    if (failure === null || now - Date.parse(failure.since) <= AWAY_AFTER_MS) return [];
    const what = 'a witness of the log of proofs does not sign';
    return [{ what, why: `: ${name}, since ${failure.since}: ${failure.code}: ${failure.message}` }];
  });
