/** Visits and gaps as this slice writes them; pledges have their own handler in their room. */
import { catalogue, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import type { GapCommand } from './gaps/gap-commands.ts';
import { gap } from './gaps/gap.ts';
import type { Gap } from './gaps/gap.ts';
import type { VisitCommand } from './readiness/visit-commands.ts';
import { visit } from './readiness/visit.ts';
import type { Visit } from './readiness/visit.ts';

export type VisitCommands = CommandHandler<Visit, VisitCommand>;
export type GapCommands = CommandHandler<Gap, GapCommand>;

export const VISIT_COMMANDS = Symbol('VisitCommands');
export const GAP_COMMANDS = Symbol('GapCommands');

export const visitCommands = (store: EventStore): VisitCommands =>
  handleCommand({ store, decider: visit, catalogue });

export const gapCommands = (store: EventStore): GapCommands =>
  handleCommand({ store, decider: gap, catalogue });

export const sendToVisit = senderTo<VisitCommand>({
  category: 'visit',
  id: ({ visitId }) => visitId,
  path: ({ visitId }) => `/visits/${visitId}`,
  makes: 'ScheduleVisit',
});

export const sendToGap = senderTo<GapCommand>({
  category: 'gap',
  id: ({ gapId }) => gapId,
  path: ({ gapId }) => `/gaps/${gapId}`,
  makes: 'PublishGap',
});
