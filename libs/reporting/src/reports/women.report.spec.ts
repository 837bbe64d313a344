/** A target, what an evaluator measured and what the state says, wherever they are shown: accountability page, section 7. */
import { pledgePage } from '../pages/pledge/pledge-page.ts';
import { workQueue } from '../pages/work-queue/work-queue.ts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { madeReport } from './report.ts';
import { women } from './women.report.ts';

afterEach(closeAll);

const measured = (log: Log, role: 'EVAL' | 'MS', low: number, measuredOn: string) =>
  log.add(
    'one',
    'TargetMeasured',
    {
      ...{ pledgeId: id('one'), indicator: 'WOMEN_IN_UNIT', low, high: low },
      ...{ target: null, unit: 'PER_CENT', measuredOn },
    },
    { role, on: measuredOn },
  );
const doubled = (log: Log, baseline: number | null) =>
  log.add(
    'one',
    'TargetStated',
    {
      ...{ pledgeId: id('one'), indicator: 'WOMEN_IN_UNIT', value: null, factor: 2, baseline },
      ...{ baselineYear: 2023, year: 2027, source: 'NV', before: null, reason: null },
    },
    { role: 'MS', state: 'BGD', on: '2026-01-03' },
  );

const told = async (tell: (log: Log) => void) => {
  const log = aLog();
  announce(log, 'one');
  tell(log);
  const context = await contextOf(log.events);
  const report = await madeReport(women, context, {}, reader, '2026-11-23T09:00:00.000Z');
  const all = report.groups.find(({ code }) => code === 'all')?.figures ?? [];
  const value = (figure: string) => all.find((one) => one.figure === figure)?.value ?? null;
  const names = [
    'withTarget',
    'belowTargetJudged',
    'measuredByEvaluators',
    'saidByStates',
    'target',
    'gapJudged',
  ];
  const asked = { kind: 'BASELINE_MISSING' };
  return {
    figures: names.map(value),
    baselineMissing: value('baselineMissing'),
    targets: (await pledgePage(context, id('one'), desk, '2026-11-23')).targets,
    tasks: (await workQueue(context, asked, focalPointOf('BGD'), '2026-11-23')).items,
    others: (await workQueue(context, asked, focalPointOf('KOR'), '2026-11-23')).items,
  };
};

it('stand side by side; the gap is the evaluator’s although the state spoke later', async () => {
  const { figures, targets } = await told((log) => {
    doubled(log, 8);
    measured(log, 'EVAL', 12, '2026-02-01');
    measured(log, 'MS', 17, '2026-03-01');
  });
  expect(figures).toEqual([1, 1, 12, 17, 16, 4]);
  expect(targets).toMatchObject([
    { target: 16, gap: 4, gapBy: 'EVALUATOR', evaluator: { low: 12 }, state: { low: 17 } },
  ]);
  expect(JSON.stringify(targets)).not.toContain('tester');
});

it('without an evaluator the gap is the state’s', async () => {
  const { figures } = await told((log) => {
    doubled(log, 8);
    measured(log, 'MS', 10, '2026-03-01');
  });
  expect(figures).toEqual([1, 1, null, 10, 16, 6]);
});

it('"double" without a baseline is a target without a number, and a task of its state alone', async () => {
  const { figures, baselineMissing, tasks, others } = await told((log) => {
    doubled(log, null);
    measured(log, 'EVAL', 12, '2026-02-01');
  });
  expect([baselineMissing, ...figures]).toEqual([1, 1, 0, 12, null, null, null]);
  expect(tasks).toMatchObject([{ waitsFor: ['MS', 'DESK'], since: '2026-01-03', states: ['BGD'] }]);
  expect(tasks[0]?.next).toMatchObject([{ href: `/pledges/${id('one')}/targets` }]);
  expect(others).toEqual([]);
});
