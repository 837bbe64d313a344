/**
 * What this process wrote lately under names of its own choosing, until a read model knows it too: whoever then asks the read
 * model for one of these names asks after his own write. Limits: of this process, and the newest ten thousand names.
 */
import { LRUCache } from 'lru-cache';
import type { Projector } from './project.ts';

export interface RecentWrites {
  note(name: string, stream: string, revision: number): void;
  /**
   * Waits until the read model has what was noted under these names, for a second at most, and once: who asks later is told at once
   * that it has not arrived.
   */
  arrived(...names: readonly string[]): Promise<boolean>;
}

interface Write {
  readonly stream: string;
  readonly revision: number;
  /** Somebody has waited for it in vain. */
  readonly isLate: boolean;
}

const KEPT = 10_000;
const AT_MOST_MS = 1000;

export const recentWrites = (projector: Pick<Projector, 'waitFor'>, atMostMs = AT_MOST_MS): RecentWrites => {
  const written = new LRUCache<string, Write>({ max: KEPT });
  return {
    note: (name, stream, revision) => void written.set(name, { stream, revision, isLate: false }),
    arrived: async (...names) => {
      let all = true;
      for (const name of names) {
        const write = written.get(name);
        if (write === undefined) continue;
        const { stream, revision, isLate } = write;
        const hasArrived = await projector.waitFor(stream, revision, isLate ? 0 : atMostMs);
        all &&= hasArrived;
        if (written.peek(name) !== write) continue;
        if (hasArrived) written.delete(name);
        else written.set(name, { stream, revision, isLate: true });
      }
      return all;
    },
  };
};
