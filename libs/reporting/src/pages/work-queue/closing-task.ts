/** The decision to close a pledge, with what was computed for it: accountability page, section 1. */
import { deliveryOf, rules } from '@pledgeline/pledge';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { task, type Days, type Task } from './task.ts';

export const closingTask = (row: RegisterRow, { today }: Days): Task =>
  task(row, 'FULFILMENT_TO_DECIDE', 'FulfilPledge', todo(row, today));

/** Of a promise that was closed in part: none until enough has come to close it in full. */
export const closingOfTheRest = (row: RegisterRow, days: Days): Task[] => {
  const { share, keptFrom } = delivered(row, days.today);
  return share !== null && share >= keptFrom ? [closingTask(row, days)] : [];
};

/** Whole per cent; null where people judge. */
export const shareOpen = (row: RegisterRow, { today }: Days): number | null => {
  const { share } = delivered(row, today);
  return share === null ? null : 100 - share;
};

const delivered = ({ pledge }: RegisterRow, today: string) => {
  const { fulfilledFromShare: keptFrom } = rules.inForce(today);
  return { ...deliveryOf(pledge, today, keptFrom), keptFrom };
};

const todo = (row: RegisterRow, today: string): string => {
  const { share, keptFrom } = delivered(row, today);
  if (share === null) return 'Judge how much of the promise was kept, with a reason.';
  return share >= keptFrom
    ? `Close it in full: ${share} per cent of the promise was delivered.`
    : `${share} per cent of the promise was delivered: close it in part, or wait for the rest.`;
};
