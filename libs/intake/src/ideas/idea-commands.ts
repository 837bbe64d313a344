/** What can be wished of an idea. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, DataOf } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { idea, type Idea } from './idea.ts';

export type IdeaCommand =
  | Command<'RaiseIdea', DataOf<'PledgeIdeaRaised'>>
  | Command<'LogContact', DataOf<'ContactLogged'>>
  | Command<'TakeUpIdea', DataOf<'PledgeIdeaTakenUp'>>
  | Command<'DropIdea', DataOf<'PledgeIdeaDropped'>>;

export type IdeaCommands = CommandHandler<Idea, IdeaCommand>;
export const IDEA_COMMANDS = Symbol('IdeaCommands');

export const ideaCommands = (store: EventStore): IdeaCommands =>
  handleCommand({ store, decider: idea, catalogue });

export const sendToIdea = async (
  send: IdeaCommands,
  { expectedRevision }: CommandContext,
  command: IdeaCommand,
): Promise<CommandAnswer> => {
  const { ideaId } = command.data;
  const handled = await send(streamName('idea', ideaId), command, expectedRevision);
  return answerFor(handled, `/ideas/${ideaId}`, command.type === 'RaiseIdea');
};
