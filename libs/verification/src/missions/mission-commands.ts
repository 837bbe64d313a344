/** What can be wished of a mission's calendar. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
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
  handleCommand({ store, decider: mission, catalogue, reads: readsByVisibility });

export const sendToMission = senderTo<MissionCommand>({
  category: 'mission',
  id: ({ code }) => code,
  path: ({ code }) => `/missions/${code}`,
  makes: 'RegisterMission',
});
