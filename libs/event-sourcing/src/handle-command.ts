/**
 * Load, fold, decide, append at the exact revision: written once, for every decider and every store.
 */
import { LRUCache } from 'lru-cache';
import type { Command } from './command.ts';
import type { Decider } from './decider.ts';
import type { EventCatalogue, NewEvent, RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import { eventsToAppend } from './events-to-append.ts';
import { remember, repeat, writtenByAnother } from './handled-commands.ts';
import type { Handled, HandledCommand } from './handled-commands.ts';
import { wholeStream } from './corrected-history.ts';
import { Rejected, WrongExpectedRevision } from './rejected.ts';

const PAGE = 1000;

export interface HandleCommandOptions<State, Wish extends Command> {
  readonly store: EventStore;
  readonly decider: Decider<State, Wish>;
  readonly catalogue: EventCatalogue;
  /** Streams whose folded state is kept in memory; 2,000 when absent. */
  readonly cachedStreams?: number;
  /** How often a lost race is tried again when the caller named no revision. */
  readonly attempts?: number;
}

/** What is known of one stream: its fold, and the commands it has already carried out. */
interface Loaded<State> {
  readonly state: State;
  readonly revision: number;
  readonly commands: Map<string, HandledCommand>;
}

export interface CommandHandler<State, Wish extends Command> {
  /**
   * @param expectedRevision what the caller has seen; a stream elsewhere is then refused instead of retried.
   * @throws {Rejected} by the decision, or `COMMAND_ID_REUSED` when the id was used with another body.
   * @throws {WrongExpectedRevision} when the named revision is not the stream's.
   */
  (stream: string, command: Wish, expectedRevision?: number): Promise<Handled>;
  /** The folded state as the store has it now, and its revision (-1: no stream). */
  load(stream: string): Promise<{ readonly state: State; readonly revision: number }>;
}

export const handleCommand = <State, Wish extends Command>(
  options: HandleCommandOptions<State, Wish>,
): CommandHandler<State, Wish> => {
  const { store, decider, catalogue, attempts = 100 } = options;
  const cache = new LRUCache<string, Loaded<State>>({ max: options.cachedStreams ?? 2000 });

  const nothing = (): Loaded<State> => ({ state: decider.initialState(), revision: -1, commands: new Map() });

  /** The cache is only a head start: what was appended since is always read, so it can never answer stale. */
  const load = async (stream: string): Promise<Loaded<State>> => {
    let loaded = cache.get(stream) ?? nothing();
    for (;;) {
      const page = await store.read(stream, { from: loaded.revision + 1, limit: PAGE });
      if (page.some((event) => catalogue.corrects(event))) {
        loaded = await loadAnew(stream);
        break;
      }
      loaded = fold(loaded, page);
      if (page.length < PAGE) break;
    }
    cache.set(stream, loaded);
    return loaded;
  };

  /** After a correction nothing that was folded before it holds. */
  const loadAnew = async (stream: string): Promise<Loaded<State>> => {
    const events = await wholeStream(store, stream);
    return fold(nothing(), catalogue.corrected(events));
  };

  const fold = (loaded: Loaded<State>, events: readonly RecordedEvent[]): Loaded<State> => {
    let { state, revision } = loaded;
    for (const stored of events) {
      // A racing load may have folded it already: the command map is shared, the state is not.
      state = decider.evolve(state, catalogue.upcast(stored));
      revision = stored.revision;
      remember(loaded.commands, stored);
    }
    return { state, revision, commands: loaded.commands };
  };

  /**
   * Most commands find the stream as this process last saw it. The append at the exact revision tells whether that was so,
   * which saves a read; whatever else comes of it is not to be trusted.
   */
  const attemptUnread = async (
    stream: string,
    command: Wish,
    expectedRevision?: number,
  ): Promise<Handled | undefined> => {
    const known = cache.get(stream);
    if (known === undefined || known.commands.has(command.meta.commandId)) return undefined;
    if (expectedRevision !== undefined && expectedRevision !== known.revision) return undefined;
    try {
      const facts = decider.decide(command, known.state);
      return facts.length === 0 ? undefined : await write(stream, command, known, facts);
    } catch (error) {
      if (error instanceof Rejected || error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  };

  const attempt = async (stream: string, command: Wish, expectedRevision?: number): Promise<Handled> => {
    const loaded = await load(stream);
    const earlier = loaded.commands.get(command.meta.commandId);
    if (earlier) return repeat(stream, command, earlier);
    if (expectedRevision !== undefined && expectedRevision !== loaded.revision) {
      mustConcern(command, loaded.state);
      throw new WrongExpectedRevision(stream, expectedRevision, loaded.revision < 0 ? null : loaded.revision);
    }
    const facts = decider.decide(command, loaded.state);
    if (facts.length === 0) return { stream, revision: loaded.revision, events: [], repeated: false };
    return write(stream, command, loaded, facts);
  };

  const write = async (
    stream: string,
    command: Wish,
    loaded: Loaded<State>,
    facts: readonly NewEvent[],
  ): Promise<Handled> => {
    const expected = loaded.revision < 0 ? 'no-stream' : loaded.revision;
    const appended = await store.append(stream, expected, eventsToAppend(stream, command, facts, catalogue));
    const other = writtenByAnother(appended.events, command);
    if (other !== undefined) return repeat(stream, command, other);
    if (appended.events.some((event) => catalogue.corrects(event))) {
      cache.delete(stream);
      return { stream, revision: appended.revision, events: appended.events, repeated: false };
    }
    const newest = cache.get(stream);
    if (newest === undefined || newest.revision === loaded.revision)
      cache.set(stream, fold(loaded, appended.events));
    return { stream, revision: appended.revision, events: appended.events, repeated: false };
  };

  /** Whoever is refused for who he is, or may not know of it, is not told either how far the stream has come. */
  const mustConcern = (command: Wish, state: State): void => {
    try {
      decider.decide(command, state);
    } catch (error) {
      if (error instanceof Rejected && (error.kind === 'forbidden' || error.kind === 'missing')) throw error;
    }
  };

  const handle = async (stream: string, command: Wish, expectedRevision?: number): Promise<Handled> => {
    const handled = await attemptUnread(stream, command, expectedRevision);
    if (handled !== undefined) return handled;
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt(stream, command, expectedRevision);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision) || tried >= attempts) throw error;
        // A named revision is looked at once more: the race may have been lost to this very command, sent twice.
        if (expectedRevision !== undefined && tried > 1) throw error;
      }
    }
  };
  return Object.assign(handle, { load });
};
