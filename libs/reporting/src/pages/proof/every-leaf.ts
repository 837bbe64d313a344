/** The events of the whole log leaf by leaf, for those who may read all of it: nothing is held but one block of the tree. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { EventReader, RecordedEvent } from '@pledgeline/event-sourcing';
import { TILE_WIDTH } from '@pledgeline/transparency';
import { changed } from './event-proof.ts';
import { damaged, type SignedTree } from './signed-tree.ts';

export interface EventAtLeaf {
  readonly event: RecordedEvent;
  readonly leaf: number;
}

export interface Leaves {
  readonly from: number;
  /** The first that is not asked for. */
  readonly to: number;
}

/**
 * In the order of the leaves, a block of the tree at a time.
 * @throws {StoreUnavailable} where the store has another event at the place of a leaf, or the file of the log is damaged.
 */
export async function* everyLeaf(
  { reader }: SignedTree,
  store: Pick<EventReader, 'readAll'>,
  { from, to }: Leaves,
  signal: AbortSignal,
): AsyncGenerator<readonly EventAtLeaf[]> {
  for (let leaf = from; leaf < to;) {
    const block = Math.floor(leaf / TILE_WIDTH);
    const end = Math.min(to, (block + 1) * TILE_WIDTH);
    const before = leaf === 0 ? undefined : positionAt(reader, leaf - 1);
    const events = await store.readAll({ after: before, limit: end - leaf });
    const page: EventAtLeaf[] = [];
    for (const event of events) {
      if (event.position !== positionAt(reader, leaf)) throw changed(event, leaf);
      page.push({ event, leaf });
      leaf += 1;
    }
    if (leaf < end) throw damaged();
    yield page;
    await turn(signal);
  }
}

/** Lets others have the thread. @throws {unknown} the reason of the signal once it is aborted. */
export const turn = async (signal: AbortSignal): Promise<void> => {
  await yieldToEventLoop();
  signal.throwIfAborted();
};

const positionAt = (reader: SignedTree['reader'], leaf: number): string | undefined =>
  reader.positions(Math.floor(leaf / TILE_WIDTH))[leaf % TILE_WIDTH];
