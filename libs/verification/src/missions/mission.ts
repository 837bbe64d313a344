/** A mission's calendar: when the mission closes, and whether its host still consents. Units tied to a mission depend on it. */
import { impossible, memberState, mustBeSentBy, unknownState } from '@pledgeline/contracts';
import type { DataOf, MissionEvent, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Command, Decider, RecordedEvent } from '@pledgeline/event-sourcing';

export type MissionCommand =
  | Command<'RegisterMission', DataOf<'MissionRegistered'>>
  | Command<'ScheduleMissionClosure', DataOf<'MissionClosureScheduled'>>
  | Command<'ChangeHostConsent', DataOf<'HostConsentChanged'>>;

/** Null before the mission was registered. */
export type Mission = {
  readonly record: DataOf<'MissionRegistered'>;
  readonly closesOn: string | null;
  readonly consent: DataOf<'HostConsentChanged'>['consent'];
} | null;

/** The roles that keep the list of missions. */
export const KEEPERS: readonly Role[] = ['DESK', 'MISSION', 'SFGC'];

const evolve = (mission: Mission, event: RecordedEvent): Mission => {
  const { type, data } = event as RecordedEvent & MissionEvent;
  if (type === 'MissionRegistered') return { record: data, closesOn: null, consent: 'GIVEN' };
  if (mission === null) return null;
  switch (type) {
    case 'MissionClosureScheduled':
      return { ...mission, closesOn: data.closesOn };
    case 'HostConsentChanged':
      return { ...mission, consent: data.consent };
    default:
      return mission;
  }
};

const mustBeKnown = (code: string, mission: Mission): NonNullable<Mission> => {
  if (mission !== null) return mission;
  throw new Rejected('missing', 'MISSION_NOT_FOUND', `There is no mission ${code}.`, { field: 'mission' });
};

const register = (data: DataOf<'MissionRegistered'>, mission: Mission): readonly MissionEvent[] => {
  if (mission !== null) {
    throw new Rejected('conflict', 'MISSION_EXISTS', `${data.code} is registered already.`, {
      field: 'code',
    });
  }
  for (const state of data.hostStates) {
    if (memberState(state) === undefined) throw unknownState('hostStates', state);
  }
  return [{ type: 'MissionRegistered', data }];
};

export const mission: Decider<Mission, MissionCommand, MissionEvent> = {
  initialState: () => null,
  evolve,
  decide: (command, state) => {
    mustBeSentBy(command, KEEPERS);
    switch (command.type) {
      case 'RegisterMission':
        return register(command.data, state);
      case 'ScheduleMissionClosure':
        return mustBeKnown(command.data.code, state).closesOn === command.data.closesOn
          ? []
          : [{ type: 'MissionClosureScheduled', data: command.data }];
      case 'ChangeHostConsent':
        return mustBeKnown(command.data.code, state).consent === command.data.consent
          ? []
          : [{ type: 'HostConsentChanged', data: command.data }];
      default:
        return impossible(command);
    }
  },
};
