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

/**
 * Each proof is checked before it is handed out.
 * @param isShown which parts of the event are opened, by their places.
 * @returns null of an event that no signed head covers yet.
 * @throws {StoreUnavailable} where the event is not what was signed, or the file of the log is damaged.
 */
export const proveEvent = (
  tree: SignedTree,
  legacySecret: string,
  event: RecordedEvent,
  isShown: (unit: number) => boolean,
): EventProof | null => {
  const { size } = tree.head;
  const index = tree.reader.leafAt(event.position);
  if (index === undefined || index >= size) return null;
  const whole = openingIn(event, legacySecret, index);
  const path = inclusionPath(tree.nodes, index, size);
  const leaf = leafHash(entryOfUnits(whole.units));
  if (!verifyInclusion({ leaf, index, size, root: signedRoot(tree), path })) throw changed(event, index);
  return { leaf: index, path, opening: { ...openedTo(whole, isShown), leaf: index } };
};

const openingIn = (event: RecordedEvent, legacySecret: string, leaf: number): Opening => {
  try {
    return openingOf(event, legacySecret, leaf);
  } catch (error) {
    throw error instanceof ForeignEvent ? changed(event, leaf, error) : error;
  }
};

const changed = ({ stream, revision }: RecordedEvent, leaf: number, cause?: unknown): StoreUnavailable =>
  new StoreUnavailable(
    `The event ${stream}@${revision} cannot be proved: it is not what was signed as leaf ${leaf}, or the log of proofs is damaged.`,
    CHANGED_AGAIN_AFTER_S,
    { cause },
  );
