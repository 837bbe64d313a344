/** What happened to this pledge? Its events as they were recorded, from the log itself, a page at a time. */
import {
  audienceOf,
  catalogue,
  dayOf,
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
import { asList } from '../../read-models/as-list.ts';
import type { Question } from '../../read-models/question.ts';
import { pledgeHistory as historySchema } from './pledge-history.schema.ts';
import type { EventStruck, FieldCorrected, PastEvent, PledgeHistory } from './pledge-history.schema.ts';

type PublicMetadata = Pick<
  EventMetadata,
  'role' | 'onBehalfOf' | 'recordedFor' | 'occurredOn' | 'visibility' | 'ruleSet'
>;

/**
 * The history leaves out events that the caller may not read, and events that had not happened or were not known, so revisions may
 * have gaps. Pages are counted over the rest: neither their length nor their end reveals the others.
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
  const struck = annulmentsIn(events.filter((event) => isKnown(event, times)));
  const objections = objectionsIn(known);
  const found = known.filter((event) => event.revision > last && happened.has(event.id));
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map((event) => ({
      ...visibleTo(event, caller, states),
      corrections: corrections.get(event.id) ?? [],
      struck: struck.get(event.id) ?? null,
      objection: objections.get(event.id) ?? null,
    })),
    ...times,
    total: known.filter(({ id }) => happened.has(id)).length,
    next: found.length > limit && end ? cursorFor(question, [end.revision]) : null,
  };
};

/** Corrections by the event that they correct. A correction is for the same readers as that event. */
const correctionsIn = (
  known: readonly RecordedEvent[],
  audience: Visibility,
): ReadonlyMap<string, readonly FieldCorrected[]> => {
  const found = new Map<string, readonly FieldCorrected[]>();
  for (const event of known.filter(({ type }) => type === 'EventCorrected')) {
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
 * By the event that each strikes, for whoever may read that event: also for a state that reads it only because it was recorded for
 * that state.
 */
const annulmentsIn = (known: readonly RecordedEvent[]): ReadonlyMap<string, EventStruck> =>
  new Map(
    known
      .filter(({ type }) => type === 'EventAnnulled')
      .flatMap(({ data, recordedAt }) => {
        const { annulmentId, annuls, reason } = data as DataOf<'EventAnnulled'>;
        return annuls.map((id) => [id, { annulmentId, recordedAt, reason }] as const);
      }),
  );

/** By the event to which those object for whom it was recorded. An objection is for the same readers as the event. */
const objectionsIn = (known: readonly RecordedEvent[]): ReadonlyMap<string, PastEvent['objection']> =>
  new Map(
    known.flatMap(({ type, data, recordedAt }) => {
      if (type !== 'ActObjected') return [];
      const { events, reason, wholeAct } = data as DataOf<'ActObjected'>;
      return events.map((id) => [id, { objectedOn: dayOf(recordedAt), reason, wholeAct }] as const);
    }),
  );

/**
 * Readers of all see who acted, and by which request; others do not see the names of persons. Nor do they see the place in the
 * log, which counts the events that they may not read. What is shown of the metadata is named one by one: salts are for nobody.
 */
const visibleTo = (
  event: RecordedEvent,
  caller: Caller,
  states: readonly string[],
): Omit<PastEvent, 'corrections' | 'struck' | 'objection'> => {
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

/** The states that it concerns now. */
const statesIn = (events: readonly RecordedEvent[], pledgeId: string): readonly string[] => {
  if (events.length === 0)
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
  return concernedIn(catalogue.corrected(events).reduce(decider.evolve, decider.initialState()));
};

const isRevision = (place: readonly unknown[]): place is [number] =>
  place.length === 1 && Number.isSafeInteger(place[0]) && Number(place[0]) >= 0;

/** It reads the log itself, so that it is never behind. */
const asJson: Question<PageOptions & { readonly pledgeId: string }> = {
  name: 'getPledgeHistory',
  cost: 'ROW',
  isOfTheLog: true,
  answer: async ({ pledgeId, ...page }, caller, { store, now }) => ({
    content: await pledgeHistory(store, pledgeId, page, caller, now),
  }),
};

export const getPledgeHistory = asList(asJson, {
  name: 'history',
  schema: historySchema,
  inPath: ['pledgeId'],
});
