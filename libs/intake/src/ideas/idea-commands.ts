/** What can be wished of an idea. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
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
  handleCommand({ store, decider: idea, catalogue, reads: readsByVisibility });

export const sendToIdea = senderTo<IdeaCommand>({
  category: 'idea',
  id: ({ ideaId }) => ideaId,
  path: ({ ideaId }) => `/ideas/${ideaId}`,
  makes: 'RaiseIdea',
});
