/** The handler that decides and appends to conferences. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { conferenceRecord } from './conference.ts';
import type { ConferenceCommand, ConferenceRecord } from './conference.ts';

export type ConferenceCommands = CommandHandler<ConferenceRecord, ConferenceCommand>;
export const CONFERENCE_COMMANDS = Symbol('ConferenceCommands');

export const conferenceCommands = (store: EventStore): ConferenceCommands =>
  handleCommand({ store, decider: conferenceRecord, catalogue, reads: readsByVisibility });

export const sendToConference = senderTo<ConferenceCommand>({
  category: 'conference',
  id: ({ code }) => code,
  path: ({ code }) => `/conferences/${code}`,
  makes: 'RegisterConference',
});
