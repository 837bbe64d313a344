/** Every event of the log with all of its parts, for who checks every leaf of it. */
import type { EventReader } from '@pledgeline/event-sourcing';
import {
  entryOfUnits,
  ForeignEvent,
  HASH_BYTES,
  openingOf,
  TILE_WIDTH,
  type OpenedLog,
  type Opening,
} from '@pledgeline/transparency';
import type { Export } from '../../read-models/question.ts';
import { changed } from './event-proof.ts';
import { everyLeaf, type EventAtLeaf } from './every-leaf.ts';
import { leavesAsked } from './proofs.ts';
import { keptLog, signedTree, type SignedTree } from './signed-tree.ts';

export interface AskedOpenings {
  readonly from?: number | undefined;
  /** Leaves of the tree that it ends with; the newest signed one when absent. */
  readonly to?: number | undefined;
}

/** Each is held against the log before it is handed out. */
async function* openings(
  tree: SignedTree,
  { legacySecret }: Pick<OpenedLog, 'legacySecret'>,
  store: Pick<EventReader, 'readAll'>,
  leaves: { readonly from: number; readonly to: number },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const page of everyLeaf(tree, store, leaves, signal)) {
    const lines = page.map((one) => `${JSON.stringify(wholeOpening(tree, legacySecret, one))}\n`);
    yield new TextEncoder().encode(lines.join(''));
  }
}

const wholeOpening = ({ reader }: SignedTree, secret: string, { event, leaf }: EventAtLeaf): Opening => {
  try {
    const opening = openingOf(event, secret, leaf);
    const at = (leaf % TILE_WIDTH) * HASH_BYTES;
    const kept = reader.entries(Math.floor(leaf / TILE_WIDTH)).subarray(at, at + HASH_BYTES);
    if (Buffer.compare(entryOfUnits(opening.units), kept) !== 0) throw changed(event, leaf);
    return opening;
  } catch (error) {
    throw error instanceof ForeignEvent ? changed(event, leaf, error) : error;
  }
};

export const getOpenings: Export<AskedOpenings> = {
  name: 'getOpenings',
  answer: (asked, _caller, { proofs, store, signal }) => {
    const log = keptLog(proofs());
    const tree = signedTree(log);
    const leaves = leavesAsked(tree, asked);
    return Promise.resolve({
      mediaType: 'application/jsonl; charset=utf-8',
      fileName: null,
      pieces: openings(tree, log, store, leaves, signal),
    });
  },
};
