/** What a pledge waits for, from its events alone. */
import { missionCalendar, type MissionRow } from '../views/mission-calendar.view.ts';
import { missionsFrom } from '../views/missions-known.ts';
import { pledgeRegister } from '../views/register/pledge-register.view.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { missionsInDoubt } from '../views/tasks/missions-in-doubt.ts';
import { tasksOf } from '../views/tasks/tasks-of-pledge.ts';
import type { Task } from '../views/tasks/task.ts';
import { id, type Log } from './a-log.ts';

/** @param earliest the day where it ends last, which a task may be late by. */
export const tasksOn = (
  { events }: Log,
  pledge: string,
  today: string,
  earliest = today,
): readonly Task[] => {
  let row: RegisterRow | undefined;
  const entered = new Map<string, MissionRow>();
  for (const event of events) {
    if (event.stream === `pledge-${id(pledge)}`) row = pledgeRegister.projection.apply(row, event);
    if (!event.stream.startsWith('mission-')) continue;
    const { code } = event.data as { readonly code: string };
    const mission = missionCalendar.projection.apply(entered.get(code), event);
    if (mission !== undefined) entered.set(code, mission);
  }
  if (row === undefined) throw new Error(`There is no ${pledge}.`);
  const missions = missionsInDoubt(missionsFrom([...entered.values()]));
  return tasksOf(
    row,
    { today, earliest },
    {
      ...{ visits: new Map(), missions, mergers: new Map(), repeats: new Map(), answers: new Map() },
    },
  );
};
