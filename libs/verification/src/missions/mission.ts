/**
 * A mission in the register: how it is named, when it closes, and whether its host consents. Missions that everybody knows of need not
 * be registered first. Accountability page, section 10.
 */
import {
  hostSaidBy,
  impossible,
  missionClosesOn,
  memberState,
  mission as known,
  mustBeSentBy,
  resolveMission,
  unknownState,
} from '@pledgeline/contracts';
import type { DataOf, MissionEvent, Named } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Command, Decider } from '@pledgeline/event-sourcing';
import { MISSION_KEEPERS } from '@pledgeline/pledge';

export type MissionCommand =
  | Command<'RegisterMission', DataOf<'MissionRegistered'>>
  | Command<'AddMissionAlias', DataOf<'MissionAliasAdded'>>
  | Command<'ScheduleMissionClosure', DataOf<'MissionClosureScheduled'>>
  | Command<'ChangeHostConsent', DataOf<'HostConsentChanged'>>;

/** What events say; the rest is in the reference data. */
export interface Mission {
  /** Null before the desk registered it. */
  readonly names: Named | null;
  readonly aliases: readonly string[];
  /** Null where no event says so. */
  readonly closesOn: string | null;
  /** In the order in which they were recorded. */
  readonly consents: readonly Pick<DataOf<'HostConsentChanged'>, 'consent' | 'changedOn'>[];
}

const UNKNOWN: Mission = { names: null, aliases: [], closesOn: null, consents: [] };

const evolve = (mission: Mission, event: AppendedEvent): Mission => {
  const { type, data } = event as AppendedEvent & MissionEvent;
  switch (type) {
    case 'MissionRegistered':
      return { ...mission, names: data, aliases: [...mission.aliases, ...data.aliases] };
    case 'MissionAliasAdded':
      return { ...mission, aliases: [...mission.aliases, data.alias] };
    case 'MissionClosureScheduled':
      return { ...mission, closesOn: data.closesOn };
    case 'HostConsentChanged':
      return { ...mission, consents: [...mission.consents, data] };
    default:
      return mission;
  }
};

const mustBeKnown = (code: string, { names }: Mission): void => {
  if (names !== null || known(code) !== undefined) return;
  throw new Rejected('missing', 'MISSION_NOT_FOUND', `There is no mission ${code}.`, { field: 'mission' });
};

const register = (data: DataOf<'MissionRegistered'>, { names }: Mission): readonly MissionEvent[] => {
  if (names !== null) {
    throw new Rejected('conflict', 'MISSION_EXISTS', `${data.code} is registered already.`, {
      field: 'code',
    });
  }
  for (const state of data.hostStates) {
    if (memberState(state) === undefined) throw unknownState('hostStates', state);
  }
  mustBeFree(data.code, data.code, 'code');
  mustBeFree(data.name, data.code, 'name');
  for (const alias of data.aliases) mustBeFree(alias, data.code, 'aliases');
  return [{ type: 'MissionRegistered', data }];
};

/** Said twice, done once. */
const addAlias = (data: DataOf<'MissionAliasAdded'>, mission: Mission): readonly MissionEvent[] => {
  mustBeKnown(data.code, mission);
  mustBeFree(data.alias, data.code, 'alias');
  const means = resolveMission(data.alias, [{ code: data.code, name: data.code, aliases: mission.aliases }]);
  return means === data.code ? [] : [{ type: 'MissionAliasAdded', data }];
};

const mustBeFree = (alias: string, code: string, field: string): void => {
  const other = resolveMission(alias);
  if (other === undefined || other === code) return;
  throw aliasTaken(field, alias, other, code);
};

/** ALIAS_TAKEN, with the mission that bears the name and the one that was to bear it. */
export const aliasTaken = (field: string, alias: string, other: string, wanted: string): Rejected => {
  const message = `"${alias}" means ${other} already. It cannot mean ${wanted} too.`;
  return new Rejected('conflict', 'ALIAS_TAKEN', message, { field, other, wanted });
};

export const mission: Decider<Mission, MissionCommand, MissionEvent> = {
  initialState: () => UNKNOWN,
  evolve,
  decide: (command, state) => {
    mustBeSentBy(command, MISSION_KEEPERS);
    switch (command.type) {
      case 'RegisterMission':
        return register(command.data, state);
      case 'AddMissionAlias':
        return addAlias(command.data, state);
      case 'ScheduleMissionClosure': {
        const { data } = command;
        mustBeKnown(data.code, state);
        return missionClosesOn(data.code, state.closesOn) === data.closesOn
          ? []
          : [{ type: 'MissionClosureScheduled', data }];
      }
      case 'ChangeHostConsent': {
        const { data } = command;
        mustBeKnown(data.code, state);
        const before = hostSaidBy(data.changedOn, state.consents)?.consent ?? 'GIVEN';
        return before === data.consent ? [] : [{ type: 'HostConsentChanged', data }];
      }
      default:
        return impossible(command);
    }
  },
};
