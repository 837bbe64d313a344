/**
 * A stream as the sender of a command knows it: by the events that he may read. Those that he may not read neither refuse
 * his command nor are shown to him.
 */
import type { CommandMeta } from './command.ts';
import type { AppendedEvent, RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import { ChangedSince } from './rejected.ts';

/** Whether the sender of a command may read an event of a stream in this state. */
export type Reads<State> = (event: AppendedEvent, state: State, sender: CommandMeta) => boolean;

/** A stream at its end. */
interface Known<State> {
  readonly state: State;
  /** -1 where there is no stream. */
  readonly revision: number;
  readonly last: AppendedEvent | undefined;
}

export interface SeenRevisions<State> {
  /** The last revision that the sender may read; -1 when there is none. */
  lastReadBy(sender: CommandMeta, stream: string, known: Known<State>): Promise<number>;
  /**
   * Compares a revision that the sender names with it. One that he may not read counts when he wrote it himself, since the
   * answer named it; any other is refused like one that does not exist.
   * @throws {ChangedSince} with the first 20 of the events since that he may read.
   */
  mustBeLastReadBy(sender: CommandMeta, stream: string, known: Known<State>, named: number): Promise<void>;
}

const PAGE = 200;

/** Most events that a refusal lists. */
const MOST_LISTED = 20;

export const seenRevisions = <State>(
  store: Pick<EventStore, 'read'>,
  reads: Reads<State>,
): SeenRevisions<State> => {
  const lastReadBy: SeenRevisions<State>['lastReadBy'] = async (
    sender,
    stream,
    { state, revision, last },
  ) => {
    if (last === undefined || reads(last, state, sender)) return revision;
    for (let end = revision; end >= 0; end -= PAGE) {
      const from = Math.max(0, end - PAGE + 1);
      const page = await store.read(stream, { from, limit: end - from + 1 });
      const found = page.findLast((event) => reads(event, state, sender));
      if (found !== undefined) return found.revision;
    }
    return -1;
  };

  const since = async (
    sender: CommandMeta,
    stream: string,
    { state }: Known<State>,
    from: number,
    to: number,
  ) => {
    const events: RecordedEvent[] = [];
    for (let next = Math.max(from, 0); next <= to && events.length < MOST_LISTED; next += PAGE) {
      const page = await store.read(stream, { from: next, limit: PAGE });
      events.push(...page.filter((event) => event.revision <= to && reads(event, state, sender)));
    }
    return events.slice(0, MOST_LISTED);
  };

  return {
    lastReadBy,
    mustBeLastReadBy: async (sender, stream, known, named) => {
      const last = await lastReadBy(sender, stream, known);
      if (last === named) return;
      if (last < named && named <= known.revision) {
        const [event] = await store.read(stream, { from: named, limit: 1 });
        if (event !== undefined && wrote(sender, event)) return;
      }
      const events = await since(sender, stream, known, named + 1, last);
      throw new ChangedSince(stream, named, last < 0 ? null : last, events);
    },
  };
};

/** The writer of an event knows its revision from the answer, also where he may not read it. */
export const wrote = (
  { actor, role, onBehalfOf }: Pick<CommandMeta, 'actor' | 'role' | 'onBehalfOf'>,
  { metadata }: AppendedEvent,
): boolean =>
  metadata.actor === actor &&
  metadata.role === role &&
  (metadata.onBehalfOf === onBehalfOf || metadata.recordedFor !== undefined);
