/** What happened to this pledge? Its events as they were recorded, from the log itself, a page at a time. */
import {
  audienceOf,
  catalogue,
  redactedFor,
  mayReadEvent,
  readsAll,
  streamName,
  type Caller,
  type DataOf,
} from '@pledgeline/contracts';
import {
  Rejected,
  wholeStream,
  type EventMetadata,
  type EventReader,
  type RecordedEvent,
  type Visibility,
} from '@pledgeline/event-sourcing';
import { pledge as decider, concernedIn } from '@pledgeline/pledge';
import { cursorFor, DEFAULT_LIMIT, placeOf, type PageOptions } from '../../answers/cursor.ts';
import { isKnown, isOfThatDay, asOfIn, type AsOfQuery } from '../../answers/as-of.ts';
import type { Question } from '../../read-models/question.ts';
import type { FieldCorrected, PastEvent, PledgeHistory } from './pledge-history.schema.ts';

type ToldToAll = Pick<EventMetadata, 'role' | 'onBehalfOf' | 'occurredOn' | 'visibility' | 'ruleSet'>;

/**
 * Events the caller may not read, or that had not happened or were not known, are left out, so revisions may have gaps. Pages
 * are of what is left: neither how long they are nor where they end tells of the others.
 * @throws {Rejected} PLEDGE_NOT_FOUND
 */
export const pledgeHistory = async (
  store: Pick<EventReader, 'read'>,
  pledgeId: string,
  page: PageOptions & AsOfQuery,
  caller: Caller,
  now: string,
): Promise<PledgeHistory> => {
  const times = asOfIn(page, now);
  const events = await wholeStream(store, streamName('pledge', pledgeId));
  const states = statesIn(events, pledgeId);
  const question = { history: pledgeId, ...times, cursor: page.cursor };
  const [last = -1] = placeOf(question, page, isRevision) ?? [];
  const limit = page.limit ?? DEFAULT_LIMIT;
  const known = events.filter((event) => isKnown(event, times) && mayReadEvent(caller, event, states));
  // Corrected first: a corrected date decides whether the event had happened.
  const happened = new Set(
    catalogue
      .corrected(known)
      .filter((event) => isOfThatDay(event, times))
      .map((event) => event.id),
  );
  const corrections = correctionsIn(known, audienceOf(caller, states));
  const found = known.filter((event) => event.revision > last && happened.has(event.id));
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map((event) => ({
      ...asSeenBy(event, caller, states),
      corrections: corrections.get(event.id) ?? [],
    })),
    ...times,
    next: found.length > limit && end ? cursorFor(question, [end.revision]) : null,
  };
};

/** By the event that is corrected. A correction is as widely known as what it corrects. */
const correctionsIn = (
  known: readonly RecordedEvent[],
  audience: Visibility,
): ReadonlyMap<string, readonly FieldCorrected[]> => {
  const found = new Map<string, readonly FieldCorrected[]>();
  for (const event of known.filter((one) => catalogue.corrects(one))) {
    const { correctionId, corrects, changes, reason } = redactedFor(
      event,
      audience,
    ) as DataOf<'EventCorrected'>;
    const fields = changes.map((change) => ({
      ...{ correctionId, recordedAt: event.recordedAt, reason },
      ...{ field: change.field, old: change.old, new: change.new },
    }));
    found.set(corrects, [...(found.get(corrects) ?? []), ...fields]);
  }
  return found;
};

/**
 * Who acted, and by which request, is for readers of all: the names of persons are not for others. Nor is its place in the
 * log, which counts the events that a reader of a part may not see.
 */
const asSeenBy = (
  event: RecordedEvent,
  caller: Caller,
  states: readonly string[],
): Omit<PastEvent, 'corrections'> => {
  if (readsAll(caller)) return event;
  const { position: _, ...told } = event;
  const { role, onBehalfOf, occurredOn, visibility, ruleSet } = event.metadata;
  const metadata: ToldToAll = { role, onBehalfOf, occurredOn, visibility, ruleSet };
  return { ...told, data: redactedFor(event, audienceOf(caller, states)), metadata };
};

/** The states that it concerns now. */
const statesIn = (events: readonly RecordedEvent[], pledgeId: string): readonly string[] => {
  if (events.length === 0)
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
  return concernedIn(catalogue.corrected(events).reduce(decider.evolve, decider.initialState()));
};

const isRevision = (place: readonly unknown[]): place is [number] =>
  place.length === 1 && Number.isSafeInteger(place[0]) && Number(place[0]) >= 0;

/** From the log itself, so that it is never behind. */
export const getPledgeHistory: Question<PageOptions & { readonly pledgeId: string }> = {
  name: 'getPledgeHistory',
  cost: 'ROW',
  isOfTheLog: true,
  answer: async ({ pledgeId, ...page }, caller, { store, now }) => ({
    content: await pledgeHistory(store, pledgeId, page, caller, now),
  }),
};
