/** What a matched unit waits for, from its selection until the promise is kept. */
import { addDays, laterDay } from '@pledgeline/contracts';
import { rules } from '@pledgeline/pledge';
import { pledgeCommandLinks } from './command-links.ts';
import { promiseEnds } from '../register/due-dates.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { closingTask } from './closing-task.ts';
import { say } from './sentence.ts';
import { obstacleTo, rolesFor, task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, isOver, underEachRuleSet, type Days } from './turning-days.ts';

const tasksOfDeployment = (row: RegisterRow, days: Days): Task[] => {
  const { pledge } = row;
  switch (pledge.status) {
    case 'MATCHED': {
      const waitsFor = [...rolesFor('SelectUnit', pledge), ...rolesFor('ReleaseMatch', pledge)];
      const refused = obstacleTo('SelectUnit', pledge, 'FGS', days);
      const next = [
        ...(refused ? [] : pledgeCommandLinks('SelectUnit', pledge)),
        ...pledgeCommandLinks('ReleaseMatch', pledge),
      ];
      const todo = say('DECIDE_MATCH');
      return [
        task(row, 'MATCH_TO_DECIDE', 'SelectUnit', todo, {
          waitsFor,
          next,
          blockedBy: refused?.code ?? null,
        }),
      ];
    }
    case 'SELECTED':
      return [task(row, 'MOU_TO_SIGN', 'SignMou', say('SIGN_MOU'))];
    case 'MOU_SIGNED':
      return [task(row, 'PDV_TO_CONDUCT', 'ConductPdv', say('HOLD_PDV')), ...mouEnds(row, days)];
    case 'READY':
      return [
        task(row, 'DEPLOYMENT_TO_REPORT', 'DeployUnit', say('REPORT_DEPLOYMENT')),
        ...mouEnds(row, days),
      ];
    case 'REPATRIATED':
      return [closingTask(row, days)];
    case 'DEPLOYED': {
      const ends = promiseEnds(pledge);
      if (ends === null || days.earliest <= ends) return mouEnds(row, days);
      const todo = say('END_PROMISE');
      const next = [
        ...pledgeCommandLinks('RepatriateUnit', pledge),
        ...pledgeCommandLinks('FulfilPledge', pledge),
      ];
      const waitsFor = [...rolesFor('RepatriateUnit', pledge), ...rolesFor('FulfilPledge', pledge)];
      return [
        task(row, 'FULFILMENT_TO_DECIDE', 'FulfilPledge', todo, { waitsFor, since: ends, due: ends, next }),
      ];
    }
    default:
      return [];
  }
};

export const rulesOfDeployment: TaskRules = {
  tasks: tasksOfDeployment,
  turns: ({ pledge }) => {
    const { status, mou, visitsValidUntil } = pledge;
    if (status === 'MATCHED') {
      const ends = Object.values(visitsValidUntil).filter((end) => end !== null);
      return [...ends.map((end) => begins(end, 1)), ...underEachRuleSet(() => [])];
    }
    const isInForce = status === 'MOU_SIGNED' || status === 'READY' || status === 'DEPLOYED';
    if (!isInForce || mou === null) return [];
    return [isOver(mou.to), ...underEachRuleSet(({ endWarningDays }) => [begins(mou.to, -endWarningDays)])];
  },
};

/** Before the end it is amended, or the unit goes home. */
const mouEnds = (row: RegisterRow, { today }: Days): Task[] => {
  const due = row.pledge.mou?.to;
  if (due === undefined) return [];
  const since = addDays(due, -rules.inForce(today).endWarningDays);
  if (today < since) return [];
  const todo = say('END_MOU', { until: due });
  return [
    task(row, 'MOU_ENDS', ['AmendMou', 'RepatriateUnit'], todo, {
      since: laterDay(since, row.statusSince) ?? since,
      due,
    }),
  ];
};
