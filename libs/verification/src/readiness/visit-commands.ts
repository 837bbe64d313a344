/** The handler that decides and appends to visits. */
import { catalogue, readsBySenders, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { visit, type Visit, type VisitCommand } from './visit.ts';

export type VisitCommands = CommandHandler<Visit, VisitCommand>;
export const VISIT_COMMANDS = Symbol('VisitCommands');

export const visitCommands = (store: EventStore): VisitCommands =>
  handleCommand({ store, decider: visit, catalogue, reads: readsBySenders(concernedIn) });

/** The state whose units are visited. */
const concernedIn = (known: Visit): readonly string[] =>
  known.status === 'NONE' ? [] : [known.plan.memberState];

export const sendToVisit = senderTo<VisitCommand>({
  category: 'visit',
  id: ({ visitId }) => visitId,
  path: ({ visitId }) => `/visits/${visitId}`,
  makes: 'ScheduleVisit',
});
