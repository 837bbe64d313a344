/** What happened to this pledge? Its events as they were recorded, from the log itself, a page at a time. */
import { audienceOf, dataAsTold, mayReadEvent, readsAll, streamName } from '@pledgeline/contracts';
import type { Caller, DataOf, PledgeEvent } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { EventMetadata, EventReader, RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge as decider, concernedIn } from '@pledgeline/pledge';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../answers/cursor.ts';
import type { Page, PageOptions } from '../answers/cursor.ts';
import { hadHappened, isKnown, timesOf } from './moment.ts';
import type { Moment, Times } from './moment.ts';

/** Events as they were recorded: a correction stands beside what it corrects. */
export interface PledgeHistory extends Page<PastEvent>, Times {}

type ToldToAll = Pick<EventMetadata, 'role' | 'onBehalfOf' | 'occurredOn' | 'visibility' | 'ruleSet'>;

/** Who acted, and by which request, is for readers of all: the names of persons are not for others. */
export type PastEvent = Omit<RecordedEvent, 'metadata'> & {
  readonly metadata: Partial<EventMetadata> & ToldToAll;
};

/**
 * Events the caller may not read, or that had not happened or were not known, are left out, so revisions may have gaps and a page fewer items than asked for.
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
  const stream = streamName('pledge', pledgeId);
  const states = await statesIn(store, stream, pledgeId);
  const question = { history: pledgeId, ...times, cursor: page.cursor };
  const [last = -1] = placeOf(question, page, isRevision) ?? [];
  const limit = page.limit ?? DEFAULT_LIMIT;
  const found = await store.read(stream, { from: last + 1, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return {
    items: shown
      .filter(
        (event) => isKnown(event, times) && hadHappened(event, times) && mayReadEvent(caller, event, states),
      )
      .map((event) => asSeenBy(event, caller, states)),
    ...times,
    next: found.length > limit && end ? cursorFor(question, [end.revision]) : null,
  };
};

const asSeenBy = (event: RecordedEvent, caller: Caller, states: readonly string[]): PastEvent => {
  if (readsAll(caller)) return event;
  const data = dataAsTold(event, audienceOf(caller, states));
  const { role, onBehalfOf, occurredOn, visibility, ruleSet } = event.metadata;
  const metadata: ToldToAll = { role, onBehalfOf, occurredOn, visibility, ruleSet };
  return { ...event, data, metadata };
};

/** The states that carry it now. */
const statesIn = async (
  store: Pick<EventReader, 'read'>,
  stream: string,
  pledgeId: string,
): Promise<readonly string[]> => {
  const [announced, ...later] = await store.read(stream);
  if (announced === undefined)
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
  const { memberState } = announced.data as DataOf<'PledgeAnnounced'>;
  const partners = later.filter(({ type }) => CARRIERS.has(type));
  return concernedIn(partners.reduce(decider.evolve, { ...decider.initialState(), memberState }));
};

/** Events that change who carries a pledge. */
const CARRIERS: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'PartnershipDeclared',
  'PartnerJoined',
  'PartnerLeft',
  'LeadNamed',
  'TurnsAgreed',
]);

const isRevision = (place: readonly unknown[]): place is [number] =>
  place.length === 1 && Number.isSafeInteger(place[0]) && Number(place[0]) >= 0;
