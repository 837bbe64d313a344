/**
 * When events were recorded and for whom, and the days they count from. That is enough to see that two questions about the past
 * select the same events, and so need one historical view; and that a reader is shown the times of events alone that he may read.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import {
  businessDateOf,
  catalogue,
  conference,
  isDay,
  lastDayOf,
  ownStateMayRead,
} from '@pledgeline/contracts';
import { isOurs } from '@pledgeline/event-sourcing';
import type { EventReader, RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import type { AsOf } from '../answers/as-of.ts';

const PAGE = 2000;

/** Which events somebody may read: those of these visibilities, and what is shared with the states that these streams concern. */
export interface Readable {
  readonly visibilities: readonly Visibility[];
  readonly streams: readonly string[];
}

export interface RecordedTimes {
  /** When the last event by then was recorded that the reader may read; blank when there is none. */
  lastRead(readable: Readable, by: string, signal: AbortSignal): Promise<string>;
  /**
   * The times that select the same events now, each at its earliest: equal for every question that selects them.
   * @param now of the clock: an event recorded from now on may still have that very time.
   */
  earliest(times: AsOf, now: string, signal: AbortSignal): Promise<AsOf>;
}

export const recordedTimes = (store: Pick<EventReader, 'readAll'>): RecordedTimes => {
  const recorded: Readonly<Record<Visibility, SortedTexts>> = {
    PUBLIC: sortedTexts(),
    MEMBER_STATES: sortedTexts(),
    INTERNAL: sortedTexts(),
  };
  /** Of internal events that their contract shares with the states concerned, by stream. */
  const shared = new Map<string, SortedTexts>();
  const days = sortedTexts();
  const all = Object.values(recorded);
  let after: string | undefined;

  const share = ({ stream, recordedAt }: RecordedEvent): void => {
    const texts = shared.get(stream) ?? sortedTexts();
    texts.add(recordedAt);
    shared.set(stream, texts);
  };

  const readOn = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      const page = await store.readAll({ after, limit: PAGE });
      for (const event of page.filter(isOurs)) {
        const { visibility } = event.metadata;
        recorded[visibility].add(event.recordedAt);
        if (visibility === 'INTERNAL' && ownStateMayRead(event)) share(event);
        for (const day of daysOf(event)) days.add(day);
      }
      after = page.at(-1)?.position ?? after;
      if (page.length < PAGE) return;
      await yieldToEventLoop(undefined, { signal });
    }
  };

  return {
    lastRead: async ({ visibilities, streams }, by, signal) => {
      await readOn(signal);
      const ofVisibilities = visibilities.map((visibility) => recorded[visibility].upTo(by));
      return latest([...ofVisibilities, ...streams.map((stream) => shared.get(stream)?.upTo(by) ?? '')]);
    },
    earliest: async ({ asOf, knownAt }, now, signal) => {
      await readOn(signal);
      return {
        asOf: asOf === null ? null : days.upTo(asOf),
        knownAt:
          knownAt === null || knownAt >= now ? knownAt : latest(all.map((texts) => texts.upTo(knownAt))),
      };
    },
  };
};

/** The days that an event counts from, before and after every correction. A day too many costs a historical view and does no harm. */
const daysOf = (event: RecordedEvent): readonly string[] => {
  const day = businessDateOf(event);
  if (!catalogue.corrects(event)) return [day];
  const { changes = [] } = event.data as { readonly changes?: readonly { readonly new: unknown }[] };
  return [
    day,
    ...changes.flatMap(({ new: value }) => {
      if (typeof value !== 'string') return [];
      if (isDay(value)) return [value];
      const last = conference(value) === undefined ? null : lastDayOf(value);
      return last === null ? [] : [last];
    }),
  ];
};

const latest = (texts: readonly string[]): string =>
  texts.reduce((one, other) => (one > other ? one : other), '');

type SortedTexts = ReturnType<typeof sortedTexts>;

/** Holds each text once. Most are added in order. */
const sortedTexts = () => {
  const known = new Set<string>();
  let texts: string[] = [];
  let isSorted = true;
  return {
    add: (text: string): void => {
      if (known.has(text)) return;
      known.add(text);
      isSorted &&= text >= (texts.at(-1) ?? '');
      texts.push(text);
    },
    /** The greatest that is not greater; blank when there is none. */
    upTo: (text: string): string => {
      if (!isSorted) texts = texts.sort();
      isSorted = true;
      let [low, high] = [0, texts.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((texts[middle] ?? '') <= text) low = middle + 1;
        else high = middle;
      }
      return texts[low - 1] ?? '';
    },
  };
};
