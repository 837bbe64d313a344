/** What a pledge waits for although it rests: suspended, lapsed, or kept in part. */
import { addMonths } from '@pledgeline/contracts';
import { rules, suspendedNow } from '@pledgeline/pledge';
import type { RegisterRow } from '../register/register-row.ts';
import { closingOfTheRest, enoughFrom, shareOpen } from './closing-task.ts';
import { say, inTheirWords } from './sentence.ts';
import { obstacleTo, task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, isOver, underEachRuleSet, type Days } from './turning-days.ts';

const tasksAtRest = (row: RegisterRow, days: Days): readonly Task[] => [
  ...suspension(row),
  ...revival(row, days),
  ...rest(row, days),
];

export const rulesAtRest: TaskRules = {
  tasks: tasksAtRest,
  asksBodies: true,
  turns: (row) => {
    const { status, lapsedOn, validUntil } = row.pledge;
    if (status === 'PARTIALLY_FULFILLED') return enoughFrom(row).map(begins);
    if (status !== 'LAPSED' || lapsedOn === null || validUntil === null) return [];
    return [
      begins(lapsedOn),
      ...underEachRuleSet(({ revivalMonths }) => [isOver(addMonths(lapsedOn, revivalMonths))]),
    ];
  },
};

/** Nothing else is waited for until it goes on. */
const suspension = (row: RegisterRow): Task[] => {
  const { status, track } = row.pledge;
  const rests = status === 'DEPLOYED' || status === 'IN_PROGRESS' ? suspendedNow(row.pledge) : undefined;
  if (rests === undefined) return [];
  const { from, reason } = rests;
  return [
    task(row, 'SUSPENDED', 'ResumePledge', [say('RESUME', { since: from }), ...inTheirWords(reason)], {
      waitsFor: ['MS', track === 'CAPABILITY' ? 'MISSION' : 'IMPL'],
      since: from,
    }),
  ];
};

/** Until the last day on which the state may take it up again: PCRS page, section 5.4. */
const revival = (row: RegisterRow, days: Days): Task[] => {
  const { status, lapsedOn } = row.pledge;
  if (status !== 'LAPSED' || lapsedOn === null) return [];
  if (obstacleTo('RenewPledge', row.pledge, 'MS', days) !== undefined) return [];
  const due = addMonths(lapsedOn, rules.inForce(days.today).revivalMonths);
  const todo = say('REVIVE', { lapsedOn, until: due });
  return [task(row, 'REVIVAL_ENDS', 'RenewPledge', todo, { since: lapsedOn, due })];
};

/** What is still owed of a promise that was kept in part: accountability page, section 1. */
const rest = (row: RegisterRow, days: Days): Task[] => {
  if (row.pledge.status !== 'PARTIALLY_FULFILLED') return [];
  const closing = closingOfTheRest(row, days);
  if (closing.length > 0) return closing;
  const share = shareOpen(row, days);
  const todo = share === null ? say('DELIVER_REST') : say('DELIVER_SHARE', { share });
  return [
    task(row, 'REST_OPEN', ['ReportProgress', 'WithdrawPledge'], todo, {
      waitsFor: ['MS'],
    }),
  ];
};
