/** The handler that decides and appends to needs. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { need, type Need, type NeedCommand } from './need.ts';

export type NeedCommands = CommandHandler<Need, NeedCommand>;
export const NEED_COMMANDS = Symbol('NeedCommands');

export const needCommands = (store: EventStore): NeedCommands =>
  handleCommand({ store, decider: need, catalogue, reads: readsByVisibility });

export const sendToNeed = senderTo<NeedCommand>({
  category: 'need',
  id: ({ needId }) => needId,
  path: ({ needId }) => `/needs/${needId}`,
  makes: 'PublishNeed',
});
