/** What can be wished of a set of requirements. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, DataOf } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { requirementSet, type RequirementSet } from './requirement-set.ts';

export type PublishRequirementSet = Command<'PublishRequirementSet', DataOf<'RequirementSetPublished'>>;

export type RequirementCommands = CommandHandler<RequirementSet, PublishRequirementSet>;
export const REQUIREMENT_COMMANDS = Symbol('RequirementCommands');

export const requirementCommands = (store: EventStore): RequirementCommands =>
  handleCommand({ store, decider: requirementSet, catalogue });

export const sendToRequirementSet = async (
  send: RequirementCommands,
  { expectedRevision }: CommandContext,
  command: PublishRequirementSet,
): Promise<CommandAnswer> => {
  const { code, edition } = command.data;
  const handled = await send(streamName('requirements', code), command, expectedRevision);
  return answerFor(handled, `/requirement-sets/${code}/${edition}`, true);
};
