/** What an event of a plan says, in one short line for people. */
import type { PledgeEvent } from '@pledgeline/contracts';
import { list, shortened, words } from './format-parts.ts';

type PlanEvent = Extract<
  PledgeEvent,
  { type: `Implementation${string}` | `Milestone${string}` | `Evidence${string}` }
>;

export const formatImplementation = (event: PlanEvent): string => {
  switch (event.type) {
    case 'ImplementationPlanned': {
      const { milestones, implementingBody } = event.data;
      const last = milestones.at(-1)?.dueOn ?? null;
      return list([`${milestones.length} milestones`, last && `the last by ${last}`, implementingBody]);
    }
    case 'MilestoneRevised': {
      const { after, reason } = event.data;
      return `"${shortened(after.text)}" by ${after.dueOn}: ${reason}`;
    }
    case 'ImplementationStarted':
      return `from ${event.data.startedOn}`;
    case 'MilestoneMet':
      return `on ${event.data.metOn}`;
    case 'EvidenceSubmitted':
      return list([words(event.data.kind), event.data.url]);
    case 'EvidenceVerified':
      return event.data.note ?? '';
    case 'EvidenceRejected':
      return event.data.reason;
  }
};
