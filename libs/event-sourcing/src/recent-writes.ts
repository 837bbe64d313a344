/**
 * What this process wrote lately under names of its own choosing, until a read model knows it too: whoever then asks the read
 * model for one of these names asks after his own write. Limits: of this process, and the newest ten thousand names.
 */
import { LRUCache } from 'lru-cache';
import type { Projector } from './project.ts';

export interface RecentWrites {
  note(name: string, stream: string, revision: number): void;
  /** Waits until the read model has what was noted under these names, for a second at most. */
  arrived(...names: readonly string[]): Promise<void>;
}

const KEPT = 10_000;
const AT_MOST_MS = 1000;

export const recentWrites = (projector: Pick<Projector, 'waitFor'>, atMostMs = AT_MOST_MS): RecentWrites => {
  const written = new LRUCache<string, { readonly stream: string; readonly revision: number }>({ max: KEPT });
  return {
    note: (name, stream, revision) => void written.set(name, { stream, revision }),
    arrived: async (...names) => {
      for (const name of names) {
        const write = written.get(name);
        if (write === undefined) continue;
        await projector.waitFor(write.stream, write.revision, atMostMs);
        // Once is enough: where it took longer, nobody else waits for it again.
        written.delete(name);
      }
    },
  };
};
