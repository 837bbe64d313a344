/**
 * How one stream stood after each of its events, as it was recorded then: with the corrections up to there, and without those that came
 * later. A fold is kept every so many revisions and after each correction, so that any other is a few steps from one of them.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { catalogue, type DataOf } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { oneAtATime } from './one-at-a-time.ts';

type Events = readonly RecordedEvent[];
type Apply<Row> = (row: Row | undefined, event: RecordedEvent) => Row | undefined;

export interface FoldsAsRecorded<Row> {
  /**
   * How the stream stood after each of these revisions; undefined where nothing was made of it yet.
   * @param events of the stream, from the beginning: at least as many as the time before. @param revisions that they have, or -1.
   */
  readonly after: (
    events: Events,
    revisions: readonly number[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<number, Row | undefined>>;
}

export const foldsAsRecorded = <Row>(apply: Apply<Row>, every = 25): FoldsAsRecorded<Row> => {
  /** By revision, in their order. */
  const kept = new Map<number, Row | undefined>([[-1, undefined]]);
  const places = [-1];
  /** Corrections, and the earliest event that each changes. */
  const changes: { readonly at: number; readonly from: number }[] = [];
  let last: Row | undefined;
  let folded = 0;
  const exclusively = oneAtATime();

  const keep = (revision: number, row: Row | undefined): void => {
    kept.set(revision, row);
    places.push(revision);
  };

  /** The newest kept fold, from before the correction, that it does not change, nor does any since that fold. */
  const soundBefore = (correction: number): number => {
    const isSound = (place: number): boolean =>
      changes.every(({ at, from }) => at <= place || at > correction || from > place);
    return places.findLast((place) => place < correction && isSound(place)) ?? -1;
  };

  const corrected = (events: Events, at: number): Row | undefined => {
    const start = soundBefore(at);
    return catalogue
      .corrected(events.slice(0, at + 1))
      .slice(start + 1)
      .filter((event) => catalogue.struck(event) === undefined)
      .reduce(apply, kept.get(start));
  };

  const extend = async (events: Events, signal: AbortSignal): Promise<void> => {
    while (folded < events.length) {
      const event = events[folded];
      if (event === undefined) return;
      const revision = folded;
      if (catalogue.corrects(event)) {
        changes.push({ at: revision, from: earliestChanged(event, events) });
        last = corrected(events, revision);
        keep(revision, last);
      } else {
        last = apply(last, catalogue.upcast(event));
        if ((revision + 1) % every === 0) keep(revision, last);
      }
      folded += 1;
      if (folded % YIELD_EVERY === 0) await yieldToEventLoop(undefined, { signal });
    }
  };

  const after: FoldsAsRecorded<Row>['after'] = async (events, revisions, signal) => {
    await exclusively(() => extend(events, signal));
    const found = new Map<number, Row | undefined>();
    let [at, row] = [-1, undefined as Row | undefined];
    for (const revision of [...new Set(revisions)].sort((one, other) => one - other)) {
      const place = lastUpTo(places, revision);
      // No correction lies between a kept fold and the next: those are kept themselves.
      if (place > at) [at, row] = [place, kept.get(place)];
      for (; at < revision; at += 1) {
        const event = events[at + 1];
        if (event !== undefined) row = apply(row, catalogue.upcast(event));
      }
      found.set(revision, row);
    }
    return found;
  };
  return { after };
};

const YIELD_EVERY = 250;

const earliestChanged = ({ type, data }: RecordedEvent, events: Events): number => {
  const changed =
    type === 'EventAnnulled'
      ? (data as DataOf<'EventAnnulled'>).annuls
      : [(data as DataOf<'EventCorrected'>).corrects];
  const earliest = events.findIndex(({ id }) => changed.includes(id));
  return Math.max(earliest, 0);
};

/** Of numbers in their order, the last that is not beyond. */
const lastUpTo = (places: readonly number[], most: number): number => {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return places[low] ?? -1;
};
