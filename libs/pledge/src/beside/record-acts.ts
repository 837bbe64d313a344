/** The records that a role keeps, of which it may always say more: conferences, missions, requirements, registers, and files on pledges. */
import { OPEN_REGISTERS, type RegisterName, type Role } from '@pledgeline/contracts';
import { conflict } from '../refusal.ts';
import type { Acts } from './act.ts';

/** The roles that keep the list of conferences. */
export const CONFERENCE_KEEPERS: readonly Role[] = ['DESK'];
/** The roles that keep the register of missions. */
export const MISSION_KEEPERS: readonly Role[] = ['DESK', 'MISSION', 'SFGC'];
/** The roles that publish requirements. */
export const REQUIREMENT_PUBLISHERS: readonly Role[] = ['SFGC', 'FGS', 'PD', 'DESK'];
/** The role that keeps the registers. */
export const REGISTER_KEEPERS: readonly Role[] = ['DESK'];
/** The officers who keep the file on a pledge. */
export const FILE_KEEPERS: readonly Role[] = ['DESK', 'SFGC', 'FGS', 'PD', 'DOS'];

export const conferenceActs: Acts<object> = { ReviseConference: { roles: CONFERENCE_KEEPERS } };

export const missionActs: Acts<object> = {
  AddMissionAlias: { roles: MISSION_KEEPERS },
  ScheduleMissionClosure: { roles: MISSION_KEEPERS },
  ChangeHostConsent: { roles: MISSION_KEEPERS },
};

/** A new edition. */
export const requirementActs: Acts<object> = { PublishRequirementSet: { roles: REQUIREMENT_PUBLISHERS } };

export const fileActs: Acts<object> = {
  AddNote: { roles: FILE_KEEPERS },
  AssignPledge: { roles: FILE_KEEPERS },
};

/** @throws {Rejected} REGISTER_CLOSED */
export const mustTakeNew = (register: RegisterName): void => {
  if (OPEN_REGISTERS.includes(register)) return;
  throw conflict(
    'REGISTER_CLOSED',
    `What ${register} lists is part of the program. Add another name to one of them.`,
    { field: 'register', allowed: OPEN_REGISTERS },
  );
};

export const registerActs: Acts<{ readonly register: RegisterName }> = {
  AddName: { roles: REGISTER_KEEPERS, mustStand: ({ register }) => mustTakeNew(register) },
};
