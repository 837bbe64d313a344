/** A pledge that became several is found whole from either side, and counted once. */
import { conferenceAndItsCounts } from '../conferences/conferences-and-their-counts.ts';
import { pledgePage } from './pledge-page.ts';
import { progressReport } from '../../reports/progress/progress-report.ts';
import { aLog, desk, id } from '../../testing/a-log.ts';
import { withdraw } from '../../testing/a-pledge.ts';
import { splitInTwo } from '../../testing/a-split.ts';
import { registerConference } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const parted = async (conference: string | null = null) => {
  const log = aLog();
  if (conference !== null) registerConference(log, conference, { name: 'Seoul' });
  splitInTwo(log, conference);
  withdraw(log, 'first', '2026-03-01');
  return contextOf(log.events);
};

it('the page of the parent names its children, and theirs the parent', async () => {
  const context = await parted();
  const page = (name: string) => pledgePage(context, id(name), desk, '2026-03-01');
  expect(await page('one')).toMatchObject({
    status: 'SPLIT',
    parents: [],
    children: [
      { pledgeId: id('first'), status: 'WITHDRAWN', quantity: { max: 1 } },
      { pledgeId: id('rest'), status: 'REGISTERED', quantity: { max: 2 } },
    ],
  });
  expect(await page('rest')).toMatchObject({ description: 'The rest', parents: [{ status: 'SPLIT' }] });
});

it('progress counts one promise, each way it went, and what is still offered', async () => {
  const { overall } = await progressReport(await parted(), {}, '2026-03-01T12:00:00.000Z');
  expect(overall).toMatchObject({
    pledges: 1,
    states: 1,
    current: { SPLIT: 1, WITHDRAWN: 1, REGISTERED: 1 },
  });
  expect(overall.reached).toMatchObject({ ANNOUNCED: 1, REGISTERED: 1, WITHDRAWN: 1 });
  expect(overall.offered).toEqual({
    notStated: 0,
    overUsed: [],
    measures: [{ measure: 'units', pledges: 1, min: 2, max: 2 }],
  });
  const registered = overall.medianDays.find(({ to }) => to === 'ACKNOWLEDGED');
  expect(registered).toMatchObject({ counted: 0, leftOut: 0 });
});

it('a conference counts what was announced there', async () => {
  const { counted } = await conferenceAndItsCounts(await parted('2021-seoul'), '2021-seoul', desk);
  expect(counted).toMatchObject({ pledges: { value: 1 }, statesWithNewPledges: { value: 1 } });
});
