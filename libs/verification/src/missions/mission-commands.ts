/** The handler that decides and appends to missions. */
import { catalogue, readsByVisibility, senderTo } from '@pledgeline/contracts';
import { handleCommand } from '@pledgeline/event-sourcing';
import type { CommandHandler, EventStore } from '@pledgeline/event-sourcing';
import { mission, type Mission, type MissionCommand } from './mission.ts';

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
