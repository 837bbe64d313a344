/** Which witnesses the auditor wants below a checkpoint, and which of them stand there. */
import { readFileSync } from 'node:fs';
import { Differs, parsePolicy } from '@pledgeline/transparency';
import type { NoteVerifier, OpenedCheckpoint, Policy } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';

export interface WitnessSeen {
  /** As the policy calls it. */
  readonly name: string;
  /** By its own clock, RFC 3339. */
  readonly signedAt: string;
}

const SECOND = 1000;

/** @throws {CliError} for a file that cannot be read, and for one that is no policy. */
export const auditPolicy = (file: string): Policy => {
  try {
    return parsePolicy(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CliError(EXIT.usage, `--policy ${file}: ${(error as Error).message}`);
  }
};

/** Their keys, of which a wrong signature is refused. */
export const witnessKeys = (policy: Policy | null): readonly NoteVerifier[] =>
  policy?.witnesses.map(({ verifier }) => verifier) ?? [];

/**
 * Those of the policy that have signed a checkpoint, in its order.
 * @param checkpoint opened with their keys.
 * @throws {Differs} where they are not enough of them.
 */
export const witnessesBelow = (
  { signedBy }: Pick<OpenedCheckpoint, 'signedBy'>,
  policy: Policy | null,
): readonly WitnessSeen[] => {
  if (policy === null) return [];
  const seen = policy.witnesses.flatMap(({ name, verifier }) =>
    signedBy
      .filter((one) => one.verifier === verifier)
      .map(({ time }) => ({ name, signedAt: new Date((time ?? 0) * SECOND).toISOString() })),
  );
  if (!policy.isMetBy(signedBy))
    throw new Differs(
      `Not as many witnesses have signed the checkpoint as the policy wants: ${seen.length === 0 ? 'none of them has' : `only ${witnessWords(seen)}`}.`,
    );
  return seen;
};

export const witnessWords = (witnesses: readonly WitnessSeen[]): string =>
  witnesses.map(({ name, signedAt }) => `${name} (${signedAt})`).join(', ');
