/** What can be wished of a set of requirements. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { requirementSet, type RequirementSet } from './requirement-set.ts';

export type PublishRequirementSet = Command<'PublishRequirementSet', DataOf<'RequirementSetPublished'>>;

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
