/**
 * When events were recorded, and the days they count from: enough to see that two questions about the past select the same
 * events, and so need the same read models.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { catalogue, conference } from '@pledgeline/contracts';
import type { EventReader, RecordedEvent } from '@pledgeline/event-sourcing';
import { businessDateOf, lastDayOf } from './moment.ts';
import type { Times } from './moment.ts';

const PAGE = 2000;

export interface LogMoments {
  /**
   * The times that select the same events now, each at its earliest: equal for every question that selects them.
   * @param now of the clock: what is recorded from now on may still be of that very moment.
   */
  earliest(times: Times, now: string, signal: AbortSignal): Promise<Times>;
}

export const logMoments = (store: Pick<EventReader, 'readAll'>): LogMoments => {
  const recordedAt = sortedTexts();
  const days = sortedTexts();
  let after: string | undefined;

  const readOn = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      const page = await store.readAll({ after, limit: PAGE });
      for (const event of page) {
        recordedAt.add(event.recordedAt);
        for (const day of daysOf(event)) days.add(day);
      }
      after = page.at(-1)?.position ?? after;
      if (page.length < PAGE) return;
      await yieldToEventLoop(undefined, { signal });
    }
  };

  return {
    earliest: async ({ asOf, knownAt }, now, signal) => {
      await readOn(signal);
      return {
        asOf: asOf === null ? null : days.upTo(asOf),
        knownAt: knownAt === null || knownAt >= now ? knownAt : recordedAt.upTo(knownAt),
      };
    },
  };
};

/** Those it counts from, before and after every correction: one too many keeps apart what is the same, and does no harm. */
const daysOf = (event: RecordedEvent): readonly string[] => {
  const day = businessDateOf(event);
  if (!catalogue.corrects(event)) return [day];
  const { changes } = event.data as { readonly changes: readonly { readonly new: unknown }[] };
  return [
    day,
    ...changes.flatMap(({ new: value }) => {
      if (typeof value !== 'string') return [];
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [value];
      const last = conference(value) === undefined ? null : lastDayOf(value);
      return last === null ? [] : [last];
    }),
  ];
};

/** Each text once. Most are added in order. */
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
