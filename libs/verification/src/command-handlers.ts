/** The three kinds of streams this slice writes to, each with the one handler that decides and appends. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { pledge } from '@pledgeline/pledge';
import type { Pledge, PledgeCommand } from '@pledgeline/pledge';
import type { GapCommand } from './gap-commands.ts';
import { gap } from './gap.ts';
import type { Gap } from './gap.ts';
import type { VisitCommand } from './visit-commands.ts';
import { visit } from './visit.ts';
import type { Visit } from './visit.ts';

export type PledgeCommands = CommandHandler<Pledge, PledgeCommand>;
export type VisitCommands = CommandHandler<Visit, VisitCommand>;
export type GapCommands = CommandHandler<Gap, GapCommand>;

export const PLEDGE_COMMANDS = Symbol('PledgeCommands of verification');
export const VISIT_COMMANDS = Symbol('VisitCommands');
export const GAP_COMMANDS = Symbol('GapCommands');

export const pledgeCommands = (store: EventStore): PledgeCommands =>
  handleCommand({ store, decider: pledge, catalogue });

export const visitCommands = (store: EventStore): VisitCommands =>
  handleCommand({ store, decider: visit, catalogue });

export const gapCommands = (store: EventStore): GapCommands =>
  handleCommand({ store, decider: gap, catalogue });

/** Answers with the pledge's own address. */
export const sendToPledge = async (
  send: PledgeCommands,
  { expectedRevision }: CommandContext,
  command: PledgeCommand,
): Promise<CommandAnswer> => {
  const { pledgeId } = command.data;
  const handled = await send(streamName('pledge', pledgeId), command, expectedRevision);
  return answerFor(handled, `/pledges/${pledgeId}`);
};

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
