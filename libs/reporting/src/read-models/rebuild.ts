/**
 * Makes the read models again from the log, beside the old ones, and then puts right every row that differs. Readers never
 * see a row in the making, deliveries go on, and a crash leaves rows that are either the old or the new, so there is nothing
 * to repair. The last part, from the end of the log on, holds deliveries up.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { catalogue, skipsIn } from '@pledgeline/contracts';
import {
  backoff,
  correctedHistory,
  GaveUp,
  isOutage,
  project,
  refusalBehind,
  retries,
  streamByStream,
  wholeStreams,
  type AnyProjection,
  type EventStore,
  type FoundRow,
  type OpenViews,
  type Position,
  type RecordedEvent,
  type Views,
} from '@pledgeline/event-sourcing';
import { freshnessOf } from './freshness.view.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { GROUP } from './projections.ts';

export interface Rebuilder {
  /** Joins the rebuild that is under way, if there is one. */
  readonly rebuild: () => Promise<Rebuilt>;
  /** The rebuild under way, or null. */
  readonly progress: () => Promise<RebuildProgress | null>;
}

export interface Rebuilt {
  readonly events: number;
  readonly rows: number;
  /** Rows that differed from the log; 0 when the old read models were right. */
  readonly corrected: number;
}

export interface RebuildProgress {
  readonly events: number;
  /** Events in the old read models when it began: about as many have to be applied. */
  readonly of: number;
  /** Up to there the log was read; null where it is read stream by stream. */
  readonly position: Position | null;
  /** Of the last event of the log, of whomever; null when it is empty or did not answer. */
  readonly logEnd: Position | null;
}

type Reached = Omit<RebuildProgress, 'logEnd'>;

interface Options {
  readonly store: EventStore;
  readonly views: Views;
  readonly projections: readonly AnyProjection[];
  readonly openViews: OpenViews;
  /** Feeds `views`, without waiting for its turn. */
  readonly handle: (batch: readonly RecordedEvent[]) => Promise<void>;
  readonly exclusively: OneAtATime;
}

const PAGE = 2000;

/** A page that the store does not give is asked for again, for a minute: what was read before it is not read once more. */
const PATIENCE = { attempts: 12, delays: { firstDelayMs: 100, maxDelayMs: 10_000 } };

export const rebuilder = (options: Options): Rebuilder => {
  let fresh: Promise<Views> | undefined;
  let running: Promise<Rebuilt> | undefined;
  let reached: Reached | null = null;

  const run = async (): Promise<Rebuilt> => {
    const { events: of } = await freshnessOf(options.views);
    reached = { events: 0, of, position: null };
    const scratch = await (fresh ??= openScratch(options));
    await scratch.clear();
    try {
      return await rebuildInto(scratch, options, (now) => (reached = { ...now, of }));
    } finally {
      await scratch.clear();
    }
  };
  return {
    progress: async () => reached && { ...reached, logEnd: await endOf(options.store) },
    rebuild: () =>
      (running ??= run().finally(() => {
        running = undefined;
        reached = null;
      })),
  };
};

const endOf = async (store: EventStore): Promise<Position | null> => {
  try {
    return (await store.last()) ?? null;
  } catch (error) {
    if (isOutage(error)) return null;
    throw error;
  }
};

const openScratch = async ({ openViews, projections }: Options): Promise<Views> => {
  const scratch = await openViews(`${GROUP}-rebuild`);
  await scratch.define(projections.map(inScratch));
  return scratch;
};

/** Nothing is looked for in it but what rows follow from: rows with a value in a sparse column, and rows that followed. */
const inScratch = ({
  texts = [],
  sparse = [],
  isFollowed: _,
  counted: __,
  lists: ___,
  ...view
}: AnyProjection): AnyProjection => {
  const columns = Object.fromEntries(Object.entries(view.columns).filter(([name]) => !texts.includes(name)));
  const indexes = view.indexes ?? Object.keys(columns).map((column) => [column, 'key']);
  const isNeeded = ([first = '']: readonly string[]): boolean =>
    view.follow !== undefined || sparse.includes(first);
  return { ...view, columns, sparse, indexes: indexes.filter(isNeeded) };
};

const rebuildInto = async (
  scratch: Views,
  { store, views, projections, handle, exclusively }: Options,
  notify: (now: Omit<Reached, 'of'>) => void,
): Promise<Rebuilt> => {
  const builder = project(scratch, projections, catalogue, correctedHistory(store, catalogue));
  const skipped = await skipsIn(store).of(GROUP);
  // What is set aside here is told of by the group that feeds the read models.
  const whole = wholeStreams(store, () => undefined);
  let events = 0;
  let position: Position | null = null;
  /** The old read models get them too, so that both stand at the same event when they are compared. */
  const into = (feed: typeof builder.fill) => async (page: readonly RecordedEvent[]) => {
    const others = (await whole(page)).filter(({ id }) => !skipped.has(id));
    await handle(others);
    await feed(others);
    events += page.length;
    notify({ events, position });
  };
  const fill = into(builder.fill);
  let after: Position | undefined;
  const next = async (take: typeof fill): Promise<boolean> => {
    const page = await store.readAll({ after, limit: PAGE });
    position = page.at(-1)?.position ?? position;
    await take(page);
    after = position ?? after;
    return page.length > 0;
  };
  const inTurn: OneAtATime = (work) => patiently(() => exclusively(work));
  const { readStreams } = store;
  if (readStreams === undefined) {
    while (await inTurn(() => next(fill))) await yieldToEventLoop();
  } else {
    after = await patiently(() => store.last());
    await streamByStream({ readStreams, take: fill, inTurn });
  }
  await builder.followAll();
  const more = into(builder.handle);
  // Deliveries go on while the store is waited for.
  return inTurn(async () => {
    while (await next(more));
    return { events, ...(await correct(projections, views, scratch)) };
  });
};

/** Does it again while the store is away. @throws {StoreUnavailable} after a minute of that, and at once when the store refuses. */
const patiently = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const tries = retries({
    attempts: PATIENCE.attempts,
    isFailure: (error) => isOutage(error) && refusalBehind(error) === undefined,
    delayAfter: backoff(PATIENCE.delays),
  });
  try {
    return (await tries.untilDone(work, () => undefined)) as Result;
  } catch (error) {
    throw error instanceof GaveUp ? error.cause : error;
  }
};

const correct = async (
  projections: readonly AnyProjection[],
  views: Views,
  truth: Views,
): Promise<Pick<Rebuilt, 'rows' | 'corrected'>> => {
  let rows = 0;
  let corrected = 0;
  for (const { name } of projections) {
    for await (const { key, is, was } of sideBySide(truth.dump(name), views.dump(name))) {
      if (is !== undefined) rows += 1;
      if (JSON.stringify(is) === JSON.stringify(was)) continue;
      corrected += 1;
      await views.apply({ rows: [{ view: name, key, row: is ?? null }], revisions: new Map() });
    }
  }
  return { rows, corrected };
};

interface Pair {
  readonly key: string;
  readonly is: unknown;
  readonly was: unknown;
}

/** Two dumps in key order, row by row. */
async function* sideBySide(
  truth: AsyncIterable<FoundRow<unknown>>,
  old: AsyncIterable<FoundRow<unknown>>,
): AsyncGenerator<Pair> {
  const [left, right] = [truth[Symbol.asyncIterator](), old[Symbol.asyncIterator]()];
  let [is, was] = [await left.next(), await right.next()];
  while (!is.done || !was.done) {
    const isFirst = !is.done && (was.done || is.value.key <= was.value.key);
    const wasFirst = !was.done && (is.done || was.value.key <= is.value.key);
    const key = isFirst && !is.done ? is.value.key : was.done ? '' : was.value.key;
    yield {
      key,
      is: isFirst && !is.done ? is.value.row : undefined,
      was: wasFirst && !was.done ? was.value.row : undefined,
    };
    if (isFirst) is = await left.next();
    if (wasFirst) was = await right.next();
  }
}
