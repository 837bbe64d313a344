import type { Caller } from '@pledgeline/contracts';
import { pledgePage } from './pledge-page.ts';
import { pledgePage as pledgePageSchema } from './pledge.schema.ts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { meet, plan, registerCourse, start, submitEvidence } from '../../testing/an-implementation.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const page = async (tell: (log: Log) => void, caller: Caller = desk, today = '2026-05-01') => {
  const log = aLog();
  registerCourse(log, 'one');
  tell(log);
  return pledgePage(await contextOf(log.events), id('one'), caller, today);
};
const underWay = (log: Log) => {
  plan(log, 'one', ['2026-04-01', '2029-04-01']);
  start(log, 'one');
  submitEvidence(log, 'one', 'report');
  meet(log, 'one', '2026-04-01', 'report');
};

it('before there is a plan there is nothing to show', async () => {
  expect((await page(() => undefined)).implementation).toBeNull();
});

it('everybody sees what was agreed and how much of it was met', async () => {
  const { implementation } = await page(underWay, reader);
  expect(implementation).toMatchObject({
    startedOn: '2026-02-10',
    milestonesMet: 1,
    milestones: [
      { dueOn: '2026-04-01', metOn: '2026-03-02', evidence: [id('report')] },
      { dueOn: '2029-04-01', metOn: null, evidence: [] },
    ],
  });
});

it('evidence is for member states, and nobody reads who handed it in', async () => {
  const shown = [{ evidenceId: id('report'), kind: 'REPORT', standing: 'SUBMITTED' }];
  for (const caller of [desk, focalPointOf('RWA')]) {
    const { implementation } = await page(underWay, caller);
    expect(implementation?.evidence).toMatchObject(shown);
    expect(JSON.stringify(implementation)).not.toContain('tester');
  }
  expect((await page(underWay, reader)).implementation?.evidence).toBeNull();
});

it.each([
  ['2025-12-31', 1],
  ['2026-05-01', 1],
  ['2027-05-01', 2],
  ['2029-12-31', 4],
  ['2031-01-01', 4],
])('a plan of several years is on %s in year %d of 4', async (today, year) => {
  const { implementation } = await page(underWay, desk, today);
  expect(implementation?.years).toEqual({ year, of: 4 });
});

it('a plan within one year counts no years', async () => {
  const { implementation } = await page((log) => plan(log, 'one', ['2026-04-01', '2026-12-31']));
  expect(implementation?.years).toBeNull();
});

it('the plan is as the API document describes it', async () => {
  expect(faultsOf(await page(underWay), pledgePageSchema)).toEqual([]);
});

it('the caller is shown one address for each open milestone', async () => {
  const { commands } = await page(underWay, focalPointOf('BGD'));
  expect(commands.filter(({ command }) => command === 'MeetMilestone')).toEqual([
    {
      command: 'MeetMilestone',
      method: 'POST',
      href: `/pledges/${id('one')}/milestones/${id('milestone 2029-04-01')}/completion`,
    },
  ]);
});

it('the earliest open milestone is what is due next', async () => {
  expect((await page((log) => plan(log, 'one', ['2026-04-01', '2026-12-31']))).dueOn).toBe('2026-04-01');
});
