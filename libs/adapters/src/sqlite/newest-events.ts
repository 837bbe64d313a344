/**
 * The events that this process wrote last, as a reader finds them: every group reads them one after the other, and none has to parse
 * them again. What is at hand reaches to the end of the log, since nobody else writes. Events are values: who reads them changes nothing
 * in them. Decision 103.
 */
import type { RecordedEvent } from '@pledgeline/event-sourcing';

export interface NewestEvents {
  /** At the end of the log. @param length of its text. */
  readonly add: (event: RecordedEvent, length: number) => void;
  /** Undefined where older ones would have to be read before. */
  readonly after: (position: number, limit: number) => RecordedEvent[] | undefined;
  /** They were not stored after all, or others may have written. */
  readonly forget: () => void;
  /** How many events are in memory because of this. */
  readonly held: () => number;
}

/** A group that is so far behind reads from the file until it is nearer. */
const MOST = 4096;
/** Characters of their text. */
const MOST_LENGTH = 8_000_000;

interface Kept {
  readonly event: RecordedEvent;
  readonly position: number;
  readonly length: number;
}

export const newestEvents = (): NewestEvents => {
  let kept: (Kept | undefined)[] = [];
  /** Places before it are empty, so that no event stays in memory for them; they are taken off many at a time. */
  let first = 0;
  let length = 0;

  const forget = (): void => {
    kept = [];
    first = 0;
    length = 0;
  };

  const bound = (): void => {
    while (kept.length - first > MOST || length > MOST_LENGTH) {
      length -= kept[first]?.length ?? 0;
      kept[first] = undefined;
      first += 1;
    }
    if (first < MOST) return;
    kept = kept.slice(first);
    first = 0;
  };

  return {
    add: (event, textLength) => {
      const position = Number(event.position);
      // Positions are given one after the other; where one is left out, what is kept is not all.
      if (position !== (kept.at(-1)?.position ?? position - 1) + 1) forget();
      kept.push({ event, position, length: textLength });
      length += textLength;
      bound();
    },
    after: (position, limit) => {
      const from = kept[first]?.position;
      if (from === undefined || position < from - 1) return undefined;
      const start = first + position - from + 1;
      return kept.slice(start, start + limit).flatMap((one) => (one === undefined ? [] : [one.event]));
    },
    forget,
    held: () => kept.filter((one) => one !== undefined).length,
  };
};
