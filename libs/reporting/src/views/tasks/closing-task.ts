/** The decision to close a pledge, with what was computed for it: accountability page, section 1. */
import { addDays } from '@pledgeline/contracts';
import { deliveryOf, rules } from '@pledgeline/pledge';
import type { RegisterRow } from '../register/register-row.ts';
import { say, type Sentence } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { Days } from './turning-days.ts';

export const closingTask = (row: RegisterRow, { today }: Days): Task =>
  task(row, 'FULFILMENT_TO_DECIDE', 'FulfilPledge', todo(row, today));

/** Of a promise that was closed in part: none until enough has come to close it in full. */
export const closingOfTheRest = (row: RegisterRow, days: Days): Task[] => {
  const { share, keptFrom } = delivered(row, days.today);
  return share !== null && share >= keptFrom ? [closingTask(row, days)] : [];
};

/** The day from which enough has come, where it comes with time: months in a mission or in a post add up. None where it does not. */
export const enoughFrom = ({ pledge }: RegisterRow): readonly string[] => {
  const { fulfilledFromShare } = rules.all[0] ?? rules.inForce('');
  const isEnough = (day: string): boolean =>
    (deliveryOf(pledge, day, fulfilledFromShare).share ?? 0) >= fulfilledFromShare;
  const begun = [
    ...pledge.fielded.map(({ deployedOn }) => deployedOn),
    ...(pledge.delivered?.secondments ?? []).map(({ from }) => from),
  ].toSorted()[0];
  if (begun === undefined || isEnough(begun)) return [];
  let [before, after] = [0, MOST_DAYS];
  if (!isEnough(addDays(begun, after))) return [];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (isEnough(addDays(begun, between))) after = between;
    else before = between;
  }
  return [addDays(begun, after)];
};

/** Nobody promises longer: 30 years. */
const MOST_DAYS = 10_957;

/** Whole per cent; null where people judge. */
export const shareOpen = (row: RegisterRow, { today }: Days): number | null => {
  const { share } = delivered(row, today);
  return share === null ? null : 100 - share;
};

const delivered = ({ pledge }: RegisterRow, today: string) => {
  const { fulfilledFromShare: keptFrom } = rules.inForce(today);
  return { ...deliveryOf(pledge, today, keptFrom), keptFrom };
};

const todo = (row: RegisterRow, today: string): Sentence => {
  const { share, keptFrom } = delivered(row, today);
  if (share === null) return say('JUDGE');
  return share >= keptFrom ? say('CLOSE_IN_FULL', { share }) : say('CLOSE_IN_PART', { share });
};
