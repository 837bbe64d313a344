/** What happened to this pledge? Its events as they were recorded, from the log itself, a page at a time. */
import { audienceOf, catalogue, dataAsTold, mayReadEvent, readsAll, streamName } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { Rejected, wholeStream } from '@pledgeline/event-sourcing';
import type { EventMetadata, EventReader, RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge as decider, concernedIn } from '@pledgeline/pledge';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../answers/cursor.ts';
import type { Page, PageOptions } from '../answers/cursor.ts';
import { hadHappened, isKnown, timesOf } from './moment.ts';
import type { Moment, Times } from './moment.ts';

/** Events as they were recorded: a correction stands beside what it corrects. */
export interface PledgeHistory extends Page<PastEvent>, Times {}

type ToldToAll = Pick<EventMetadata, 'role' | 'onBehalfOf' | 'occurredOn' | 'visibility' | 'ruleSet'>;

/**
 * Who acted, and by which request, is for readers of all: the names of persons are not for others. Nor is its place in the
 * log, which counts the events that a reader of a part may not see.
 */
export type PastEvent = Omit<RecordedEvent, 'metadata' | 'position'> & {
  readonly metadata: Partial<EventMetadata> & ToldToAll;
  readonly position?: string;
};

/**
 * Events the caller may not read, or that had not happened or were not known, are left out, so revisions may have gaps. Pages
 * are of what is left: neither how long they are nor where they end tells of the others.
 * @throws {Rejected} PLEDGE_NOT_FOUND
 */
export const pledgeHistory = async (
  store: Pick<EventReader, 'read'>,
  pledgeId: string,
  page: PageOptions & Moment,
  caller: Caller,
  now: string,
): Promise<PledgeHistory> => {
  const times = timesOf(page, now);
  const events = await wholeStream(store, streamName('pledge', pledgeId));
  const states = statesIn(events, pledgeId);
  const question = { history: pledgeId, ...times, cursor: page.cursor };
  const [last = -1] = placeOf(question, page, isRevision) ?? [];
  const limit = page.limit ?? DEFAULT_LIMIT;
  const found = events.filter(
    (event) =>
      event.revision > last &&
      isKnown(event, times) &&
      hadHappened(event, times) &&
      mayReadEvent(caller, event, states),
  );
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown.map((event) => asSeenBy(event, caller, states)),
    ...times,
    next: found.length > limit && end ? cursorFor(question, [end.revision]) : null,
  };
};

const asSeenBy = (event: RecordedEvent, caller: Caller, states: readonly string[]): PastEvent => {
  if (readsAll(caller)) return event;
  const { position: _, ...told } = event;
  const { role, onBehalfOf, occurredOn, visibility, ruleSet } = event.metadata;
  const metadata: ToldToAll = { role, onBehalfOf, occurredOn, visibility, ruleSet };
  return { ...told, data: dataAsTold(event, audienceOf(caller, states)), metadata };
};

/** The states that it concerns now. */
const statesIn = (events: readonly RecordedEvent[], pledgeId: string): readonly string[] => {
  if (events.length === 0)
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
  return concernedIn(catalogue.corrected(events).reduce(decider.evolve, decider.initialState()));
};

const isRevision = (place: readonly unknown[]): place is [number] =>
  place.length === 1 && Number.isSafeInteger(place[0]) && Number(place[0]) >= 0;
