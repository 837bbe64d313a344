/** The handler that decides and appends to gaps. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { gap, type Gap, type GapCommand } from './gap.ts';

export type GapCommands = CommandHandler<Gap, GapCommand>;
export const GAP_COMMANDS = Symbol('GapCommands');

export const gapCommands = (store: EventStore): GapCommands =>
  handleCommand({ store, decider: gap, catalogue, reads: readsByVisibility });

export const sendToGap = senderTo<GapCommand>({
  category: 'gap',
  id: ({ gapId }) => gapId,
  path: ({ gapId }) => `/gaps/${gapId}`,
  makes: 'PublishGap',
});
