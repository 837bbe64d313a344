/** Settings of the log of proofs. */
import { join } from 'node:path';
import { isKeyName } from '@pledgeline/transparency';
import { CannotStart, oneOf, textOf, wholeNumber } from '../settings.ts';
import type { Environment } from '../settings.ts';

/** Who is shown the log: everybody, or who has signed in. */
export type ProofDoors = (typeof PROOF_DOORS)[number];

const PROOF_DOORS = ['open', 'signed-in'] as const;

export interface ProofConfiguration {
  /** Which log it is; null: as its key says, or drawn with a new key. */
  readonly origin: string | null;
  /** Folder of the keys; null: beside the data, and drawn where there are none. */
  readonly keysFolder: string | null;
  /** Least time between two heads while events come. */
  readonly checkpointMs: number;
  /** File of a checkpoint that was kept elsewhere, which a tree that is built anew must go on from. */
  readonly knownFile: string | null;
  /** File of the policy (C2SP tlog-policy) that names the witnesses. */
  readonly witnessesFile: string | null;
  readonly doors: ProofDoors;
}

/** Where the log and its keys lie. */
export const proofPlaces = ({
  dataFolder,
  proof: { keysFolder },
}: {
  readonly dataFolder: string;
  readonly proof: Pick<ProofConfiguration, 'keysFolder'>;
}): { readonly path: string; readonly keysFolder: string } => ({
  path: join(dataFolder, 'proof.sqlite'),
  keysFolder: keysFolder ?? join(dataFolder, 'proof-keys'),
});

/** A bundle is signed under a name that begins like a log's: no log may be called so. */
const RESERVED = 'pledgeline-bundle/v1';
const DEFAULT_CHECKPOINT_MS = '1000';
const MOST_CHECKPOINT_MS = 60_000;

/** @throws {CannotStart} naming the setting that is wrong. */
export const proofFrom = (env: Environment): ProofConfiguration => ({
  origin: originFrom(env['PLEDGELINE_PROOF_ORIGIN']),
  keysFolder: textOrNull(env, 'PLEDGELINE_PROOF_KEYS'),
  checkpointMs: wholeNumber(
    'PLEDGELINE_PROOF_CHECKPOINT_MS',
    env['PLEDGELINE_PROOF_CHECKPOINT_MS'] ?? DEFAULT_CHECKPOINT_MS,
    0,
    MOST_CHECKPOINT_MS,
  ),
  knownFile: textOrNull(env, 'PLEDGELINE_PROOF_KNOWN'),
  witnessesFile: textOrNull(env, 'PLEDGELINE_PROOF_WITNESSES'),
  doors: oneOf('PLEDGELINE_PROOF_DOORS', env['PLEDGELINE_PROOF_DOORS'] ?? 'open', PROOF_DOORS),
});

const originFrom = (origin: string | undefined): string | null => {
  if (origin === undefined) return null;
  if (isKeyName(origin) && origin !== RESERVED && !origin.includes('://')) return origin;
  throw new CannotStart(
    `PLEDGELINE_PROOF_ORIGIN=${origin} is no origin such as pledges.example.org/proof: an address without its scheme, without spaces and without +`,
  );
};

const textOrNull = (env: Environment, name: string): string | null =>
  env[name] === undefined ? null : textOf(name, env[name]);
