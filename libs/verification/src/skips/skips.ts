/** The events that one group of consumers does without, because it could not handle them. An operator's act, kept for good. */
import { mustBeSentBy } from '@pledgeline/contracts';
import type { DataOf, GroupEvent, Role } from '@pledgeline/contracts';
import { recordedTimeOf } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Command, Decider } from '@pledgeline/event-sourcing';

export type SkipEvent = Command<'SkipEvent', DataOf<'EventSkipped'>>;

export interface Skipped extends Omit<DataOf<'EventSkipped'>, 'group'> {
  readonly skippedBy: string;
  readonly skippedAt: string;
}

/** Oldest first. */
export type SkippedEvents = readonly Skipped[];

/** The roles that may skip an event: none that drives pledges. Design, section 5. */
export const OPERATORS: readonly Role[] = ['ADMIN'];

const evolve = (skipped: SkippedEvents, event: AppendedEvent): SkippedEvents => {
  const { data, metadata } = event as AppendedEvent & GroupEvent;
  const { group: _, ...named } = data;
  return [...skipped, { ...named, skippedBy: metadata.actor, skippedAt: recordedTimeOf(event) }];
};

export const skips: Decider<SkippedEvents, SkipEvent, GroupEvent> = {
  initialState: () => [],
  evolve,
  decide: (command, skipped) => {
    mustBeSentBy(command, OPERATORS);
    const { data } = command;
    if (skipped.some(({ eventId }) => eventId === data.eventId)) return [];
    return [{ type: 'EventSkipped', data }];
  },
};
