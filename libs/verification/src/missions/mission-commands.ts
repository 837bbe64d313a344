/** What can be wished of a mission's calendar. */
import { answerFor, catalogue, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, DataOf } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { Command, CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { mission, type Mission } from './mission.ts';

export type MissionCommand =
  | Command<'RegisterMission', DataOf<'MissionRegistered'>>
  | Command<'ScheduleMissionClosure', DataOf<'MissionClosureScheduled'>>
  | Command<'ChangeHostConsent', DataOf<'HostConsentChanged'>>;

export type MissionCommands = CommandHandler<Mission, MissionCommand>;
export const MISSION_COMMANDS = Symbol('MissionCommands');

export const missionCommands = (store: EventStore): MissionCommands =>
  handleCommand({ store, decider: mission, catalogue });

export const sendToMission = async (
  send: MissionCommands,
  { expectedRevision }: CommandContext,
  command: MissionCommand,
): Promise<CommandAnswer> => {
  const { code } = command.data;
  const handled = await send(streamName('mission', code), command, expectedRevision);
  return answerFor(handled, `/missions/${code}`, command.type === 'RegisterMission');
};
