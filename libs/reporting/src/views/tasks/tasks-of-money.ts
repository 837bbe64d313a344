/** What a pledge waits for because of its money: accountability page, section 2. */
import { addDays } from '@pledgeline/contracts';
import {
  isLate,
  isPaid,
  moneyValidUntil,
  pledgedMoney,
  rules,
  suspendedNow,
  trancheDue,
  tranchesOf,
  type MoneyLine,
} from '@pledgeline/pledge';
import { isOpen } from '../register/due-dates.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { rolesFor, task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, isOver, underEachRuleSet, type Days } from './turning-days.ts';

/** Of the state's own money: what others give is theirs to pay. */
const tasksOfMoney = (row: RegisterRow, days: Days): readonly Task[] => {
  const { pledge } = row;
  if (!isOpen(pledge) && pledge.status !== 'PARTIALLY_FULFILLED') return [];
  const lines = pledgedMoney(pledge).filter(({ funder }) => funder === null);
  return [
    // What was kept in part takes payments, and no amendment.
    ...(isOpen(pledge) ? lines.flatMap((line) => beyondPledged(row, line)) : []),
    ...(suspendedNow(row.pledge) === undefined
      ? lines.flatMap((line) => lateTranches(row, line, days.earliest))
      : []),
    ...validityEnds(row, lines, days),
  ];
};

export const rulesOfMoney: TaskRules = {
  tasks: tasksOfMoney,
  asksBodies: true,
  turns: ({ pledge }) => {
    const lines = pledgedMoney(pledge).filter(({ funder }) => funder === null);
    if (lines.length === 0) return [];
    const until = moneyValidUntil(pledge);
    return [
      ...lines.flatMap(tranchesOf).map((tranche) => isOver(trancheDue(tranche))),
      ...(until === null ? [] : [isOver(until), ...warnedOfMoney(until)]),
    ];
  },
};

const warnedOfMoney = (until: string) =>
  underEachRuleSet(({ moneyValidityWarningDays }) => [begins(until, -moneyValidityWarningDays)]);

const beyondPledged = (row: RegisterRow, { surplus, currency, confirmed, funding }: MoneyLine): Task[] => {
  if (surplus === 0) return [];
  const todo = say('AMEND_MONEY', { confirmed: confirmed ?? 0, currency, surplus });
  return [task(row, 'MONEY_TO_AMEND', 'AmendPledge', todo, { about: `${currency} ${funding ?? ''}`.trim() })];
};

/** The state pays, and the implementing body says that it came. */
const lateTranches = (row: RegisterRow, line: MoneyLine, earliestToday: string): Task[] =>
  tranchesOf(line)
    .filter((tranche) => isLate(tranche, earliestToday))
    .map((tranche) => {
      const { currency, funding } = line;
      const { year, amount, received } = tranche;
      const due = trancheDue(tranche);
      const todo = say('PAY_TRANCHE', { year, amount, currency, received });
      return task(row, 'TRANCHE_LATE', ['ReceiveFunds', 'AmendPledge', 'ReportProgress'], todo, {
        waitsFor: ['MS', ...rolesFor('ReceiveFunds', row.pledge)],
        since: addDays(due, 1),
        due,
        about: [year, currency, funding ?? ''].join(' ').trim(),
      });
    });

/** From the warning to the last day, or until all of it came; what is paid in full is still to be used by then. */
const validityEnds = (row: RegisterRow, lines: readonly MoneyLine[], { today, earliest }: Days): Task[] => {
  const due = moneyValidUntil(row.pledge);
  if (due === null || lines.length === 0) return [];
  const since = addDays(due, -rules.inForce(today).moneyValidityWarningDays);
  const isOver = due < earliest;
  if (today < since || (isOver && lines.every(isPaid))) return [];
  const todo = say(isOver ? 'SETTLE_MONEY' : 'USE_MONEY', { until: due });
  return [
    task(row, 'MONEY_VALIDITY_ENDS', ['AmendPledge', 'ReceiveFunds', 'ReportProgress'], todo, {
      waitsFor: ['MS', ...rolesFor('ReceiveFunds', row.pledge)],
      since,
      due,
    }),
  ];
};
