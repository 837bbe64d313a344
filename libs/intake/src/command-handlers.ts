/** The two kinds of streams this slice writes to, each with the one handler that decides and appends. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { pledge } from '@pledgeline/pledge';
import type { Pledge, PledgeCommand } from '@pledgeline/pledge';
import { conferenceRecord } from './conference.ts';
import type { ConferenceCommand, ConferenceRecord } from './conference.ts';

export type PledgeCommands = CommandHandler<Pledge, PledgeCommand>;
export const PLEDGE_COMMANDS = Symbol('PledgeCommands of intake');

export type ConferenceCommands = CommandHandler<ConferenceRecord, ConferenceCommand>;
export const CONFERENCE_COMMANDS = Symbol('ConferenceCommands');

export const pledgeCommands = (store: EventStore): PledgeCommands =>
  handleCommand({ store, decider: pledge, catalogue });

export const conferenceCommands = (store: EventStore): ConferenceCommands =>
  handleCommand({ store, decider: conferenceRecord, catalogue });

/** Answers with the pledge's own address. */
export const sendToPledge = async (
  send: PledgeCommands,
  { expectedRevision }: CommandContext,
  command: PledgeCommand,
): Promise<CommandAnswer> => {
  const { pledgeId } = command.data;
  const handled = await send(streamName('pledge', pledgeId), command, expectedRevision);
  return answerFor(handled, `/pledges/${pledgeId}`, command.type === 'AnnouncePledge');
};

export const sendToConference = async (
  send: ConferenceCommands,
  { expectedRevision }: CommandContext,
  command: ConferenceCommand,
): Promise<CommandAnswer> => {
  const { code } = command.data;
  const handled = await send(streamName('conference', code), command, expectedRevision);
  return answerFor(handled, `/conferences/${code}`, command.type === 'RegisterConference');
};
