/**
 * Streams that were asked about lately, in memory, with what was made of them: a page of a long history then costs its own items,
 * and not the whole stream. What was appended since is read each time, so that it is never behind.
 */
import {
  isOurs,
  mustContinue,
  turns,
  type EventReader,
  type RecordedEvent,
} from '@pledgeline/event-sourcing';

export interface KeptStream {
  /** As recorded, from the beginning to a moment ago. */
  readonly events: readonly RecordedEvent[];
  /** What is made of this stream under a name: begun once, and kept as long as the stream is. */
  readonly kept: <Value>(name: string, begin: () => Value) => Value;
}

export interface KeptStreams {
  readonly of: (stream: string) => Promise<KeptStream>;
}

/** Of all streams together, some 50 MB; one that is longer is kept alone. */
const MOST_EVENTS = 20_000;
/** A stream takes as much as this many of its events besides. */
const BESIDES = 25;
const PAGE = 1000;

interface Entry {
  /** As many revisions, whatever stands there. */
  readonly length: number;
  /** Those that are ours. */
  readonly events: readonly RecordedEvent[];
  readonly made: Map<string, unknown>;
}

/** @param mostEvents that are kept; 20,000 when absent. */
export const keptStreams = (store: Pick<EventReader, 'read'>, mostEvents = MOST_EVENTS): KeptStreams => {
  /** The one asked last stands last. */
  const entries = new Map<string, Entry>();
  const inTurn = turns();

  const keep = (stream: string, entry: Entry): void => {
    entries.delete(stream);
    entries.set(stream, entry);
    let taken = 0;
    for (const one of entries.values()) taken += weightOf(one);
    for (const [oldest, one] of entries) {
      if (taken <= mostEvents || oldest === stream) return;
      entries.delete(oldest);
      taken -= weightOf(one);
    }
  };

  const appended = async (stream: string, from: number): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for (;;) {
      const page = await store.read(stream, { from: from + events.length, limit: PAGE });
      mustContinue(stream, from + events.length - 1, page);
      events.push(...page);
      if (page.length < PAGE) return events;
    }
  };

  const upToNow = async (stream: string): Promise<KeptStream> => {
    const known = entries.get(stream) ?? { length: 0, events: [], made: new Map<string, unknown>() };
    const more = await appended(stream, known.length);
    const { made } = known;
    const events = more.length === 0 ? known.events : [...known.events, ...more.filter(isOurs)];
    const length = known.length + more.length;
    if (length > 0) keep(stream, { length, events, made });
    const kept = <Value>(name: string, begin: () => Value): Value => {
      if (!made.has(name)) made.set(name, begin());
      return made.get(name) as Value;
    };
    return { events, kept };
  };
  return { of: (stream) => inTurn(stream, () => upToNow(stream)) };
};

const weightOf = ({ events }: Entry): number => events.length + BESIDES;
