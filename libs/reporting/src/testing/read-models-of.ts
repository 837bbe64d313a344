/** Real read models in memory, fed with a history. */
import { sqliteEventStore, sqliteViews } from '@pledgeline/adapters/sqlite';
import type { Caller, QuestionRequest } from '@pledgeline/contracts';
import type {
  Answering,
  AnsweringContext,
  Answers,
  EventStore,
  PreparedAnswer,
  RecordedEvent,
  Scratch,
  Views,
} from '@pledgeline/event-sourcing';
import type { WithProofs } from '@pledgeline/transparency';
import { openAnswering } from '../answering.ts';
import { GROUP } from '../read-models/projections.ts';
import { projections, views as definitions } from '../views.ts';
import { openReadModels, type ReadModels } from '../read-models/read-models.ts';
import { queryContexts, type QueryContexts } from '../read-models/query-contexts.ts';
import type { QueryContext } from '../answers/query-context.ts';

export interface OpenedReadModels {
  readonly readModels: ReadModels;
  /** Asks them in this thread, whatever is asked. */
  readonly contexts: QueryContexts;
  readonly store: EventStore;
  readonly views: Views;
  close(): Promise<void>;
}

/** The clock of the tests: later than every history in them. */
const NOW = '2026-11-23T09:00:00.000Z';

const open: OpenedReadModels[] = [];

export const openInMemory = async ({
  timeoutMs = 0,
  clock = (): string => NOW,
  /** What the read models are given instead of the store. */
  around = (kept: EventStore): EventStore => kept,
} = {}): Promise<OpenedReadModels> => {
  const files: Views[] = [];
  const openFile = (): Views => {
    const views = sqliteViews({ path: ':memory:' });
    files.push(views);
    return views;
  };
  const store = sqliteEventStore({ path: ':memory:', clock });
  const views = openFile();
  const openViews = (group: string): Promise<Views> => Promise.resolve(group === GROUP ? views : openFile());
  const context = { store: around(store), openViews, openScratch, clock };
  const readModels = await openReadModels({
    ...context,
    definitions,
    answers: answersIn(context),
    timeoutMs,
  });
  const close = async (): Promise<void> => {
    await store.close();
    for (const file of files) await file.close();
  };
  const opened = { readModels, contexts: queryContexts(definitions, views, context), store, views, close };
  open.push(opened);
  return opened;
};

const openScratch = (): Promise<Scratch> => {
  const views = sqliteViews({ path: ':memory:' });
  return Promise.resolve({ views, bytes: () => 0, remove: () => views.close() });
};

/** In this thread, each question by itself. */
export const answersIn = (context: Omit<AnsweringContext, 'openScratch'> & Partial<WithProofs>): Answers => {
  let answering: Promise<Answering> | undefined;
  // The read models must have been defined before.
  const open = (): Promise<Answering> =>
    (answering ??= openAnswering({ proofs: () => null, ...context, openScratch }));
  return {
    stream: async (question, { gone }) => (await open()).stream(question, gone),
    ask: async (question, { account, gone }) => {
      const opened = await open();
      const shared = await opened.answer(question, gone);
      const isHis = shared.otherwiseFor?.includes(account) === true;
      const {
        content,
        mediaType = 'application/json',
        fileName = null,
        headers = {},
      } = isHis ? await opened.answer({ ...question, person: account }, gone) : shared;
      const text =
        typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
      return {
        mediaType,
        body: Buffer.from(text),
        gzip: null,
        tag: '',
        fileName,
        headers,
        otherwiseFor: [],
        ageMs: 0,
      };
    },
  };
};

/** A request of this caller, who waits for his answer. */
export const askedBy = (caller: Caller): QuestionRequest => ({
  caller,
  asker: { account: caller.subject, hasSignedIn: true, gone: new AbortController().signal },
});

/** What was answered, read from its bytes. */
export const contentOf = ({ body }: PreparedAnswer): unknown => JSON.parse(Buffer.from(body).toString());

/** For `afterEach`. */
export const closeAll = async (): Promise<void> => {
  for (const opened of open.splice(0)) await opened.close();
};

const AUDITOR: Caller = { subject: 'an.auditor', role: 'AUDITOR', state: null };

/** @param caller who asks; an auditor, who reads everything, where nobody is named. */
export const contextOf = async (
  events: readonly RecordedEvent[],
  caller: Caller = AUDITOR,
): Promise<QueryContext> => {
  const { readModels, contexts } = await openInMemory();
  await readModels.handle(events);
  return contexts.ask({}, caller, (context) => Promise.resolve(context));
};

/** Into the log, one event at a time, in order. */
export const append = async (store: EventStore, events: readonly RecordedEvent[]): Promise<void> => {
  for (const { id, type, schemaVersion, data, metadata, stream, revision } of events) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    await store.append(stream, expected, [{ id, type, schemaVersion, data, metadata }]);
  }
};

/** Every row of every read model. */
export const dumpOf = async (views: Views): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for (const { name } of projections) {
    for await (const row of views.dump(name)) rows.push([name, row]);
  }
  return rows;
};
