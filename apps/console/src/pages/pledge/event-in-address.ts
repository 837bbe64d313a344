/** The event that an address names, such as `#r12`: it is opened and has the focus as soon as it is on the page, once. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { wayTo } from './way-to-event.ts';

interface Loaded {
  readonly revisions: readonly number[];
  readonly order: 'asc' | 'desc';
  readonly hasMore: boolean;
  /** Whether anything is on its way. */
  readonly isLoading: boolean;
  readonly loadMore: () => void;
  readonly turnRound: () => void;
}

export const useEventInAddress = ({ revisions, order, hasMore, isLoading, ...act }: Loaded): void => {
  const hash = useSyncExternalStore(watchAddress, () => location.hash);
  // Its reader may close it again, and turn the history round.
  const shown = useRef('');
  useEffect(() => {
    const [, wanted] = /^#r(\d{1,9})$/.exec(hash) ?? [];
    if (wanted === undefined || isLoading || revisions.length === 0 || shown.current === hash) return;
    const way = wayTo(Number(wanted), revisions, order, hasMore);
    if (way === 'on') act.loadMore();
    else if (way === 'other-end') act.turnRound();
    else {
      shown.current = hash;
      if (way === 'here') openEvent(`r${Number(wanted)}`);
    }
  });
};

/**
 * Links and Back change it by the browser, and pages by the router, which tells of it by events of its own. `popstate` is too early: the
 * browser takes the focus away when it scrolls to the place afterwards.
 */
const CHANGES = ['hashchange', 'pushState', 'replaceState'] as const;

const watchAddress = (onChange: () => void): (() => void) => {
  for (const name of CHANGES) addEventListener(name, onChange);
  return () => {
    for (const name of CHANGES) removeEventListener(name, onChange);
  };
};

/** With the run that it may be folded into. */
const openEvent = (id: string): void => {
  const line = document.getElementById(id);
  for (let part = line?.closest('details'); part; part = part.parentElement?.closest('details'))
    part.open = true;
  const own = line?.querySelector('details');
  if (!own) return;
  own.open = true;
  own.querySelector('summary')?.focus({ preventScroll: true });
  own.scrollIntoView({ block: 'center' });
};
