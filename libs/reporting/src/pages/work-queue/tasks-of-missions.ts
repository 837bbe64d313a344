/** What a pledge waits for because its mission closes, or its host does not consent: accountability page, section 10. */
import type { Pledge, PledgeCommandType } from '@pledgeline/pledge';
import { missionsNamed } from '../../views/register/missions-named.ts';
import { isOpen } from '../../views/register/due-dates.ts';
import { commandLink, pledgeCommandLinks } from '../pledge/command-links.ts';
import type { MissionsKnown, MissionStanding } from '../../views/missions-known.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { rolesFor, task, type Days, type Task } from './task.ts';

/** The mission that a name means, where something is to be done about it. */
export interface MissionsInDoubt {
  get(written: string): MissionStanding | undefined;
}

export const missionsInDoubt = (known: MissionsKnown, day: string): MissionsInDoubt => {
  const standings = new Map<string, MissionStanding | undefined>();
  const inDoubt = (written: string): MissionStanding | undefined => {
    const code = known.codeOf(written);
    const standing = code === undefined ? undefined : known.standingOf(code, day);
    const isInDoubt = standing && (standing.closesOn !== null || standing.hostConsent === 'WITHDRAWN');
    return isInDoubt === true ? standing : undefined;
  };
  return {
    get: (written) => {
      if (!standings.has(written)) standings.set(written, inDoubt(written));
      return standings.get(written);
    },
  };
};

/** Under whatever names the pledge has for it, a mission is told once. */
export const tasksOfMissions = (row: RegisterRow, days: Days, missions: MissionsInDoubt): readonly Task[] => {
  if (!isOpen(row.pledge) && row.pledge.status !== 'PARTIALLY_FULFILLED') return [];
  const named = missionsNamed(row.pledge).flatMap((name) => missions.get(name) ?? []);
  return [...new Map(named.map((mission) => [mission.code, mission])).values()].flatMap((mission) => [
    ...closing(row, mission, days, missions),
    ...withoutConsent(row, mission),
  ]);
};

/** The state says what becomes of it, and its desk asks or chooses another unit. */
const ANSWERS = ['AmendPledge', 'ReportProgress', 'DeclineSelection', 'RequestClarification'] as const;

/** FGS or PD for units of their kind, otherwise the desk. */
const deskOf = (pledge: Pledge): readonly string[] =>
  pledge.track === 'CAPABILITY' ? rolesFor('SelectUnit', pledge) : ['DESK'];

const closing = (
  row: RegisterRow,
  { code, closesOn, closureKnownOn }: MissionStanding,
  { earliest }: Days,
  missions: MissionsInDoubt,
): Task[] => {
  const { pledge } = row;
  if (closesOn === null) return [];
  const closes = closesOn < earliest ? 'closed' : 'closes';
  return [
    task(
      row,
      'MISSION_CLOSES',
      [],
      `${code} ${closes} on ${closesOn}: say what becomes of what was promised for it.`,
      {
        waitsFor: ['MS', ...deskOf(row.pledge)],
        since: closureKnownOn ?? row.statusSince,
        due: closesOn,
        about: code,
        next: [
          ...(pledge.delivered?.secondments ?? [])
            .filter(({ endedOn, mission }) => endedOn === null && missions.get(mission ?? '')?.code === code)
            .map(({ secondmentId }) =>
              commandLink('EndSecondment', { pledgeId: pledge.pledgeId, secondmentId }),
            ),
          ...ANSWERS.flatMap((command) => pledgeCommandLinks(command, pledge)),
        ],
      },
    ),
  ];
};

/** What takes a unit out of a mission, status by status. */
const WAYS_OUT: Readonly<Partial<Record<string, readonly PledgeCommandType[]>>> = {
  MATCHED: ['ReleaseMatch'],
  SELECTED: ['DeclineSelection'],
  MOU_SIGNED: ['WithdrawPledge', 'RequestClarification'],
  READY: ['WithdrawPledge', 'RequestClarification'],
  DEPLOYED: ['RepatriateUnit'],
  PARTIALLY_FULFILLED: ['RepatriateUnit'],
};

const withoutConsent = (row: RegisterRow, mission: MissionStanding): Task[] => {
  const { code } = mission;
  const { pledge, statusSince } = row;
  const ways = WAYS_OUT[pledge.status ?? ''] ?? [];
  if (mission.hostConsent !== 'WITHDRAWN' || ways.length === 0) return [];
  const todo = `The host does not consent to ${code}: hold the unit back, or take it home.`;
  return [
    task(row, 'HOST_CONSENT_MISSING', ways, todo, {
      waitsFor: ['MS', 'SFGC', 'MISSION', ...deskOf(pledge)],
      since: mission.hostConsentSince ?? statusSince,
      about: code,
    }),
  ];
};
