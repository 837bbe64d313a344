/** The tree as its doors show it: as far as its newest signed head goes, and no further. */
import { Rejected, StoreUnavailable } from '@pledgeline/event-sourcing';
import { nodesOf } from '@pledgeline/transparency';
import type { NodeReader, ProofReader, ServedLog, SignedHead } from '@pledgeline/transparency';

export interface SignedTree {
  readonly log: ServedLog;
  readonly head: SignedHead;
  readonly reader: ProofReader;
  readonly nodes: NodeReader;
}

const AGAIN_AFTER_S = 1;

/**
 * @throws {Rejected} PROOF_NOT_KEPT where this process keeps no log.
 * @throws {StoreUnavailable} before the first head.
 */
export const signedTree = (log: ServedLog | null): SignedTree => {
  const kept = keptLog(log);
  const reader = kept.reader();
  const head = reader?.newest();
  if (reader === undefined || head === undefined)
    throw new StoreUnavailable('The first checkpoint is not signed yet: ask again.', AGAIN_AFTER_S);
  return { log: kept, head, reader, nodes: nodesOf((level, index) => reader.tile(level, index)) };
};

/** @throws {Rejected} PROOF_NOT_KEPT */
export const keptLog = (log: ServedLog | null): ServedLog => {
  if (log === null)
    throw new Rejected('missing', 'PROOF_NOT_KEPT', 'This installation keeps no log of proofs.');
  return log;
};
