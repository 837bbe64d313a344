/**
 * How each event changes the pledge. Total: an event it does not know, or that comes where no decision would put it, never
 * makes it throw. It asks neither clock nor rule set: dates that follow from rules are in the events.
 */
import type { PledgeEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { splitEvolution } from './split/split.evolution.ts';
import { suspensionEvolution } from './suspension/suspension.evolution.ts';
import { reclassificationEvolution } from './reclassification/reclassification.evolution.ts';
import { progressEvolution } from './progress/progress.evolution.ts';
import { countingEvolution } from './counting/counting.evolution.ts';
import { amendmentEvolution } from './amendment/amendment.evolution.ts';
import { announcementEvolution } from './announcement/announcement.evolution.ts';
import { caveatEvolution } from './caveats/caveats.evolution.ts';
import { conditionEvolution } from './conditions/conditions.evolution.ts';
import { correctionEvolution } from './correction/correction.evolution.ts';
import { deliveryEvolution } from './delivery/delivery.evolution.ts';
import { deploymentEvolution } from './deployment/deployment.evolution.ts';
import { implementationEvolution } from './implementation/implementation.evolution.ts';
import { mergeEvolution } from './merge/merge.evolution.ts';
import { partnershipEvolution } from './partnership/partnership.evolution.ts';
import { performanceEvolution } from './performance/performance.evolution.ts';
import { readinessEvolution } from './readiness/readiness.evolution.ts';
import { registrationEvolution } from './registration/registration.evolution.ts';
import { selectionEvolution } from './selection/selection.evolution.ts';
import { validityEvolution } from './validity/validity.evolution.ts';
import type { Evolutions } from './evolution.ts';
import { laterDay } from './business-date.ts';
import { withEntry } from './entered.ts';
import { withRoundedAmounts } from './rounded-amounts.ts';
import { lateEntryAfter } from './validity/late-entry.ts';
import type { Pledge } from './state.ts';

const evolutions: Evolutions = {
  ...announcementEvolution,
  ...amendmentEvolution,
  ...countingEvolution,
  ...conditionEvolution,
  ...progressEvolution,
  ...reclassificationEvolution,
  ...suspensionEvolution,
  ...partnershipEvolution,
  ...mergeEvolution,
  ...splitEvolution,
  ...registrationEvolution,
  ...validityEvolution,
  ...readinessEvolution,
  ...selectionEvolution,
  ...caveatEvolution,
  ...deploymentEvolution,
  ...performanceEvolution,
  ...implementationEvolution,
  ...correctionEvolution,
  ...deliveryEvolution,
};

/** Looked up by what the store says: the type of an event of a later version of this code is simply not there. */
const changes: ReadonlyMap<string, Change> = new Map(Object.entries(evolutions) as [string, Change][]);

type Change = (pledge: Pledge, data: unknown, event: RecordedEvent) => Pledge;

export const evolve = (pledge: Pledge, event: RecordedEvent): Pledge => {
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
    lastHeardOn: heardWith(pledge.lastHeardOn, event),
    amountsRounded: pledge.amountsRounded || read !== event,
    lateEntry: lateEntryAfter(pledge, changed, event),
    entered: withEntry(pledge.entered, event, event.metadata.role),
  };
};

/** The last day on which anything was heard, with one event more. */
export const heardWith = (lastHeardOn: string | null, { type, metadata }: RecordedEvent): string | null =>
  NO_NEWS.has(type) ? lastHeardOn : laterDay(lastHeardOn, metadata.occurredOn);

/** What the system writes by itself tells nothing of the unit. */
const NO_NEWS: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'RenewalReminded',
  'PledgeLapsed',
  'MatchRefused',
  'CorrectionProposed',
  'EventCorrected',
  'CorrectionRejected',
]);
