/** Whether the log of proofs is of this log: what was signed, the tree, and every event that is a leaf of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { comparedProofLog } from '@pledgeline/adapters/sqlite';
import { HistoryChanged, mustBeAsSigned, mustBeSignedBy, scrub, signerOf } from '@pledgeline/transparency';
import type { ComparedLog } from '@pledgeline/transparency';
import type { Configuration } from '../configuration.ts';
import { openEventSource } from '../proof/followed-store.ts';
import { hasKeys, readKeys } from '../proof/proof-keys.ts';
import type { Finding } from './finding.ts';

export const PROOF_FILE = 'proof.sqlite';

/**
 * Reads the whole log where there is such a file.
 * @returns nothing where there is none.
 * @throws {StoreUnavailable} while the log cannot be asked.
 * @throws {CannotStart} for keys that cannot be used.
 */
export const compareProof = async ({ dataFolder, distributed, proof }: Configuration): Promise<Finding[]> => {
  const path = join(dataFolder, PROOF_FILE);
  if (!existsSync(path)) return [];
  const folder = proof.keysFolder ?? join(dataFolder, 'proof-keys');
  // The secret of older events lies there.
  if (!hasKeys(folder)) return [{ what: PROOF_FILE, fits: null, says: `its keys are not in ${folder}` }];
  const keys = readKeys({ folder, origin: proof.origin });
  const log = comparedProofLog(path);
  const events = distributed === null ? join(dataFolder, 'events.sqlite') : null;
  const source = await openEventSource({ events, distributed }, () => undefined);
  try {
    mustBeOf(keys.origin, log);
    mustBeAsSigned(log);
    const signingKeys = [keys.signingKey, ...(keys.former === null ? [] : [keys.former.signingKey])];
    mustBeSignedBy(signingKeys.map(signerOf), log);
    const compared = await scrub({
      ...{ source, log, legacySecret: keys.legacySecret },
      signal: new AbortController().signal,
      breathe: () => Promise.resolve(),
    });
    return [{ what: PROOF_FILE, fits: true, says: `${compared} leaves, each of them an event of the log` }];
  } catch (error) {
    if (!(error instanceof HistoryChanged)) throw error;
    return [{ what: PROOF_FILE, fits: false, says: error.message }];
  } finally {
    await source.close();
    log.close();
  }
};

const mustBeOf = (origin: string, log: ComparedLog): void => {
  if (log.origin() !== origin)
    throw new HistoryChanged(`it is of the log ${log.origin()}, and the key of ${origin}`);
};
