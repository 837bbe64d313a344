/** What a pledge waits for because its mission closes, or its host does not consent: accountability page, section 10. */
import type { Pledge, PledgeCommandType } from '@pledgeline/pledge';
import { missionsNamed } from '../register/missions-named.ts';
import { isOpen } from '../register/due-dates.ts';
import { commandLink, pledgeCommandLinks } from './command-links.ts';
import type { MissionStanding } from '../missions-known.ts';
import type { MissionsInDoubt } from './missions-in-doubt.ts';
import type { Around, TaskRules } from './task-rules.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { rolesFor, task, type Task } from './task.ts';
import type { Days } from './turning-days.ts';

/** Under whatever names the pledge has for it, a mission is told once. */
const tasksOfMissions = (row: RegisterRow, days: Days, { missions }: Around): readonly Task[] => {
  if (!isOpen(row.pledge) && row.pledge.status !== 'PARTIALLY_FULFILLED') return [];
  const named = missionsNamed(row.pledge).flatMap((name) => missions.get(name, days.today) ?? []);
  return [...new Map(named.map((mission) => [mission.code, mission])).values()].flatMap((mission) => [
    ...closing(row, mission, days, missions),
    ...withoutConsent(row, mission),
  ]);
};

export const rulesOfMissions: TaskRules = {
  tasks: tasksOfMissions,
  turns: ({ pledge }, { missions }) => missionsNamed(pledge).flatMap((name) => missions.turnsOf(name)),
};

/** The state says what becomes of it, and its desk asks or chooses another unit. */
const ANSWERS = ['AmendPledge', 'ReportProgress', 'DeclineSelection', 'RequestClarification'] as const;

/** FGS or PD for units of their kind, otherwise the desk. */
const deskOf = (pledge: Pledge): readonly string[] =>
  pledge.track === 'CAPABILITY' ? rolesFor('SelectUnit', pledge) : ['DESK'];

const closing = (
  row: RegisterRow,
  { code, closesOn, closureKnownOn }: MissionStanding,
  { today, earliest }: Days,
  missions: MissionsInDoubt,
): Task[] => {
  const { pledge } = row;
  if (closesOn === null) return [];
  const closure = { mission: code, on: closesOn };
  const isClosed = closesOn < earliest;
  return [
    task(
      row,
      'MISSION_CLOSES',
      [],
      isClosed ? say('SETTLE_CLOSED', closure) : say('SETTLE_CLOSURE', closure),
      {
        waitsFor: ['MS', ...deskOf(row.pledge)],
        since: closureKnownOn ?? row.statusSince,
        due: closesOn,
        about: code,
        next: [
          ...(pledge.delivered?.secondments ?? [])
            .filter(
              ({ endedOn, mission }) => endedOn === null && missions.get(mission ?? '', today)?.code === code,
            )
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
  const todo = say('HOLD_BACK', { mission: code });
  return [
    task(row, 'HOST_CONSENT_MISSING', ways, todo, {
      waitsFor: ['MS', 'SFGC', 'MISSION', ...deskOf(pledge)],
      since: mission.hostConsentSince ?? statusSince,
      about: code,
    }),
  ];
};
