/**
 * The read models of this slice as controllers and the consumer see them: fed with batches, asked at a moment the caller
 * names, rebuilt on demand. Everything is read from here and from the log; nothing is appended.
 */
import { catalogue } from '@pledgeline/contracts';
import { project, Rejected } from '@pledgeline/event-sourcing';
import type { EventStore, OpenViews, Projector, RecordedEvent, Views } from '@pledgeline/event-sourcing';
import { freshnessOf } from './freshness.projection.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { GROUP, projections } from './projections.ts';
import { rebuilder } from './rebuild.ts';
import type { Rebuilt, RebuildProgress } from './rebuild.ts';

/** Injection token for the read models of this process. */
export const READ_MODELS = Symbol('ReadModels');

/** What a query reads, and how old it is. */
export interface Reading {
  readonly views: Views;
  /** When the newest event in the read models was recorded; null while there is none. */
  readonly asOf: string | null;
}

export interface ReadModelsStatus {
  readonly asOf: string | null;
  /** Applied so far. */
  readonly events: number;
  /** The rebuild under way, or null. */
  readonly rebuild: RebuildProgress | null;
}

export interface ReadModels {
  /** Applies a batch of the log. */
  handle(batch: readonly RecordedEvent[]): Promise<void>;
  /**
   * Waits until what the caller has written can be seen.
   * @param after `<stream>@<revision>`, as every command answers it.
   * @throws {Rejected} NOT_YET_VISIBLE after 5 s.
   */
  reading(after?: string): Promise<Reading>;
  status(): Promise<ReadModelsStatus>;
  /** Asked while one is under way, it answers with that one. */
  rebuild(): Promise<Rebuilt>;
}

const PATIENCE_MS = 5000;

export interface ReadModelsOptions {
  readonly store: EventStore;
  readonly openViews: OpenViews;
  /** How long `reading` waits; 5 s when absent. */
  readonly patience?: number;
}

export const openReadModels = async (options: ReadModelsOptions): Promise<ReadModels> => {
  const { store, openViews, patience = PATIENCE_MS } = options;
  const views = await openViews(GROUP);
  await views.define(projections);
  const projector = project(views, projections, catalogue);
  const exclusively = oneAtATime();
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
    reading: async (after) => {
      if (after !== undefined) await seen(after, projector, patience);
      return { views, asOf: (await freshnessOf(views))?.asOf ?? null };
    },
    status: async () => {
      const fresh = await freshnessOf(views);
      return { asOf: fresh?.asOf ?? null, events: fresh?.events ?? 0, rebuild: progress() };
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
