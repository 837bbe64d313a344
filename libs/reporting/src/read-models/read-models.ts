/**
 * The read models of this slice as controllers and the consumer see them: fed with batches, asked at a moment the caller
 * names, rebuilt on demand. Everything is read from here and from the log; nothing is appended.
 */
import { catalogue } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { correctedHistory, project, Rejected } from '@pledgeline/event-sourcing';
import type {
  Clock,
  EventStore,
  OpenViews,
  Projector,
  RecordedEvent,
  Views,
} from '@pledgeline/event-sourcing';
import { freshnessOf } from './freshness.projection.ts';
import { dayOfQuestion, timesOf } from '../history/moment.ts';
import type { Moment, Times } from '../history/moment.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { askPasts } from '../history/pasts.ts';
import { GROUP, projections } from './projections.ts';
import { rebuilder } from './rebuild.ts';
import type { Rebuilt, RebuildProgress } from './rebuild.ts';
import { viewsSeenBy } from '../visibility/views-seen-by.ts';

/** Injection token for the read models of this process. */
export const READ_MODELS = Symbol('ReadModels');

/** Which times were used, and how far the answer goes: part of every answer. */
export interface AnsweredAt extends Times {
  /** When the newest event in the read models was recorded; null while there is none. */
  readonly recordedUpTo: string | null;
}

/** What a query reads, and when it is asked. */
export interface Reading {
  /** As the caller may see them. */
  readonly views: Views;
  readonly answeredAt: AnsweredAt;
  /** The day by which the query judges what is due or overdue: in a past, its last day. */
  readonly today: string;
  /** True when another time than now was asked for: nothing can be done in a past. */
  readonly isPast: boolean;
}

export interface ReadModelsStatus {
  readonly recordedUpTo: string | null;
  /** Applied so far. */
  readonly events: number;
  /** The rebuild under way, or null. */
  readonly rebuild: RebuildProgress | null;
}

export interface ReadModels {
  /** Applies a batch of the log. */
  handle(batch: readonly RecordedEvent[]): Promise<void>;
  /**
   * Answers a question of a caller at its moment; what it reads is there until it is answered. Waits until what the caller has written
   * can be seen.
   * @throws {Rejected} NOT_YET_VISIBLE after 5 s, DATE_IN_FUTURE.
   */
  ask<Answer>(
    moment: Moment,
    caller: Caller,
    question: (reading: Reading) => Promise<Answer>,
  ): Promise<Answer>;
  status(): Promise<ReadModelsStatus>;
  /** Asked while one is under way, it answers with that one. */
  rebuild(): Promise<Rebuilt>;
}

const PATIENCE_MS = 5000;

export interface ReadModelsOptions {
  readonly store: EventStore;
  readonly openViews: OpenViews;
  readonly clock: Clock;
  /** How long a question waits; 5 s when absent. */
  readonly patience?: number;
}

export const openReadModels = async (options: ReadModelsOptions): Promise<ReadModels> => {
  const { store, openViews, clock, patience = PATIENCE_MS } = options;
  const views = await openViews(GROUP);
  await views.define(projections);
  const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
  const exclusively = oneAtATime();
  const askPast = askPasts({ store, openViews, clock });
  const handle: ReadModels['handle'] = (batch) => exclusively(() => projector.handle(batch));

  const { rebuild, progress } = rebuilder({
    store,
    views,
    openViews,
    handle: (batch) => projector.handle(batch),
    exclusively,
  });

  return {
    handle,
    ask: async (moment, caller, question) => {
      const now = clock();
      const times = timesOf(moment, now);
      const isPast = times.asOf !== null || times.knownAt !== null;
      if (moment.after !== undefined) await seen(moment.after, projector, patience);
      const read = async (from: Views): Promise<Reading> => {
        const recordedUpTo = (await freshnessOf(from))?.recordedUpTo ?? null;
        return {
          views: viewsSeenBy(from, caller, views),
          answeredAt: { ...times, recordedUpTo },
          today: dayOfQuestion(times, now),
          isPast,
        };
      };
      if (!isPast) return question(await read(views));
      return askPast(times, async (past) => question(await read(past)));
    },
    status: async () => {
      const fresh = await freshnessOf(views);
      return { recordedUpTo: fresh?.recordedUpTo ?? null, events: fresh?.events ?? 0, rebuild: progress() };
    },
    rebuild,
  };
};

const seen = async (after: string, projector: Projector, patience: number): Promise<void> => {
  const at = after.lastIndexOf('@');
  const stream = after.slice(0, at);
  const revision = Number(after.slice(at + 1));
  if (await projector.waitFor(stream, revision, patience)) return;
  throw new Rejected(
    'conflict',
    'NOT_YET_VISIBLE',
    `${after} has not reached the read models yet: ask again.`,
    {
      field: 'after',
      after,
    },
  );
};
