/** What is computed from the tree for those who do not read tiles: its head, and proofs about it. */
import { Rejected } from '@pledgeline/event-sourcing';
import { consistencyPath, EVENT_RULE, inclusionPath, rootBetween } from '@pledgeline/transparency';
import type { ServedLog } from '@pledgeline/transparency';
import type { ConsistencyProof, InclusionProof, ProofLogAnswer } from './proof.schema.ts';
import { signedRoot } from './signed-tree.ts';
import type { SignedTree } from './signed-tree.ts';

export const proofLog = (
  { origin, verifierKeys, checkpointMs }: Pick<ServedLog, 'origin' | 'verifierKeys' | 'checkpointMs'>,
  tree: SignedTree,
): ProofLogAnswer => ({
  ...{ origin, checkpointMs },
  verifierKeys: [...verifierKeys()],
  size: tree.head.size,
  rootHash: base64(signedRoot(tree)),
  signedAt: tree.head.signedAt,
  rule: EVENT_RULE,
});

/** @throws {Rejected} BEYOND_THE_TREE */
export const inclusionProof = (
  { head, nodes }: SignedTree,
  { leaf, size = head.size }: { readonly leaf: number; readonly size?: number | undefined },
): InclusionProof => {
  mustBeSigned('size', size, head.size);
  if (leaf >= size) throw beyond('leaf', `A tree of ${size} leaves has no leaf ${leaf}: they count from 0.`);
  return {
    leaf,
    size,
    leafHash: base64(nodes(0, leaf)),
    rootHash: base64(rootBetween(nodes, 0, size)),
    path: inclusionPath(nodes, leaf, size).map(base64),
  };
};

/** @throws {Rejected} BEYOND_THE_TREE */
export const consistencyProof = (
  { head, nodes }: SignedTree,
  { from, to = head.size }: { readonly from: number; readonly to?: number | undefined },
): ConsistencyProof => {
  mustBeSigned('to', to, head.size);
  if (from > to) throw beyond('from', `A tree of ${to} leaves does not go on from one of ${from}.`);
  return {
    from,
    to,
    fromRoot: base64(rootBetween(nodes, 0, from)),
    toRoot: base64(rootBetween(nodes, 0, to)),
    path: consistencyPath(nodes, from, to).map(base64),
  };
};

/**
 * The leaves of a tree from one on.
 * @throws {Rejected} BEYOND_THE_TREE
 */
export const leavesAsked = (
  { head }: SignedTree,
  { from = 0, to = head.size }: { readonly from?: number | undefined; readonly to?: number | undefined },
): { readonly from: number; readonly to: number } => {
  mustBeSigned('to', to, head.size);
  if (from > to) throw beyond('from', `A tree of ${to} leaves has no leaf ${from}: they count from 0.`);
  return { from, to };
};

const mustBeSigned = (field: string, size: number, signed: number): void => {
  if (size > signed) throw beyond(field, `The newest signed tree has ${signed} leaves, and not ${size}.`);
};

const beyond = (field: string, message: string): Rejected =>
  new Rejected('invalid', 'BEYOND_THE_TREE', message, { field });

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
