/**
 * The pasts that were asked about lately, a few of them, each in a scratch file of its own. Questions that select the same events
 * are about the same past. The one not asked about for the longest gives way, when there are too many or they take too much of
 * the disk; one that is being asked never does, so a question reads the same past to its end.
 */
import type { AnsweringContext, Scratch, Views } from '@pledgeline/event-sourcing';
import type { LogMoments } from './log-moments.ts';
import type { Times } from './moment.ts';
import { pastIn } from './past.ts';
import { oneAtATime } from '../read-models/one-at-a-time.ts';
import { GROUP, projections } from '../read-models/projections.ts';

/** How many are kept. */
const MOST = 4;
/** What they may take together; a single one that is larger is kept alone. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface PastsOptions extends Pick<AnsweringContext, 'store' | 'openScratch' | 'clock'> {
  readonly moments: LogMoments;
  /** 4 when absent. */
  readonly most?: number;
  /** 512 MiB when absent. */
  readonly mostBytes?: number;
}

/** Asks about a past when it is complete; begins it, or goes on with it, before. */
export type AskPast = <Answer>(
  times: Times,
  question: (views: Views) => Promise<Answer>,
  signal: AbortSignal,
) => Promise<Answer>;

interface Past {
  readonly scratch: Promise<Scratch>;
  readonly catchUp: Promise<(signal: AbortSignal) => Promise<void>>;
  asking: number;
}

export const askPasts = (options: PastsOptions): AskPast => {
  const { store, openScratch, clock, moments, most = MOST, mostBytes = MOST_BYTES } = options;
  /** The one asked last stands last. */
  const pasts = new Map<string, Past>();
  let opened = 0;

  const begin = (times: Times): Past => {
    const scratch = openScratch(`${GROUP}-past-${(opened += 1)}`);
    const catchUp = scratch.then(async ({ views }) => {
      await views.define(projections);
      return pastIn(views, store, times, clock);
    });
    return { scratch, catchUp, asking: 0 };
  };

  const forget = async (key: string, past: Past): Promise<void> => {
    if (pasts.get(key) === past) pasts.delete(key);
    await (await past.scratch).remove();
  };

  const exclusively = oneAtATime();
  const makeRoom = (): Promise<void> => exclusively(dropUnasked);
  const dropUnasked = async (): Promise<void> => {
    let bytes = 0;
    for (const { scratch } of pasts.values()) bytes += (await scratch).bytes();
    for (const [key, past] of pasts) {
      if (pasts.size <= most && bytes <= mostBytes) return;
      if (past.asking > 0) continue;
      bytes -= (await past.scratch).bytes();
      await forget(key, past);
    }
  };

  return async (times, question, signal) => {
    const key = JSON.stringify(await moments.earliest(times, clock(), signal));
    const past = pasts.get(key) ?? begin(times);
    past.asking += 1;
    pasts.delete(key);
    pasts.set(key, past);
    try {
      await makeRoom();
      await (
        await past.catchUp
      )(signal);
      return await question((await past.scratch).views);
    } catch (error) {
      // One that could not be read to its end is begun anew next time; one that nobody waited for is gone on with.
      if (!signal.aborted) pasts.delete(key);
      throw error;
    } finally {
      past.asking -= 1;
      if (pasts.get(key) !== past && past.asking === 0) await (await past.scratch).remove();
      await makeRoom();
    }
  };
};
