/** What a pledge waits for, from its events alone. */
import { missionCalendar, type MissionRow } from '../views/mission-calendar.view.ts';
import { pledgeRegister } from '../views/register/pledge-register.view.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import type { MissionsInDoubt } from '../pages/work-queue/tasks-of-missions.ts';
import { tasksOf } from '../pages/work-queue/tasks-of-pledge.ts';
import type { Task } from '../pages/work-queue/task.ts';
import { id, type Log } from './a-log.ts';

/** @param earliest the day where it ends last, which a task may be late by. */
export const tasksOn = (
  { events }: Log,
  pledge: string,
  today: string,
  earliest = today,
): readonly Task[] => {
  let row: RegisterRow | undefined;
  const missions = new Map<string, MissionRow>();
  for (const event of events) {
    if (event.stream === `pledge-${id(pledge)}`) row = pledgeRegister.projection.apply(row, event);
    if (!event.stream.startsWith('mission-')) continue;
    const { code } = event.data as { readonly code: string };
    const mission = missionCalendar.projection.apply(missions.get(code), event);
    if (mission !== undefined) missions.set(code, mission);
  }
  if (row === undefined) throw new Error(`There is no ${pledge}.`);
  return tasksOf(row, { today, earliest }, { visits: new Map(), missions: inDoubt(missions) });
};

const inDoubt = (missions: ReadonlyMap<string, MissionRow>): MissionsInDoubt =>
  new Map(
    [...missions].filter(([, { closesOn, hostConsent }]) => closesOn !== null || hostConsent === 'WITHDRAWN'),
  );
