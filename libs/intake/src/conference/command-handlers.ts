/** Conferences as this slice writes them; pledges have their own handler in their room. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { conferenceRecord } from './conference.ts';
import type { ConferenceCommand, ConferenceRecord } from './conference.ts';

export type ConferenceCommands = CommandHandler<ConferenceRecord, ConferenceCommand>;
export const CONFERENCE_COMMANDS = Symbol('ConferenceCommands');

export const conferenceCommands = (store: EventStore): ConferenceCommands =>
  handleCommand({ store, decider: conferenceRecord, catalogue });

export const sendToConference = async (
  send: ConferenceCommands,
  { expectedRevision }: CommandContext,
  command: ConferenceCommand,
): Promise<CommandAnswer> => {
  const { code } = command.data;
  const handled = await send(streamName('conference', code), command, expectedRevision);
  return answerFor(handled, `/conferences/${code}`, command.type === 'RegisterConference');
};
