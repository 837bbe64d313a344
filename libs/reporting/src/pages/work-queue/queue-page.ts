/** A page of a queue, and the collection of one from tasks in any order. */
import { isOfKind, waitsForRole, type TaskGroup } from './queue-counts.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';

/** Where a page ended: the place of the task, and the key of its row where it is one. */
export type PlaceInQueue = readonly [string, string];

export interface Placed<Item> {
  readonly place: PlaceInQueue;
  readonly item: Item;
}

export interface QueuePart<Item> {
  /** In order, after the place that was asked for. */
  readonly first: readonly Placed<Item>[];
  readonly groups: readonly TaskGroup[];
}

export interface PageOfQueue {
  readonly filters: Pick<WorkQueueRequest, 'kind' | 'role' | 'overdue'>;
  readonly after: PlaceInQueue | undefined;
  /** One more than the page has shows that there are others. */
  readonly limit: number;
}

export interface Collected {
  readonly kind: string;
  readonly waitsFor: readonly string[];
  readonly place: PlaceInQueue;
  readonly isLate: boolean;
}

/** Keeps the first tasks only, however many there are. */
export const collectPage = <Item>({ filters, after, limit }: PageOfQueue) => {
  let kept: Placed<Item>[] = [];
  const groups = new Map<string, TaskGroup>();
  const inOrder = (): readonly Placed<Item>[] => {
    kept = kept.sort((one, other) => compare(one.place, other.place)).slice(0, limit);
    return kept;
  };
  return {
    add: (task: Collected, item: Item): void => {
      const { kind, waitsFor, place, isLate } = task;
      const key = `${kind} ${waitsFor.join(' ')}`;
      const { count, overdue } = groups.get(key) ?? { count: 0, overdue: 0 };
      groups.set(key, { kind, waitsFor, count: count + 1, overdue: overdue + Number(isLate) });
      const isAskedFor = filters.overdue === undefined || String(isLate) === filters.overdue;
      if (!isAskedFor || !isOfKind(filters, task) || !waitsForRole(filters, task)) return;
      if (after !== undefined && compare(place, after) <= 0) return;
      kept.push({ place, item });
      if (kept.length >= limit * 8) inOrder();
    },
    part: (): QueuePart<Item> => ({ first: inOrder(), groups: [...groups.values()] }),
  };
};

/** As the place for read models orders texts: by their bytes. */
const compare = ([one, key]: PlaceInQueue, [other, otherKey]: PlaceInQueue): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) ||
  Buffer.compare(Buffer.from(key), Buffer.from(otherKey));
