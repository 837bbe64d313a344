/** The handler that decides and appends to requirement sets. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { requirementSet, type PublishRequirementSet, type RequirementSet } from './requirement-set.ts';

export type RequirementCommands = CommandHandler<RequirementSet, PublishRequirementSet>;
export const REQUIREMENT_COMMANDS = Symbol('RequirementCommands');

export const requirementCommands = (store: EventStore): RequirementCommands =>
  handleCommand({ store, decider: requirementSet, catalogue, reads: readsByVisibility });

export const sendToRequirementSet = senderTo<PublishRequirementSet>({
  category: 'requirements',
  id: ({ code }) => code,
  path: ({ code, edition }) => `/requirement-sets/${code}/${edition}`,
  makes: 'PublishRequirementSet',
});
