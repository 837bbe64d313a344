/**
 * The pasts that were asked about lately, a few of them, each in a scratch file of its own. The one not asked about for the
 * longest gives way to a new one; one that is being asked never does, so a question reads the same past to its end.
 */
import type { EventStore, OpenViews, Views } from '@pledgeline/event-sourcing';
import type { Times } from './moment.ts';
import { pastIn } from './past.ts';
import { GROUP, projections } from '../read-models/projections.ts';

const MOST = 4;

export interface PastsOptions {
  readonly store: EventStore;
  readonly openViews: OpenViews;
  readonly clock: () => string;
  /** How many are kept; 4 when absent. */
  readonly most?: number;
}

/** Asks about a past when it is complete; waits for a place while all are being asked. */
export type AskPast = <Answer>(times: Times, question: (views: Views) => Promise<Answer>) => Promise<Answer>;

interface Place {
  readonly views: Promise<Views>;
  key: string;
  asking: number;
  ready: Promise<() => Promise<void>>;
}

export const askPasts = ({ store, openViews, clock, most = MOST }: PastsOptions): AskPast => {
  /** The one asked last stands last. */
  const places: Place[] = [];
  const waiting: (() => void)[] = [];

  const begin = async (views: Promise<Views>, times: Times): Promise<() => Promise<void>> => {
    await (await views).clear();
    return pastIn(await views, store, times, clock);
  };

  const placeFor = (times: Times): Place | undefined => {
    const key = JSON.stringify(times);
    const known = places.find((place) => place.key === key);
    if (known !== undefined) return known;
    if (places.length < most) {
      const views = openScratch(openViews, places.length);
      const place = { views, key, asking: 0, ready: begin(views, times) };
      places.push(place);
      return place;
    }
    const oldest = places.find(({ asking }) => asking === 0);
    if (oldest !== undefined) Object.assign(oldest, { key, ready: begin(oldest.views, times) });
    return oldest;
  };

  return async (times, question) => {
    let place = placeFor(times);
    while (place === undefined) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      place = placeFor(times);
    }
    place.asking += 1;
    places.push(...places.splice(places.indexOf(place), 1));
    try {
      const catchUp = await place.ready;
      await catchUp();
      return await question(await place.views);
    } catch (error) {
      // A past that could not be read to its end is begun anew next time.
      place.key = '';
      throw error;
    } finally {
      place.asking -= 1;
      waiting.shift()?.();
    }
  };
};

const openScratch = async (openViews: OpenViews, n: number): Promise<Views> => {
  const views = await openViews(`${GROUP}-past-${n}`);
  await views.define(projections);
  return views;
};
