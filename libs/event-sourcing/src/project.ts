/**
 * Keeps read models up to date from batches of the log: rows and the last applied revision of each stream in one
 * transaction, so that whatever is delivered again changes nothing.
 */
import type { History } from './corrected-history.ts';
import { HandlingFailed } from './delivery.ts';
import type { EventCatalogue, RecordedEvent } from './event.ts';
import { isOutage } from './retries.ts';
import type { ViewChanges, ViewDefinition, Views } from './views.ts';

export interface Projection<Row> extends ViewDefinition<Row> {
  readonly handles: readonly string[];
  /** The key of the row an event belongs to. One stream feeds a row, so that order per stream is enough. */
  keyOf(event: RecordedEvent): string;
  /** For a count or a maximum over many streams: corrections do not touch it. */
  readonly ofManyStreams?: true;
  /** Pure. Undefined deletes the row. */
  apply(row: Row | undefined, event: RecordedEvent): Row | undefined;
  /** For rows that follow from rows of other views, and are made by no event. */
  readonly follow?: FollowRows;
}

type ChangedRows = ViewChanges['rows'];

/** A row as a batch leaves it; null where it is gone. */
export interface ChangedRow {
  readonly view: string;
  readonly key: string;
  readonly row: unknown;
  /** As it was read before the batch: parts that are as before are the same objects. Null where there was none, or none was read. */
  readonly before: unknown;
}

export interface FollowRows {
  /**
   * The rows that change because those of other views do. They are stored in one transaction with them.
   * @param views as they were before.
   */
  readonly changed: (changed: readonly ChangedRow[], views: Views) => Promise<ChangedRows>;
  /** All rows that there are, some at a time: what `changed` has led to after any changes that led to these other views. */
  readonly all: (views: Views) => AsyncIterable<ChangedRows>;
}

/** A projection, whatever its rows. */
export interface AnyProjection extends Omit<Projection<never>, 'apply'> {
  apply(row: never, event: RecordedEvent): unknown;
}

export interface Projector {
  readonly handle: (batch: readonly RecordedEvent[]) => Promise<void>;
  /** The same, but rows that follow from those of other views are not made: `followAll` comes before any other batch is handled. */
  readonly fill: (batch: readonly RecordedEvent[]) => Promise<void>;
  /** Makes the rows that follow from those of other views, all of them. */
  readonly followAll: () => Promise<void>;
  /** True once the stream's revision is in the read models; false when the time is over first. */
  waitFor(stream: string, revision: number, milliseconds: number): Promise<boolean>;
}

interface Waiter {
  readonly revision: number;
  readonly done: () => void;
}

export interface ProjectOptions {
  /** True where events are left out on purpose, as in a view of the past. A hole is otherwise looked up in the store. */
  readonly leavesOut?: boolean;
}

/**
 * What is returned throws `HandlingFailed`, naming the event, when a projection fails, and because of `HistoryIncomplete` at an
 * event before which the store does not show all.
 */
export const project = (
  views: Views,
  projections: readonly AnyProjection[],
  catalogue: EventCatalogue,
  history: History,
  { leavesOut = false }: ProjectOptions = {},
): Projector => {
  const byType = new Map<string, readonly Projection<unknown>[]>();
  for (const projection of projections as readonly unknown[] as readonly Projection<unknown>[]) {
    for (const type of projection.handles) byType.set(type, [...(byType.get(type) ?? []), projection]);
  }
  const waiters = new Map<string, Set<Waiter>>();

  /** What was skipped, or is not ours, leaves a hole here and none in the store. */
  const mustBeWhole = async (after: readonly RecordedEvent[]): Promise<void> => {
    for (const event of after) {
      try {
        await history(event.stream, event.revision - 1);
      } catch (error) {
        throw new HandlingFailed(event, error);
      }
    }
  };

  const take = async (batch: readonly RecordedEvent[], follows: boolean): Promise<void> => {
    const revisions = await views.lastApplied([...new Set(batch.map((event) => event.stream))]);
    const afterHoles: RecordedEvent[] = [];
    // The revisions move along, so that an event twice in one batch is applied once, too.
    const fresh = batch.filter((event) => {
      const { stream, revision } = event;
      const last = revisions.get(stream) ?? -1;
      if (revision <= last) return false;
      if (revision > last + 1) afterHoles.push(event);
      revisions.set(stream, revision);
      return true;
    });
    if (fresh.length === 0) return;
    if (!leavesOut) await mustBeWhole(afterHoles);
    const anew = new Set(fresh.filter((event) => catalogue.corrects(event)).map(({ stream }) => stream));
    const steps = fresh.flatMap((stored) =>
      stepsOf(stored, touchedBy(stored, byType.get(stored.type) ?? [], anew), catalogue),
    );
    const tables = await load(views, steps);
    const before = copyOf(tables);
    for (const step of steps) apply(step, rowsOf(tables, step.projection));
    for (const stream of anew) {
      const events = await history(stream, revisions.get(stream) ?? -1);
      for (const [projection, rows] of rowsAnew(events, byType, catalogue)) {
        for (const [key, row] of rows) rowsOf(tables, projection).set(key, row);
      }
    }
    const changed = changedRows(tables, before);
    const rows: ChangedRows[number][] = [...changed];
    if (follows)
      for (const { follow } of projections) rows.push(...((await follow?.changed(changed, views)) ?? []));
    await views.apply({ rows, revisions });
    if (waiters.size > 0) wake(waiters, revisions);
  };

  /**
   * What a batch does to rows may fail where no event is at hand: in what is found by a row, or follows from it. Then its events
   * are handled one by one, so that the one is named at which it fails, and not the first of the batch.
   */
  const takeNaming = async (batch: readonly RecordedEvent[]): Promise<void> => {
    try {
      await take(batch, true);
    } catch (error) {
      const [first] = batch;
      if (error instanceof HandlingFailed || isOutage(error) || first === undefined) throw error;
      if (batch.length === 1) throw new HandlingFailed(first, error);
      for (const event of batch) await takeNaming([event]);
    }
  };

  const followAll = async (): Promise<void> => {
    for (const { name, follow } of projections) {
      if (follow === undefined) continue;
      // Another time may have ended before all of them were made.
      for await (const { key } of views.dump(name))
        await views.apply({ rows: [{ view: name, key, row: null }], revisions: NO_REVISIONS });
      for await (const rows of follow.all(views)) await views.apply({ rows, revisions: NO_REVISIONS });
    }
  };

  const waitFor = async (stream: string, revision: number, milliseconds: number): Promise<boolean> => {
    let wakeUp = (_arrived: boolean): void => undefined;
    const arrival = new Promise<boolean>((resolve) => (wakeUp = resolve));
    const waiter: Waiter = { revision, done: () => wakeUp(true) };
    // Registered before looking, so that a batch applied in between is not missed.
    const ofStream = waiters.get(stream) ?? new Set<Waiter>();
    waiters.set(stream, ofStream.add(waiter));
    const timer = setTimeout(() => wakeUp(false), milliseconds);
    try {
      const applied = (await views.lastApplied([stream])).get(stream) ?? -1;
      return applied >= revision || (await arrival);
    } finally {
      clearTimeout(timer);
      ofStream.delete(waiter);
      if (ofStream.size === 0 && waiters.get(stream) === ofStream) waiters.delete(stream);
    }
  };
  return {
    handle: takeNaming,
    fill: (batch) => take(batch, false),
    followAll,
    waitFor,
  };
};

const NO_REVISIONS: ReadonlyMap<string, number> = new Map();

/** What a corrected stream feeds is made anew as a whole, not step by step. */
const touchedBy = (
  { stream }: RecordedEvent,
  projections: readonly Projection<unknown>[],
  anew: ReadonlySet<string>,
): readonly Projection<unknown>[] =>
  anew.has(stream) ? projections.filter(({ ofManyStreams }) => ofManyStreams) : projections;

/**
 * The rows of one stream from its beginning; undefined for those that struck events alone had made. Its keys must not depend on
 * what can be corrected.
 */
const rowsAnew = (
  events: readonly RecordedEvent[],
  byType: ReadonlyMap<string, readonly Projection<unknown>[]>,
  catalogue: Pick<EventCatalogue, 'struck'>,
): Tables => {
  const tables: Tables = new Map();
  for (const event of events) {
    const struck = catalogue.struck(event);
    for (const projection of byType.get(struck?.type ?? '') ?? []) {
      const [rows, key] = [rowsOf(tables, projection), projection.keyOf(struck ?? event)];
      if (!projection.ofManyStreams && !rows.has(key)) rows.set(key, undefined);
    }
    for (const projection of byType.get(event.type) ?? []) {
      if (projection.ofManyStreams) continue;
      apply({ projection, key: projection.keyOf(event), event, stored: event }, rowsOf(tables, projection));
    }
  }
  return tables;
};

/** One event in its newest shape, for one row of one projection. */
interface Step {
  readonly projection: Projection<unknown>;
  readonly key: string;
  readonly event: RecordedEvent;
  readonly stored: RecordedEvent;
}

const stepsOf = (
  stored: RecordedEvent,
  projections: readonly Projection<unknown>[],
  catalogue: EventCatalogue,
): Step[] => {
  if (projections.length === 0) return [];
  try {
    const event = catalogue.upcast(stored);
    return projections.map((projection) => ({ projection, key: projection.keyOf(event), event, stored }));
  } catch (error) {
    throw new HandlingFailed(stored, error);
  }
};

/** Rows by key, of each projection a batch touches. */
type Tables = Map<Projection<unknown>, Map<string, unknown>>;

/** The rows the batch will touch, read once per view; those that do not exist yet are undefined. */
const load = async (views: Views, steps: readonly Step[]): Promise<Tables> => {
  const tables: Tables = new Map();
  for (const { projection, key } of steps) rowsOf(tables, projection).set(key, undefined);
  for (const [projection, rows] of tables) {
    for (const [key, row] of await views.getMany(projection.name, [...rows.keys()])) rows.set(key, row);
  }
  return tables;
};

const rowsOf = (tables: Tables, projection: Projection<unknown>): Map<string, unknown> => {
  const known = tables.get(projection);
  if (known !== undefined) return known;
  const rows = new Map<string, unknown>();
  tables.set(projection, rows);
  return rows;
};

const apply = ({ projection, key, event, stored }: Step, rows: Map<string, unknown>): void => {
  try {
    rows.set(key, projection.apply(rows.get(key), event));
  } catch (error) {
    throw new HandlingFailed(stored, error);
  }
};

const copyOf = (tables: Tables): Tables =>
  new Map([...tables].map(([projection, rows]) => [projection, new Map(rows)]));

const changedRows = (tables: Tables, before: Tables): ChangedRow[] =>
  [...tables].flatMap(([projection, rows]) => {
    const were = before.get(projection);
    return [...rows].map(([key, row]) => ({
      view: projection.name,
      key,
      row: row ?? null,
      before: were?.get(key) ?? null,
    }));
  });

const wake = (
  waiters: ReadonlyMap<string, ReadonlySet<Waiter>>,
  revisions: ReadonlyMap<string, number>,
): void => {
  for (const [stream, revision] of revisions) {
    for (const waiter of waiters.get(stream) ?? []) if (waiter.revision <= revision) waiter.done();
  }
};
