/** How far one member of a group has come in the partitions it holds, and what that makes of its state. */
import { offsetsText } from './local-checkpoint.ts';

export interface PartitionProgress {
  /** After each join: those held now. What was known of partitions that stay is kept. */
  hold(partitions: readonly number[]): void;
  /** Everything before `next` is done; `lag` messages follow it. */
  moved(partition: number, next: number, lag: number): void;
  /** What the broker knows of a partition, where nothing newer is known here. */
  measured(partition: number, next: number, lag: number): void;
  /** The next offset of each partition; null while none is known. */
  position(): string | null;
  /** Messages that follow in all partitions it holds; null while that is not known of all of them. */
  lag(): number | null;
  /** Live once nothing follows, and until more follows than one batch brings, so that it does not flicker. */
  state(): 'catching-up' | 'live';
}

/** About what one fetch of a partition brings. */
const BEHIND = 1000;

export const partitionProgress = (): PartitionProgress => {
  let held = new Map<number, { readonly next: number; readonly lag: number } | undefined>();
  let live = false;
  const behind = (): number => [...held.values()].reduce((sum, at) => sum + (at?.lag ?? Infinity), 0);
  return {
    hold(partitions) {
      held = new Map(partitions.map((partition) => [partition, held.get(partition)]));
      live = false;
    },

    moved(partition, next, lag) {
      if (held.has(partition)) held.set(partition, { next, lag });
    },

    measured(partition, next, lag) {
      if (held.has(partition) && held.get(partition) === undefined) held.set(partition, { next, lag });
    },

    position() {
      const known = [...held].flatMap(([partition, at]): [number, number][] =>
        at === undefined ? [] : [[partition, at.next]],
      );
      return known.length === 0 ? null : offsetsText(new Map(known));
    },

    lag: () => (behind() === Infinity ? null : behind()),

    state() {
      live = behind() === 0 || (live && behind() < BEHIND);
      return live ? 'live' : 'catching-up';
    },
  };
};
