/** The funnel in groups and figures like other reports, held against lives whose answer is known, and against the other form of it. */
import { aLog, desk } from '../../testing/a-log.ts';
import { acknowledge, announce, register, withdraw } from '../../testing/a-pledge.ts';
import { registerConference, wholeLife } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import type { AnsweredReport } from '../report.schema.ts';
import { progressAnswer, type AskedProgress } from './progress-answer.ts';
import type { ProgressReport } from './progress.schema.ts';

afterEach(closeAll);

const NOW = '2026-08-01T12:00:00.000Z';

/** A unit of Rwanda that went, one of Bangladesh that is registered, and money that was taken back. */
const told = () => {
  const log = aLog();
  registerConference(log, '2021-seoul', { name: 'Seoul' });
  wholeLife(log, 'deployed', { conference: '2021-seoul', memberState: 'RWA' });
  announce(log, 'registered', { reference: 'none/BGD/INF-BN-registered' });
  acknowledge(log, 'registered', '2026-01-11');
  register(log, 'registered', '2026-01-21');
  announce(log, 'money', { capabilityCode: null, category: 'FINANCE', memberState: 'CAN' });
  withdraw(log, 'money', '2026-02-01');
  return log;
};

type Answered = AnsweredReport & ProgressReport;

const asked = async (question: AskedProgress = {}): Promise<Answered> => {
  const context = await contextOf(told().events);
  return (await progressAnswer(context, question, desk, NOW)).content as Answered;
};
const figuresOf = ({ groups }: AnsweredReport, group: string) =>
  new Map(groups.find(({ code }) => code === group)?.figures.map((one) => [one.figure, one]));

it('counts who ever reached each status, who is in it, and the days between', async () => {
  const all = figuresOf(await asked(), 'all');
  const values = (...figures: string[]) => figures.map((figure) => all.get(figure)?.value);
  expect(values('pledges', 'states')).toEqual([3, 3]);
  expect(values('reached_ANNOUNCED', 'reached_REGISTERED', 'reached_DEPLOYED')).toEqual([3, 2, 1]);
  expect(values('current_REGISTERED', 'current_DEPLOYED', 'current_WITHDRAWN')).toEqual([1, 1, 1]);
  expect(values('current_ANNOUNCED', 'current_LAPSED', 'reached_LAPSED')).toEqual([0, 0, 0]);
  // 4 and 10 days.
  expect(all.get('days_ANNOUNCED_ACKNOWLEDGED')).toMatchObject({ value: 7, counted: { total: 2 } });
  expect(values('days_DEPLOYED_REPATRIATED')).toEqual([null]);
  expect(all.get('current_REGISTERED')?.counted.ids).toEqual(['none/BGD/INF-BN-registered']);
});

it.each([
  [undefined, ['in all', 'Capability (PCRS)', 'Implementation (milestones and evidence)']],
  ['conference', ['in all', 'Seoul', 'outside any conference']],
  ['memberState', ['in all', 'Bangladesh', 'Canada', 'Rwanda']],
  ['category', ['in all', 'Finance', 'Units']],
])('grouped by %s', async (by, names) => {
  const { groups } = await asked({ by });
  expect(groups.map(({ name }) => name)).toEqual(names);
});

it('says the same in both of its forms', async () => {
  for (const [by, form] of [
    ['track', 'byTrack'],
    ['conference', 'byConference'],
    ['memberState', 'byState'],
    ['category', 'byCategory'],
  ] as const) {
    const answer = await asked({ by });
    for (const group of [{ code: 'all', ...answer.overall }, ...answer[form]]) {
      const figures = figuresOf(answer, group.code);
      const value = (figure: string) => figures.get(figure)?.value;
      const { pledges, states, withoutWord } = group;
      expect([value('pledges'), value('states'), value('withoutWord')]).toEqual([
        pledges,
        states,
        withoutWord,
      ]);
      for (const [status, count] of Object.entries(group.reached)) {
        expect([status, value(`reached_${status}`)]).toEqual([status, count]);
      }
      for (const [status, count] of Object.entries(group.current)) {
        expect([status, value(`current_${status}`)]).toEqual([status, count]);
      }
      for (const { from, to, value: days, counted } of group.medianDays) {
        const step = figures.get(`days_${from}_${to}`);
        expect([from, to, step?.value, step?.counted.total]).toEqual([from, to, days, counted]);
      }
    }
  }
});

it('keeps to its filters, and refuses a grouping that it does not know', async () => {
  const { groups, overall } = await asked({ memberState: 'RWA', counted: 'none' });
  expect(figuresOf({ groups } as AnsweredReport, 'all').get('pledges')).toMatchObject({
    value: 1,
    counted: { total: 1 },
  });
  expect(figuresOf({ groups } as AnsweredReport, 'all').get('pledges')?.counted.ids).toBeUndefined();
  expect(overall.pledges).toBe(1);
  await expect(asked({ by: 'colour' })).rejects.toMatchObject({ code: 'UNKNOWN_GROUPING' });
});

it('is CSV, a line for each figure', async () => {
  const context = await contextOf(told().events);
  const { content, fileName } = await progressAnswer(context, { format: 'csv' }, desk, NOW);
  expect(fileName).toBe('progress.csv');
  expect(content).toContain('progress,all,in all,reached_REGISTERED,"Registered, ever",2,pledges,');
});
