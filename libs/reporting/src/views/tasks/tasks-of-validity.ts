/** What a promise that is no money waits for before its validity ends, such as posts that are there until a day: issue 15, point 4. */
import { addDays, laterDay } from '@pledgeline/contracts';
import { pledgedMoney, rules, suspendedNow, termsPromised } from '@pledgeline/pledge';
import { isOpen } from '../register/due-dates.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, underEachRuleSet, type Days } from './turning-days.ts';

/** From the warning until it is closed: what is over is still amended or reported on. Offers of units are renewed instead. */
const tasksOfValidity = (row: RegisterRow, { today, earliest }: Days): readonly Task[] => {
  const { pledge } = row;
  const due = termsPromised(pledge)?.validUntil ?? null;
  const isMoney = pledgedMoney(pledge).some(({ funder }) => funder === null);
  if (due === null || isMoney || pledge.track !== 'IMPLEMENTATION') return [];
  if (!isOpen(pledge) || suspendedNow(pledge) !== undefined) return [];
  const since = addDays(due, -rules.inForce(today).endWarningDays);
  if (today < since) return [];
  const todo = say(due < earliest ? 'SETTLE_PROMISE' : 'USE_PROMISE', { until: due });
  return [
    task(row, 'VALIDITY_ENDS', ['AmendPledge', 'ReportProgress'], todo, {
      since: laterDay(since, row.statusSince) ?? since,
      due,
    }),
  ];
};

export const rulesOfValidity: TaskRules = {
  tasks: tasksOfValidity,
  asksBodies: true,
  turns: ({ pledge }) => {
    const until = termsPromised(pledge)?.validUntil ?? null;
    if (until === null || pledge.track !== 'IMPLEMENTATION') return [];
    return underEachRuleSet(({ endWarningDays }) => [begins(until, -endWarningDays)]);
  },
};
