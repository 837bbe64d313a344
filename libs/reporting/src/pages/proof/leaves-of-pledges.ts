/**
 * The events of some pledges that a reader may read, leaf by leaf. Of each event only its place is held, in eight bytes; the events
 * are read again each time, some at a time.
 */
import { mayReadEvent, streamName, type Caller } from '@pledgeline/contracts';
import { isOurs, StoreUnavailable, type RecordedEvent } from '@pledgeline/event-sourcing';
import { keptStreams } from '../../read-models/kept-streams.ts';
import type { Sources } from '../../read-models/question.ts';
import { lifeOf } from '../pledge/life.ts';
import { leafOf } from './event-proof.ts';
import { turn, type EventAtLeaf } from './every-leaf.ts';
import type { SignedTree } from './signed-tree.ts';

export interface LeafOfPledge extends EventAtLeaf {
  /** The states that its pledge concerned when the export began. */
  readonly concerned: readonly string[];
}

export interface LeavesOfPledges {
  /** As often as it is called. */
  readonly pages: () => AsyncGenerator<readonly LeafOfPledge[]>;
}

interface ChosenPledge {
  readonly stream: string;
  readonly concerned: readonly string[];
}

interface PlaceOfPledge {
  readonly pledge: ChosenPledge;
  readonly leaf: number;
}

/** A place holds a leaf and the number of a pledge, and is exact up to 2^53: there may be 2^32 leaves. */
export const MOST_PLEDGES = 2 ** 21;
const WINDOW = 100;
const AGAIN_AFTER_S = 1;
/** Of a stream at a time: between two events of the reader hundreds may lie that are not for him. */
const LEAST_READ = 100;

/**
 * Who reads what is decided once, when it is opened.
 * @param mustFit called with how many events there are so far; it may throw.
 * @throws {Rejected} PLEDGE_NOT_FOUND
 */
export const leavesOfPledges = async (
  ids: readonly string[],
  caller: Caller,
  { store, signal }: Pick<Sources, 'store' | 'signal'>,
  tree: SignedTree,
  mustFit: (events: number) => void,
): Promise<LeavesOfPledges> => {
  // Not those that are kept for others: a bundle looks at each stream once, and would push all of them out.
  const streams = keptStreams(store, 1);
  const pledges: ChosenPledge[] = [];
  const unordered: number[] = [];
  for (const id of ids) {
    const { events, concerned } = await lifeOf(streams, id, signal);
    for (const event of events) {
      if (!mayReadEvent(caller, event, concerned)) continue;
      const leaf = leafOf(tree, event);
      if (leaf === null) break;
      unordered.push(leaf * MOST_PLEDGES + pledges.length);
    }
    pledges.push({ stream: streamName('pledge', id), concerned });
    mustFit(unordered.length);
    await turn(signal);
  }
  const places = Float64Array.from(unordered).sort();

  /** The next events of a pledge that its reader may read. */
  const read = async (
    { stream, concerned }: ChosenPledge,
    from: number,
    count: number,
  ): Promise<RecordedEvent[]> => {
    const found: RecordedEvent[] = [];
    for (let next = from; found.length < count;) {
      const page = await store.read(stream, {
        from: next,
        limit: Math.max(LEAST_READ, count - found.length),
      });
      const last = page.at(-1);
      if (last === undefined) throw new StoreUnavailable(`${stream} is shorter than it was.`, AGAIN_AFTER_S);
      found.push(...page.filter((event) => isOurs(event) && mayReadEvent(caller, event, concerned)));
      next = last.revision + 1;
      await turn(signal);
    }
    return found.slice(0, count);
  };

  /** Of each pledge of a window so many events, from where the window before ended. */
  const readWindow = async (
    window: readonly PlaceOfPledge[],
    next: Map<ChosenPledge, number>,
  ): Promise<Map<ChosenPledge, RecordedEvent[]>> => {
    const counts = new Map<ChosenPledge, number>();
    for (const { pledge } of window) counts.set(pledge, (counts.get(pledge) ?? 0) + 1);
    const found = await Promise.all(
      [...counts].map(async ([pledge, count]) => {
        const events = await read(pledge, next.get(pledge) ?? 0, count);
        next.set(pledge, (events.at(-1)?.revision ?? 0) + 1);
        return [pledge, events] as const;
      }),
    );
    return new Map(found);
  };

  return {
    pages: async function* () {
      const next = new Map<ChosenPledge, number>();
      for (let at = 0; at < places.length; at += WINDOW) {
        const window = Array.from(places.subarray(at, at + WINDOW)).flatMap((place): PlaceOfPledge[] => {
          const pledge = pledges[place % MOST_PLEDGES];
          return pledge === undefined ? [] : [{ pledge, leaf: Math.floor(place / MOST_PLEDGES) }];
        });
        const found = await readWindow(window, next);
        yield window.flatMap(({ pledge, leaf }): LeafOfPledge[] => {
          const event = found.get(pledge)?.shift();
          return event === undefined ? [] : [{ leaf, event, concerned: pledge.concerned }];
        });
        await turn(signal);
      }
    },
  };
};
