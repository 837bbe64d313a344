/**
 * How each event changes the pledge. Total: an event it does not know, or that comes where no decision would put it, never
 * makes it throw. It asks neither clock nor rule set: dates that follow from rules are in the events.
 */
import { laterDay } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import type { AppendedEvent } from '@pledgeline/event-sourcing';
import { promiseAfter } from './accountability/base.ts';
import { folds } from './chapters.ts';
import { withEntry } from './entered.ts';
import { lastWordAfter } from './last-word.ts';
import { withRoundedAmounts } from './rounded-amounts.ts';
import { lateEntryAfter } from './validity/late-entry.ts';
import type { Pledge } from './state.ts';

/** A map, because the store may hold events of a later version of this code; it has no fold for them. */
const changes: ReadonlyMap<string, Change> = new Map(Object.entries(folds) as [string, Change][]);

const DELIVERIES: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'FundsReceived',
  'CourseDelivered',
  'EquipmentDelivered',
  'PoliticalActRecorded',
  'UnitDeployed',
  'UnitRotated',
]);

type Change = (pledge: Pledge, data: unknown, event: AppendedEvent) => Pledge;

export const evolve = (pledge: Pledge, event: AppendedEvent): Pledge => {
  const change = changes.get(event.type);
  if (change === undefined) return pledge;
  const read = withRoundedAmounts(event);
  const changed = change(pledge, read.data, read);
  const { occurredOn } = event.metadata;
  const { status } = changed;
  const isNew = status !== null && !(status in changed.reachedOn);
  return {
    ...changed,
    reachedOn: isNew ? { ...changed.reachedOn, [status]: occurredOn } : changed.reachedOn,
    lastActivityOn: lastActivityAfter(pledge.lastActivityOn, event),
    lastWord: lastWordAfter(pledge.lastWord, event, pledge.memberState),
    amountsRounded: pledge.amountsRounded || read !== event,
    lateEntry: lateEntryAfter(pledge, changed, event),
    lastDeliveredOn: DELIVERIES.has(event.type)
      ? laterDay(pledge.lastDeliveredOn, occurredOn)
      : changed.lastDeliveredOn,
    promise: promiseAfter(pledge, changed, read),
    entered: withEntry(pledge.entered, event, event.metadata.role),
  };
};

/** The last day of activity, with one event more. */
const lastActivityAfter = (
  lastActivityOn: string | null,
  { type, metadata }: AppendedEvent,
): string | null => (NO_ACTIVITY.has(type) ? lastActivityOn : laterDay(lastActivityOn, metadata.occurredOn));

/** An event that the system writes by itself is no activity on the pledge. */
const NO_ACTIVITY: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'RenewalReminded',
  'PledgeLapsed',
  'MatchRefused',
  'CorrectionProposed',
  'EventCorrected',
  'CorrectionRejected',
  'ActRecorded',
  'ActProposed',
  'ActRejected',
  'AnnulmentProposed',
  'EventAnnulled',
  'AnnulmentRejected',
]);
