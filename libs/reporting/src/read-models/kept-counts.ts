/**
 * Counts over the read models of now, kept while these stay as they are, whatever they look at: a page costs what it shows, and how
 * many there are in all is counted once for all pages and readers who are counted the same. What can be put right by what changed is
 * kept for longer below (`kept-tallies.ts`). It lies below what readers see: a count is known by the conditions
 * under which it was made, those that leave out what its reader may not find among them.
 */
import type { Views } from '@pledgeline/event-sourcing';

/** Those that were made longest ago give way. */
const MOST = 1000;

/**
 * @param views of now, as they are.
 * @returns the same views for questions about a version of them. What is counted for one is as new as that version, or newer.
 */
export const keptCounts = (views: Views): ((version: string) => Views) => {
  const kept = new Map<string, Promise<unknown>>();
  let current: string | undefined;
  const once = <Result>(asked: readonly unknown[], count: () => Promise<Result>): Promise<Result> => {
    const key = JSON.stringify(asked);
    const known = kept.get(key) as Promise<Result> | undefined;
    if (known !== undefined) return known;
    const counted = count();
    kept.set(key, counted);
    counted.catch(() => {
      if (kept.get(key) === counted) kept.delete(key);
    });
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return counted;
  };
  const counting: Views = {
    ...views,
    count: (...asked) => once(['count', ...asked], () => views.count(...asked)),
    tally: (...asked) => once(['tally', ...asked], () => views.tally(...asked)),
  };
  return (version) => {
    if (version !== current) kept.clear();
    current = version;
    return counting;
  };
};
