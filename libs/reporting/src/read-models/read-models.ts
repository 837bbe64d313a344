/**
 * The read models of this slice as controllers and the consumer see them: batches feed them, questions ask them, operators
 * rebuild them. A thread of its own answers questions; it reads what this one writes. Nothing is appended.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import {
  catalogue,
  dayOf,
  earliestToday,
  latestToday,
  skipsIn,
  type Caller,
  type QuestionRequest,
} from '@pledgeline/contracts';
import {
  correctedHistory,
  fillingFirst,
  forgetHalfFilled,
  project,
  type Answers,
  type Clock,
  type EventStore,
  type OpenViews,
  type PreparedAnswer,
  type RecordedEvent,
  type StreamedAnswer,
  type Views,
} from '@pledgeline/event-sourcing';
import { asOfIn, isOfThePast, type AsOfQuery } from '../answers/as-of.ts';
import { preferredFormat, type Format } from '../answers/format.request.ts';
import { visibleAwaiter } from '../visibility/await-visible.ts';
import type { AnyView } from '../visibility/view.ts';
import { visibleViews } from '../visibility/visible-views.ts';
import { freshnessOf } from './freshness.view.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { GROUP, projectionsOf } from './projections.ts';
import type { Export, Question } from './question.ts';
import { rebuilder, type Rebuilt, type RebuildProgress } from './rebuild.ts';

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
  /** Applies a batch of the log. Rows that begin with nothing are filled from the whole of it first, where it is long. */
  readonly handle: (batch: readonly RecordedEvent[]) => Promise<void>;
  /** Ends such a filling; the next start begins it again. */
  readonly stop: () => void;
  /**
   * Has a question answered as of the times it names. Waits until what the caller has written can be seen.
   * @throws {Rejected} NOT_YET_VISIBLE after 5 s, UNKNOWN_EVENT, DATE_IN_FUTURE, and as the question is answered.
   * @throws {TooBusy} when too many wait for answers.
   */
  ask<Input extends object>(
    question: Question<Input>,
    input: NoInfer<Input> & AsOfQuery,
    request: QuestionRequest,
  ): Promise<PreparedAnswer>;
  /**
   * Has what is too long to be held made while it is read.
   * @throws {Rejected} as it is answered.
   * @throws {TooBusy} while another one is made for the caller, or too many are.
   */
  stream<Input extends object>(
    exported: Export<Input>,
    input: NoInfer<Input>,
    request: QuestionRequest,
  ): Promise<StreamedAnswer>;
  /** The read models of now, as they are. */
  readonly present: Views;
  readonly status: () => Promise<ReadModelsStatus>;
  /** Joins the rebuild that is under way, if there is one. */
  rebuild(): Promise<Rebuilt>;
}

const TIMEOUT_MS = 5000;
const LONG_FROM = 500;
/** A fraction of a second's work. */
const STEP = 250;

export interface ReadModelsOptions {
  readonly definitions: readonly AnyView[];
  readonly store: EventStore;
  readonly openViews: OpenViews;
  readonly clock: Clock;
  readonly answers: Answers;
  /** How long a question waits for what it must have seen; 5 s when absent. */
  readonly timeoutMs?: number;
  /** How many events in the first batch say that the log is long; 500 when absent. */
  readonly longFrom?: number;
}

export const openReadModels = async (options: ReadModelsOptions): Promise<ReadModels> => {
  const {
    definitions,
    store,
    openViews,
    clock,
    answers,
    timeoutMs = TIMEOUT_MS,
    longFrom = LONG_FROM,
  } = options;
  const projections = projectionsOf(definitions);
  const views = await openViews(GROUP);
  await views.define(projections);
  await forgetHalfFilled(views);
  const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
  /** Counts changes of the rows: an answer of this version is as good as a new one. */
  let version = 0;
  const counted =
    <Given extends unknown[]>(change: (...given: Given) => Promise<void>) =>
    (...given: Given): Promise<void> =>
      change(...given).finally(() => (version += 1));
  const applyStep = counted(projector.handle);
  /** After an outage a fetch brings thousands of events: between two steps others are answered. */
  const apply = async (batch: readonly RecordedEvent[]): Promise<void> => {
    for (let at = 0; at < batch.length; at += STEP) {
      if (at > 0) await yieldToEventLoop();
      await applyStep(batch.slice(at, at + STEP));
    }
  };
  const { handle, stop } = fillingFirst({
    views,
    projector: {
      ...projector,
      handle: apply,
      fill: counted(projector.fill),
      followAll: counted(projector.followAll),
    },
    ...{ store, skips: skipsIn(store), group: GROUP, longFrom },
  });
  const show = visibleViews(definitions);
  const awaitVisible = visibleAwaiter({ projector, definitions, show, views, store, timeoutMs });
  const exclusively = oneAtATime();
  const { rebuild, progress } = rebuilder({
    store,
    views,
    projections,
    openViews,
    handle: apply,
    exclusively,
  });

  return {
    handle: (batch) => exclusively(() => handle(batch)),
    stop,
    ask: async ({ name, cost, isOfTheLog, isList }, { after, ...asked }, { caller, asker, headers }) => {
      const input = isList === true ? inForm(asked, headers?.accept) : asked;
      const now = clock();
      const asOf = asOfIn(input, now);
      if (after !== undefined) await awaitVisible(after, caller);
      return answers.ask(
        {
          name,
          input,
          reader: readerOf(caller),
          cost: isOfThePast(asOf) && isOfTheLog !== true ? 'PAST' : cost,
          about: isOfThePast(asOf) ? `${asOf.asOf} ${asOf.knownAt}` : null,
          version:
            isOfTheLog === true ? null : `${version} ${dayOf(now)} ${earliestToday(now)} ${latestToday(now)}`,
          isExact: after !== undefined,
        },
        asker,
      );
    },
    stream: ({ name }, input, { caller, asker }) =>
      answers.stream(
        {
          ...{ name, input, reader: readerOf(caller), version: null },
          cost: asker.hasSignedIn ? 'EXPORT' : 'OPEN_EXPORT',
        },
        asker,
      ),
    present: views,
    status: async () => {
      return { ...(await freshnessOf(views)), rebuild: await progress() };
    },
    rebuild: () => rebuild().finally(() => (version += 1)),
  };
};

/** The answer depends on the role and on whom the caller speaks for, not on the person. */
const readerOf = ({ role, state, body = null }: Caller) => ({ role, state, body });

/** In the form that the caller named, or else the one that he takes. */
const inForm = <Input extends object>(input: Input, accept: string | undefined): Input => {
  const { format = preferredFormat(accept) } = input as { readonly format?: Format };
  return { ...input, format };
};
