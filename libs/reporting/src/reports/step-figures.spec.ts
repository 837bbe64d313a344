/** How fast and how slow a step was taken, by pledges that a person can count. */
import { aLog, desk, id } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { ageAndSteps } from './age-and-steps.report.ts';
import { madeReport } from './report.ts';

afterEach(closeAll);

/** Announced on 1 January, acknowledged so many days later; null where no source gives the day. */
const step = async (days: readonly (number | null)[]) => {
  const log = aLog();
  days.forEach((after, n) => {
    announce(log, `pledge ${n}`);
    const on = after === null ? null : `2026-01-${String(1 + after).padStart(2, '0')}`;
    log.add(`pledge ${n}`, 'PledgeAcknowledged', { pledgeId: id(`pledge ${n}`) }, { on });
  });
  const report = await madeReport(ageAndSteps, await contextOf(log.events), {}, desk, '2026-11-23T09:00:00Z');
  const figures = report.groups[0]?.figures ?? [];
  return ['', '_p10', '_p90', '_n'].map(
    (part) => figures.find(({ figure }) => figure === `days_ANNOUNCED_ACKNOWLEDGED${part}`)?.value,
  );
};

it.each<[readonly (number | null)[], readonly (number | null)[]]>([
  [
    [10, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [5.5, 1, 9, 10],
  ],
  [
    [20, 3, 3, 3, 3],
    [3, 3, 20, 5],
  ],
  // Of fewer than five no tenth is told.
  [
    [1, 2, 3, 10],
    [2.5, null, null, 4],
  ],
  [[7], [7, null, null, 1]],
  // A day that no source gives counts nowhere.
  [
    [1, 2, 3, 10, null],
    [2.5, null, null, 4],
  ],
  [[], [null, null, null, 0]],
])('of %j median, p10, p90 and n are %j', async (days, expected) => {
  expect(await step(days)).toEqual(expected);
});
