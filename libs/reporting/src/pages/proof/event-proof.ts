/** Proves single events: what a reader may see of one, where it is in the log, and the way from there to the signed root. */
import { StoreUnavailable } from '@pledgeline/event-sourcing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import {
  entryOfUnits,
  ForeignEvent,
  inclusionPath,
  leafHash,
  openedTo,
  openingOf,
  verifyInclusion,
} from '@pledgeline/transparency';
import type { Opening } from '@pledgeline/transparency';
import { signedRoot } from './signed-tree.ts';
import type { SignedTree } from './signed-tree.ts';

export interface EventProof {
  /** From 0. */
  readonly leaf: number;
  /** Lowest first. */
  readonly path: readonly Uint8Array[];
  readonly opening: Opening & { readonly leaf: number };
}

/** What is not as it was signed is not mended while somebody waits. */
const CHANGED_AGAIN_AFTER_S = 60;

/** Where an event is in the signed tree; null of one that no signed head covers yet. */
export const leafOf = ({ reader, head }: SignedTree, { position }: RecordedEvent): number | null => {
  const leaf = reader.leafAt(position);
  return leaf === undefined || leaf >= head.size ? null : leaf;
};

/**
 * Each proof is checked before it is handed out.
 * @param leaf where the event is in the tree.
 * @param isShown which parts of the event are opened, by their places.
 * @throws {StoreUnavailable} where the event is not what was signed, or the file of the log is damaged.
 */
export const proofAt = (
  tree: SignedTree,
  legacySecret: string,
  event: RecordedEvent,
  leaf: number,
  isShown: (unit: number) => boolean,
): EventProof => {
  const { size } = tree.head;
  const whole = openingIn(event, legacySecret, leaf);
  const path = inclusionPath(tree.nodes, leaf, size);
  const hashed = leafHash(entryOfUnits(whole.units));
  if (!verifyInclusion({ leaf: hashed, index: leaf, size, root: signedRoot(tree), path }))
    throw changed(event, leaf);
  return { leaf, path, opening: { ...openedTo(whole, isShown), leaf } };
};

/** The same wherever the event is; null of one that no signed head covers yet. */
export const proveEvent = (
  tree: SignedTree,
  legacySecret: string,
  event: RecordedEvent,
  isShown: (unit: number) => boolean,
): EventProof | null => {
  const leaf = leafOf(tree, event);
  return leaf === null ? null : proofAt(tree, legacySecret, event, leaf, isShown);
};

const openingIn = (event: RecordedEvent, legacySecret: string, leaf: number): Opening => {
  try {
    return openingOf(event, legacySecret, leaf);
  } catch (error) {
    throw error instanceof ForeignEvent ? changed(event, leaf, error) : error;
  }
};

/** What to say of an event that is not what was signed. */
export const changed = (
  { stream, revision }: RecordedEvent,
  leaf: number,
  cause?: unknown,
): StoreUnavailable =>
  new StoreUnavailable(
    `The event ${stream}@${revision} cannot be proved: it is not what was signed as leaf ${leaf}, or the log of proofs is damaged.`,
    CHANGED_AGAIN_AFTER_S,
    { cause },
  );
