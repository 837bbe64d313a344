/** What happened to this pledge? Its events as they were recorded, from the log itself, a page at a time. */
import {
  audienceOf,
  catalogue,
  redactedFor,
  mayReadEvent,
  readsAll,
  type Caller,
} from '@pledgeline/contracts';
import type { EventMetadata, RecordedEvent } from '@pledgeline/event-sourcing';
import { cursorFor, DEFAULT_LIMIT, placeOf, type PageOptions } from '../../answers/cursor.ts';
import { isKnown, isOfThatDay, asOfIn, type AsOf, type AsOfQuery } from '../../answers/as-of.ts';
import { eachOf, type OneOrMore } from '../../answers/one-or-more.ts';
import { asList } from '../../read-models/as-list.ts';
import type { KeptStreams } from '../../read-models/kept-streams.ts';
import type { Question } from '../../read-models/question.ts';
import { changesBy } from './changes-by-events.ts';
import { lifeOf, type Life } from './life.ts';
import { marksIn, type Marks } from './marks-of-events.ts';
import { pledgeHistory as historySchema } from './pledge-history.schema.ts';
import type { PastEvent, PledgeHistory } from './pledge-history.schema.ts';

type PublicMetadata = Pick<
  EventMetadata,
  'role' | 'onBehalfOf' | 'recordedFor' | 'occurredOn' | 'visibility' | 'ruleSet'
>;

export interface HistoryOptions extends PageOptions, AsOfQuery {
  /** `asc`, the oldest first, when absent. */
  readonly order?: (typeof HISTORY_ORDERS)[number] | undefined;
  /** Events of these types; of all when absent. */
  readonly type?: OneOrMore;
}

export const HISTORY_ORDERS = ['asc', 'desc'] as const;

const NEVER = new AbortController().signal;

/**
 * The history leaves out events that the caller may not read, and events that had not happened or were not known, so revisions may
 * have gaps. Pages are counted over the rest: neither their length nor their end reveals the others.
 * @throws {Rejected} PLEDGE_NOT_FOUND
 */
export const pledgeHistory = async (
  streams: KeptStreams,
  pledgeId: string,
  page: HistoryOptions,
  caller: Caller,
  now: string,
  signal: AbortSignal = NEVER,
): Promise<PledgeHistory> => {
  const times = asOfIn(page, now);
  const life = await lifeOf(streams, pledgeId, signal);
  const { order = 'asc', type } = page;
  const types = eachOf(type);
  const filters = {
    order: order === 'asc' ? undefined : order,
    type: types.length === 0 ? undefined : types,
  };
  const question = { history: pledgeId, ...times, ...filters, cursor: page.cursor };
  const [last] = placeOf(question, page, isRevision) ?? [];
  const limit = page.limit ?? DEFAULT_LIMIT;
  const { known, marks } = readableBy(caller, life, times);
  const listed = hadHappenedIn(known, times).filter(
    (event) => types.length === 0 || types.includes(event.type),
  );
  const inOrder = order === 'asc' ? listed : listed.toReversed();
  const begin = last === undefined ? 0 : placeAfter(inOrder, last, order);
  const shown = inOrder.slice(begin, begin + limit);
  const end = shown.at(-1);
  const changes = await changesBy(shown, life, caller);
  return {
    items: shown.map((event) => ({
      ...visibleTo(event, caller, life.concerned),
      ...marks(event),
      changes: changes.get(event.revision) ?? [],
    })),
    ...times,
    total: listed.length,
    next: begin + limit < inOrder.length && end ? cursorFor(question, [end.revision]) : null,
  };
};

interface Readable {
  readonly known: readonly RecordedEvent[];
  readonly marks: (event: RecordedEvent) => Marks;
}

/** Of all that is known now it is worked out once for all who read alike. */
const readableBy = (caller: Caller, life: Life, times: AsOf): Readable => {
  const { events, concerned, keptOfThese } = life;
  const readable = (): Readable => {
    const known = events.filter((event) => isKnown(event, times) && mayReadEvent(caller, event, concerned));
    return { known, marks: marksIn(known, life, times, caller) };
  };
  if (times.knownAt !== null) return readable();
  const kept = keptOfThese('readable', () => new Map<string, Readable>());
  const reader = JSON.stringify([caller.role, caller.state]);
  const found = kept.get(reader) ?? readable();
  kept.set(reader, found);
  for (const oldest of kept.keys()) if (kept.size > MOST_READERS) kept.delete(oldest);
  return found;
};

/** For whom what they read of one pledge is kept. */
const MOST_READERS = 16;

/** Corrected first: a corrected date decides whether the event had happened. */
const hadHappenedIn = (known: readonly RecordedEvent[], times: AsOf): readonly RecordedEvent[] => {
  if (times.asOf === null) return known;
  const happened = new Set(
    catalogue
      .corrected(known)
      .filter((event) => isOfThatDay(event, times))
      .map((event) => event.id),
  );
  return known.filter(({ id }) => happened.has(id));
};

/** Where the page goes on: behind this revision, whether an event of it is listed or not. */
const placeAfter = (
  inOrder: readonly RecordedEvent[],
  last: number,
  order: (typeof HISTORY_ORDERS)[number],
): number => {
  const at = inOrder.findIndex(({ revision }) => (order === 'asc' ? revision > last : revision < last));
  return at < 0 ? inOrder.length : at;
};

/**
 * Readers of all see who acted, and by which request; others do not see the names of persons. Nor do they see the place in the
 * log, which counts the events that they may not read. What is shown of the metadata is named one by one: salts are for nobody.
 */
const visibleTo = (
  event: RecordedEvent,
  caller: Caller,
  states: readonly string[],
): Omit<PastEvent, keyof Marks | 'changes'> => {
  const { role, onBehalfOf, recordedFor, occurredOn, visibility, ruleSet } = event.metadata;
  const metadata: PublicMetadata = {
    ...{ role, onBehalfOf, occurredOn, visibility, ruleSet },
    ...(recordedFor !== undefined && { recordedFor }),
  };
  if (readsAll(caller)) {
    const { actor, correlationId, causationId, commandId, bodyHash } = event.metadata;
    return { ...event, metadata: { ...metadata, actor, correlationId, causationId, commandId, bodyHash } };
  }
  const { position: _, ...visible } = event;
  return { ...visible, data: redactedFor(event, audienceOf(caller, states)), metadata };
};

const isRevision = (place: readonly unknown[]): place is [number] =>
  place.length === 1 && Number.isSafeInteger(place[0]) && Number(place[0]) >= 0;

/** It reads the log itself, so that it is never behind. */
const asJson: Question<HistoryOptions & { readonly pledgeId: string }> = {
  name: 'getPledgeHistory',
  cost: 'ROW',
  isOfTheLog: true,
  answer: async ({ pledgeId, ...page }, caller, { streams, now, signal }) => ({
    content: await pledgeHistory(streams, pledgeId, page, caller, now, signal),
  }),
};

export const getPledgeHistory = asList(asJson, {
  name: 'history',
  schema: historySchema,
  inPath: ['pledgeId'],
});
