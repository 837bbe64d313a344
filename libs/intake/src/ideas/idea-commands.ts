/** The handler that decides and appends to ideas. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { idea, type Idea, type IdeaCommand } from './idea.ts';

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
