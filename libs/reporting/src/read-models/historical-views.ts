/**
 * The historical views that were asked about lately, a few of them, each in a scratch file of its own. Questions that select the
 * same events share one. The one that was not asked about for the longest gives way when there are too many, or when they take
 * too much of the disk. One that a question is reading stays to the end of that question.
 */
import type { AnsweringContext, AnyProjection, Scratch, Views } from '@pledgeline/event-sourcing';
import type { AsOf } from '../answers/as-of.ts';
import { historicalViewIn } from './historical-view.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { GROUP } from './projections.ts';
import type { RecordedTimes } from './recorded-times.ts';

/** How many are kept. */
const MOST = 4;
/** What they may take together; a single one that is larger is kept alone. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface HistoricalViewsOptions extends Pick<AnsweringContext, 'store' | 'openScratch' | 'clock'> {
  readonly projections: readonly AnyProjection[];
  readonly times: RecordedTimes;
  /** 4 when absent. */
  readonly most?: number;
  /** 512 MiB when absent. */
  readonly mostBytes?: number;
}

/** Asks a historical view once it is complete; begins or continues it before. */
export type AskHistorical = <Answer>(
  asOf: AsOf,
  question: (views: Views) => Promise<Answer>,
  signal: AbortSignal,
) => Promise<Answer>;

interface HistoricalView {
  readonly scratch: Promise<Scratch>;
  readonly catchUp: Promise<(signal: AbortSignal) => Promise<void>>;
  asking: number;
}

export const historicalViews = (options: HistoricalViewsOptions): AskHistorical => {
  const { store, projections, openScratch, clock, times, most = MOST, mostBytes = MOST_BYTES } = options;
  /** The one asked last stands last. */
  const kept = new Map<string, HistoricalView>();
  let opened = 0;

  const begin = (asOf: AsOf): HistoricalView => {
    const scratch = openScratch(`${GROUP}-past-${(opened += 1)}`);
    const catchUp = scratch.then(async ({ views }) => {
      await views.define(projections);
      return historicalViewIn(views, projections, store, asOf, clock);
    });
    return { scratch, catchUp, asking: 0 };
  };

  const forget = async (key: string, view: HistoricalView): Promise<void> => {
    if (kept.get(key) === view) kept.delete(key);
    await (await view.scratch).remove();
  };

  const exclusively = oneAtATime();
  const makeRoom = (): Promise<void> => exclusively(dropUnasked);
  const dropUnasked = async (): Promise<void> => {
    let bytes = 0;
    for (const { scratch } of kept.values()) bytes += (await scratch).bytes();
    for (const [key, view] of kept) {
      if (kept.size <= most && bytes <= mostBytes) return;
      if (view.asking > 0) continue;
      bytes -= (await view.scratch).bytes();
      await forget(key, view);
    }
  };

  return async (asOf, question, signal) => {
    const earliest = await times.earliest(asOf, clock(), signal);
    const key = JSON.stringify(earliest);
    // Up to the day it is kept under, and not the one asked about: acts of days in between may be recorded later.
    const view = kept.get(key) ?? begin({ ...asOf, asOf: earliest.asOf });
    view.asking += 1;
    kept.delete(key);
    kept.set(key, view);
    try {
      await makeRoom();
      await (
        await view.catchUp
      )(signal);
      return await question((await view.scratch).views);
    } catch (error) {
      // A view that failed is begun anew next time. A view that nobody waited for any more is continued.
      if (!signal.aborted) kept.delete(key);
      throw error;
    } finally {
      view.asking -= 1;
      if (kept.get(key) !== view && view.asking === 0) await (await view.scratch).remove();
      await makeRoom();
    }
  };
};
