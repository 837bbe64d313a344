/**
 * Load, fold, decide, append at the exact revision: written once, for every decider and every store. Commands of this process
 * to one stream wait their turn, so that each decides on what the one before has left, instead of losing the race for it.
 */
import { LRUCache } from 'lru-cache';
import type { Command } from './command.ts';
import type { Decider } from './decider.ts';
import type { AppendedEvent, EventCatalogue, NewEvent, RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import { mustFitAppend } from './append-size.ts';
import { asIfRecorded, eventsToAppend } from './events-to-append.ts';
import { remember, repeat } from './handled-commands.ts';
import type { Handled, HandledCommand } from './handled-commands.ts';
import { wholeStream } from './corrected-history.ts';
import { HistoryIncomplete, mustContinue } from './history-incomplete.ts';
import { isOurs } from './not-ours.ts';
import { NotReadYet } from './recorded-time.ts';
import { ChangedSince, Rejected, StoreUnavailable, WrongExpectedRevision } from './rejected.ts';
import { seenRevisions } from './seen-revision.ts';
import type { Reads } from './seen-revision.ts';
import { turns } from './turns.ts';

const PAGE = 1000;

export interface HandleCommandOptions<State, CommandType extends Command> {
  readonly store: EventStore;
  readonly decider: Decider<State, CommandType>;
  readonly catalogue: EventCatalogue;
  /** By which `expectedRevision` is compared: what a sender may not read does not refuse him. */
  readonly reads: Reads<State>;
  /** Streams whose folded state is kept in memory; 2,000 when absent. */
  readonly cachedStreams?: number;
  /** How often a lost race is tried again; 100 when absent. */
  readonly attempts?: number;
}

/** What is known of one stream: its fold, and the commands it has already carried out. */
interface Loaded<State> {
  readonly state: State;
  readonly revision: number;
  /** Undefined where there is no stream. */
  readonly last: AppendedEvent | undefined;
  readonly commands: Map<string, HandledCommand>;
  /** Set where the stream goes on with what this process appended and has not read yet. */
  readonly isBehind?: true;
}

export interface CommandHandler<State, CommandType extends Command> {
  /**
   * A command whose `meta.dryRun` is true is decided and refused alike, and nothing is written.
   * @param expectedRevision the last that the sender has seen: where another that he may read has come since, he is refused.
   * @throws {Rejected} by the decision, or `COMMAND_ID_REUSED` when the id was used with another body.
   * @throws {ChangedSince} when the named revision is not the last one that the sender may read.
   * @throws {StoreUnavailable} also when others wrote first at every attempt.
   * @throws {HistoryIncomplete} when the store does not show all of the stream: it is neither folded nor continued.
   */
  (stream: string, command: CommandType, expectedRevision?: number): Promise<Handled>;
  /** Compares a revision as it would be for this command, which is not carried out. @throws {ChangedSince} */
  mustBeSeen(stream: string, command: CommandType, expectedRevision: number): Promise<void>;
  /** The folded state as the store has it now, and its revision (-1: no stream). */
  load(stream: string): Promise<{ readonly state: State; readonly revision: number }>;
}

export const handleCommand = <State, CommandType extends Command>(
  options: HandleCommandOptions<State, CommandType>,
): CommandHandler<State, CommandType> => {
  const { store, decider, catalogue, attempts = 100 } = options;
  const reads: Reads<State> = (event, state, sender) => isOurs(event) && options.reads(event, state, sender);
  const seen = seenRevisions(store, reads);
  const inTurn = turns();
  const cache = new LRUCache<string, Loaded<State>>({ max: options.cachedStreams ?? 2000 });

  const nothing = (): Loaded<State> => ({
    state: decider.initialState(),
    revision: -1,
    last: undefined,
    commands: new Map(),
  });

  /** The cache is only a head start: what was appended since is always read, so it can never answer stale. */
  const load = async (stream: string): Promise<Loaded<State>> => {
    let loaded = cache.get(stream) ?? nothing();
    for (;;) {
      const page = await store.read(stream, { from: Math.max(loaded.revision, 0), limit: PAGE });
      const more = newIn(stream, loaded, page);
      if (more.some((event) => catalogue.corrects(event))) {
        loaded = await loadAnew(stream);
        break;
      }
      loaded = fold(loaded, more);
      if (page.length < PAGE) break;
    }
    cache.set(stream, loaded);
    return loaded;
  };

  /** The page begins with the event that is known as the last, so that a stream that was deleted since is found out. */
  const newIn = (stream: string, { revision }: Loaded<State>, page: readonly RecordedEvent[]) => {
    try {
      if (revision < 0) mustContinue(stream, -1, page);
      else if (page.length === 0) throw new HistoryIncomplete(stream, { from: 0, to: null });
      else mustContinue(stream, revision - 1, page);
    } catch (error) {
      cache.delete(stream);
      throw error;
    }
    return revision < 0 ? page : page.slice(1);
  };

  /** After a correction nothing that was folded before it holds. */
  const loadAnew = async (stream: string): Promise<Loaded<State>> => {
    const events = await wholeStream(store, stream);
    const last = events.at(-1);
    const folded = fold(nothing(), catalogue.corrected(events.filter(isOurs)));
    return { ...folded, last, revision: last?.revision ?? -1 };
  };

  const fold = (loaded: Loaded<State>, events: readonly AppendedEvent[]): Loaded<State> => {
    let { state, last } = loaded;
    for (const stored of events) {
      // A racing load may have folded it already: the command map is shared, the state is not.
      last = stored;
      // It takes a revision, and says nothing.
      if (!isOurs(stored)) continue;
      state = decider.evolve(state, catalogue.upcast(stored));
      remember(loaded.commands, stored);
    }
    return { state, revision: last?.revision ?? -1, last, commands: loaded.commands };
  };

  /** Most folds look at nothing that an append does not tell; for the others the events are read when they are needed. */
  const foldAppended = (loaded: Loaded<State>, events: readonly AppendedEvent[]): Loaded<State> => {
    try {
      return fold(loaded, events);
    } catch (error) {
      if (!(error instanceof NotReadYet)) throw error;
      return { ...loaded, isBehind: true };
    }
  };

  /**
   * Most commands find the stream as this process last saw it. The append at the exact revision shows whether that was so,
   * which saves a read; whatever else comes of it is not to be trusted.
   */
  const attemptUnread = async (
    stream: string,
    command: CommandType,
    expectedRevision?: number,
  ): Promise<Handled | undefined> => {
    const known = cache.get(stream);
    if (known === undefined || known.isBehind === true) return undefined;
    if (known.commands.has(command.meta.commandId)) return undefined;
    if (expectedRevision !== undefined && expectedRevision !== known.revision) return undefined;
    const { last, state } = known;
    if (expectedRevision !== undefined && last && !reads(last, state, command.meta)) return undefined;
    try {
      const decided = decider.decide(command, state);
      return decided.length === 0 ? undefined : await write(stream, command, known, decided);
    } catch (error) {
      if (error instanceof Rejected || error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  };

  const attempt = async (
    stream: string,
    command: CommandType,
    expectedRevision?: number,
  ): Promise<Handled | undefined> => {
    const loaded = await load(stream);
    const decision = await decisionOn(stream, command, loaded, expectedRevision);
    if ('handled' in decision) return decision.handled;
    try {
      return await write(stream, command, loaded, decision.decided);
    } catch (error) {
      // Another wrote first: what was decided may no longer hold.
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  };

  /** What follows, or the answer where nothing does. */
  const decisionOn = async (
    stream: string,
    command: CommandType,
    loaded: Loaded<State>,
    expectedRevision: number | undefined,
  ): Promise<{ readonly decided: readonly NewEvent[] } | { readonly handled: Handled }> => {
    const earlier = loaded.commands.get(command.meta.commandId);
    if (earlier) return { handled: repeat(stream, command, earlier) };
    if (expectedRevision !== undefined) await mustBeLastRead(stream, command, loaded, expectedRevision);
    const decided = decider.decide(command, loaded.state);
    if (decided.length > 0) return { decided };
    const revision = await seen.lastReadBy(command.meta, stream, loaded);
    return { handled: { stream, revision, events: [], repeated: false } };
  };

  /** A dry run: the same way without the append. */
  const foresee = async (
    stream: string,
    command: CommandType,
    expectedRevision?: number,
  ): Promise<Handled> => {
    const loaded = await load(stream);
    const decision = await decisionOn(stream, command, loaded, expectedRevision);
    if ('handled' in decision) return { ...decision.handled, foreseen: [] };
    const toAppend = eventsToAppend(command, decision.decided, catalogue);
    mustFitAppend(toAppend);
    const events = asIfRecorded(toAppend, stream, loaded.revision, command.meta.now);
    const state = events.reduce(decider.evolve, loaded.state);
    const foreseen = events.filter((event) => reads(event, state, command.meta));
    return { stream, revision: loaded.revision + events.length, events, repeated: false, foreseen };
  };

  const write = async (
    stream: string,
    command: CommandType,
    loaded: Loaded<State>,
    decided: readonly NewEvent[],
  ): Promise<Handled> => {
    const expected = loaded.revision < 0 ? 'no-stream' : loaded.revision;
    const appended = await store.append(stream, expected, eventsToAppend(command, decided, catalogue));
    mustBeNext(stream, loaded.revision, appended.revision - decided.length + 1);
    if (appended.events.some((event) => catalogue.corrects(event))) {
      cache.delete(stream);
      return { stream, revision: appended.revision, events: appended.events, repeated: false };
    }
    const newest = cache.get(stream);
    if (newest === undefined || newest.revision === loaded.revision)
      cache.set(stream, foldAppended(loaded, appended.events));
    return { stream, revision: appended.revision, events: appended.events, repeated: false };
  };

  /** A store that deleted the stream takes it for a new one, and goes on with its numbers. */
  const mustBeNext = (stream: string, last: number, revision: number): void => {
    if (revision <= last + 1) return;
    cache.delete(stream);
    throw new HistoryIncomplete(stream, { from: last + 1, to: revision - 1 });
  };

  const mustBeLastRead = async (
    stream: string,
    command: CommandType,
    loaded: Loaded<State>,
    named: number,
  ): Promise<void> => {
    try {
      await seen.mustBeLastReadBy(command.meta, stream, loaded, named);
    } catch (error) {
      if (error instanceof ChangedSince) mustConcern(command, loaded.state);
      throw error;
    }
  };

  /** A caller who is refused, or may not know of the stream, does not learn how far it has come. */
  const mustConcern = (command: CommandType, state: State): void => {
    try {
      decider.decide(command, state);
    } catch (error) {
      if (error instanceof Rejected && (error.kind === 'forbidden' || error.kind === 'missing')) throw error;
    }
  };

  const handle = async (
    stream: string,
    command: CommandType,
    expectedRevision?: number,
  ): Promise<Handled> => {
    let handled = await attemptUnread(stream, command, expectedRevision);
    for (let tried = 0; handled === undefined && tried < attempts; tried += 1) {
      handled = await attempt(stream, command, expectedRevision);
    }
    if (handled !== undefined) return handled;
    throw new StoreUnavailable(`${attempts} times others wrote to ${stream} first`, 1);
  };
  const mustBeSeen: CommandHandler<State, CommandType>['mustBeSeen'] = async (
    stream,
    command,
    expectedRevision,
  ) => mustBeLastRead(stream, command, await load(stream), expectedRevision);
  const handleInTurn = (
    stream: string,
    command: CommandType,
    expectedRevision?: number,
  ): Promise<Handled> => {
    const work = command.meta.dryRun === true ? foresee : handle;
    return inTurn(stream, () => work(stream, command, expectedRevision));
  };
  return Object.assign(handleInTurn, { mustBeSeen, load });
};
