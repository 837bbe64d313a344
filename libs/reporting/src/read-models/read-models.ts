/**
 * The read models of this slice as controllers and the consumer see them: fed with batches, asked by name, rebuilt on demand.
 * What is asked is answered by a thread of its own, that reads what this one writes. Nothing is appended.
 */
import { catalogue } from '@pledgeline/contracts';
import type { QuestionRequest } from '@pledgeline/contracts';
import { correctedHistory, project } from '@pledgeline/event-sourcing';
import type {
  Answers,
  Clock,
  EventStore,
  OpenViews,
  PreparedAnswer,
  RecordedEvent,
} from '@pledgeline/event-sourcing';
import { dayOf, pledgesNamed } from '@pledgeline/pledge';
import { freshnessOf } from './freshness.projection.ts';
import { timesOf } from '../history/moment.ts';
import type { Moment } from '../history/moment.ts';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { GROUP, projections } from './projections.ts';
import { questions } from '../questions.ts';
import type { InputOf, QuestionName, QuestionTraits } from '../questions.ts';
import { isOfThePast } from './readings.ts';
import { rebuilder } from './rebuild.ts';
import type { Rebuilt, RebuildProgress } from './rebuild.ts';
import { seenAwaiter } from '../visibility/await-seen.ts';

/** Injection token for the read models of this process. */
export const READ_MODELS = Symbol('ReadModels');

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
   * Has a question answered at its moment. Waits until what the caller has written can be seen.
   * @throws {Rejected} NOT_YET_VISIBLE after 5 s, DATE_IN_FUTURE, and as the question is answered.
   * @throws {TooBusy} when too many wait for answers.
   */
  ask<Name extends QuestionName>(
    name: Name,
    input: InputOf<Name> & Moment,
    request: QuestionRequest,
  ): Promise<PreparedAnswer>;
  /** Ids of the pledges that bear a reference, now. */
  readonly named: (reference: string) => Promise<readonly string[]>;
  status(): Promise<ReadModelsStatus>;
  /** Asked while one is under way, it answers with that one. */
  rebuild(): Promise<Rebuilt>;
}

const TIMEOUT_MS = 5000;

export interface ReadModelsOptions {
  readonly store: EventStore;
  readonly openViews: OpenViews;
  readonly clock: Clock;
  readonly answers: Answers;
  /** How long a question waits for what it must have seen; 5 s when absent. */
  readonly timeoutMs?: number;
}

export const openReadModels = async (options: ReadModelsOptions): Promise<ReadModels> => {
  const { store, openViews, clock, answers, timeoutMs = TIMEOUT_MS } = options;
  const views = await openViews(GROUP);
  await views.define(projections);
  const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
  const awaitSeen = seenAwaiter({ projector, views, store, timeoutMs });
  const exclusively = oneAtATime();
  /** Of batches: an answer of this version is as good as a new one. */
  let version = 0;
  const apply = async (batch: readonly RecordedEvent[]): Promise<void> => {
    try {
      await projector.handle(batch);
    } finally {
      version += 1;
    }
  };

  const { rebuild, progress } = rebuilder({ store, views, openViews, handle: apply, exclusively });

  return {
    handle: (batch) => exclusively(() => apply(batch)),
    ask: async (name, { after, ...input }, { caller, asker }) => {
      const now = clock();
      const times = timesOf(input, now);
      if (after !== undefined) await awaitSeen(after, caller);
      const { cost, isOfTheLog }: QuestionTraits = questions[name];
      return answers.ask(
        {
          name,
          input,
          // Who it is makes no difference, in which role and for whom does.
          reader: { role: caller.role, state: caller.state },
          cost: isOfThePast(times) && isOfTheLog !== true ? 'PAST' : cost,
          about: isOfThePast(times) ? `${times.asOf} ${times.knownAt}` : null,
          version: isOfTheLog === true ? null : `${version} ${dayOf(now)}`,
          isExact: after !== undefined,
        },
        asker,
      );
    },
    named: pledgesNamed(views, PLEDGE_REGISTER),
    status: async () => {
      return { ...(await freshnessOf(views)), rebuild: progress() };
    },
    rebuild: () => rebuild().finally(() => (version += 1)),
  };
};
