/** What doors ask the register of missions: which one a name means, and how it stands on a day. */
import {
  dayOf,
  hostSaidBy,
  mission as known,
  missionClosesOn,
  resolveMission,
  streamName,
  unknownMission,
} from '@pledgeline/contracts';
import type { CommandContext, DataOf, Named } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import { MISSION_CODE } from './mission-code.ts';
import { aliasTaken } from './mission.ts';
import type { MissionCommands } from './mission-commands.ts';
import { missionNames } from './mission-names.projection.ts';

export interface MissionRegister {
  /** The code of the mission. @throws {Rejected} UNKNOWN_MISSION, naming the field. */
  named(field: string, written: string): Promise<string>;
  /** The code of the mission; undefined where it means none. */
  meaningOf(written: string): Promise<string | undefined>;
  /** Null where the register does not know the mission. */
  onDay(code: string, day: string): Promise<DataOf<'UnitSelected'>['onRecord']>;
}

/** @throws {Rejected} ALIAS_TAKEN where one of the names means another mission, also by what the desk has entered. */
export const mustMeanNoOther = async (
  register: MissionRegister,
  field: string,
  names: readonly string[],
  code: string,
): Promise<void> => {
  for (const name of names) {
    const other = await register.meaningOf(name);
    if (other !== undefined && other !== code) throw aliasTaken(field, name, other, code);
  }
};

export const MISSION_REGISTER = Symbol('MissionRegister');

export const missionRegister = (missions: MissionCommands, views: Pick<Views, 'find'>): MissionRegister => {
  const isRegistered = async (code: string): Promise<boolean> =>
    (await missions.load(streamName('mission', code))).state.names !== null;

  const entered = async (): Promise<readonly Named[]> =>
    (await views.find<Named>(missionNames.name)).map(({ row }) => row);

  return {
    meaningOf: async (written) => resolveMission(written) ?? resolveMission(written, await entered()),
    named: async (field, written) => {
      const code = resolveMission(written);
      if (code !== undefined) return code;
      const added = await entered();
      const meant = resolveMission(written, added) ?? written.trim().toUpperCase();
      if (added.some((one) => one.code === meant)) return meant;
      // The read model may be a moment behind.
      if (MISSION_CODE.test(meant) && (await isRegistered(meant))) return meant;
      throw unknownMission(field, written, added);
    },
    onDay: async (code, day) => {
      const { state } = await missions.load(streamName('mission', code));
      if (state.names === null && known(code) === undefined) return null;
      return {
        hostConsent: hostSaidBy(day, state.consents)?.consent ?? 'GIVEN',
        closesOn: missionClosesOn(code, state.closesOn),
      };
    },
  };
};

/** For an act in a mission, on its day; null where it is in none. */
export const onRecordFor = async (
  register: MissionRegister,
  { now }: CommandContext,
  mission: string | undefined,
  occurredOn: string | null | undefined,
): Promise<DataOf<'UnitSelected'>['onRecord']> =>
  mission === undefined ? null : register.onDay(mission, occurredOn ?? dayOf(now));

/** The mission that a path names. @throws {Rejected} MISSION_NOT_FOUND, with the nearest. */
export const missionOfPath = async (register: MissionRegister, written: string): Promise<string> => {
  try {
    return await register.named('mission', written);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    throw new Rejected('missing', 'MISSION_NOT_FOUND', `There is no mission ${written}.`, error.details);
  }
};
