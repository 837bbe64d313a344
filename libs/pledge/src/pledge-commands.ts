/** The handler that decides and appends to pledges, as every service that may write to them makes it. */
import { catalogue, readsBySenders, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { concernedIn } from './partnership/partnership.state.ts';
import { pledge } from './pledge.ts';
import type { Pledge, PledgeCommand } from './state.ts';

export type PledgeCommands = CommandHandler<Pledge, PledgeCommand>;

/** Injection token for the pledge commands of a slice. */
export const PLEDGE_COMMANDS = Symbol('PledgeCommands');

export const pledgeCommands = (store: EventStore): PledgeCommands =>
  handleCommand({ store, decider: pledge, catalogue, reads: readsBySenders(concernedIn) });

/** Answers with the pledge's own address. */
export const sendToPledge = senderTo<PledgeCommand>({
  category: 'pledge',
  id: ({ pledgeId }) => pledgeId,
  path: ({ pledgeId }) => `/pledges/${pledgeId}`,
  makes: 'AnnouncePledge',
});
