/** Visits and gaps as this slice writes them; pledges have their own handler in their room. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
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

export const sendToVisit = async (
  send: VisitCommands,
  { expectedRevision }: CommandContext,
  command: VisitCommand,
): Promise<CommandAnswer> => {
  const { visitId } = command.data;
  const handled = await send(streamName('visit', visitId), command, expectedRevision);
  return answerFor(handled, `/visits/${visitId}`, command.type === 'ScheduleVisit');
};

export const sendToGap = async (
  send: GapCommands,
  { expectedRevision }: CommandContext,
  command: GapCommand,
): Promise<CommandAnswer> => {
  const { gapId } = command.data;
  const handled = await send(streamName('gap', gapId), command, expectedRevision);
  return answerFor(handled, `/gaps/${gapId}`, command.type === 'PublishGap');
};
