import type { Caller } from '@pledgeline/contracts';
import { pledgeHistory } from './pledge-history.ts';
import { pledgePage } from './pledge-page.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory, contextOf } from '../../testing/read-models-of.ts';
import { workQueue } from '../work-queue/work-queue.ts';
import { keptStreams } from '../../read-models/kept-streams.ts';

afterEach(closeAll);

const TODAY = '2026-10-01';
const NOW = '2026-11-23T09:00:00.000Z';

/** A deployed unit of Bangladesh, with one finding and a plan. */
const assessed = () => {
  const log = aLog();
  wholeLife(log, 'one');
  log.add(
    'one',
    'PerformanceAssessed',
    {
      pledgeId: id('one'),
      assessmentId: id('assessment'),
      assessedOn: '2026-09-01',
      tool: 'COMMANDER_EVALUATION',
      reportReference: 'FC/1',
      result: 'NEEDS_IMPROVEMENT',
      findings: [{ findingId: id('finding'), text: 'Patrols start late' }],
      improvementPlan: { text: 'A new duty roster', dueOn: '2026-10-15' },
    },
    { on: '2026-09-01' },
  );
  return log;
};
const pageFor = async (caller: Caller) =>
  pledgePage(await contextOf(assessed().events), id('one'), caller, TODAY);
const plans = async (log = assessed()) => {
  const asked = { kind: 'IMPROVEMENT_PLAN_DUE' };
  return (await workQueue(await contextOf(log.events), asked, focalPointOf('BGD'), TODAY)).items;
};

it('each finding shows the tool it came from, to the Secretariat and to the state', async () => {
  for (const caller of [desk, focalPointOf('BGD')]) {
    expect((await pageFor(caller)).internal?.assessments).toMatchObject([
      { tool: 'COMMANDER_EVALUATION', findings: [{ text: 'Patrols start late', needId: null }] },
    ]);
  }
});

it('performance is nowhere for other states and in public, not even as a date', async () => {
  const { store } = await openInMemory();
  await append(store, assessed().events);
  for (const caller of [reader, focalPointOf('RWA')]) {
    const page = await pageFor(caller);
    const { items } = await pledgeHistory(keptStreams(store), id('one'), { limit: 200 }, caller, NOW);
    expect(JSON.stringify([page, items])).not.toMatch(/Patrols|duty roster|COMMANDER|2026-10-15|Performance/);
  }
});

it('the due date of a plan is in the list of the state until the plan is closed', async () => {
  expect(await plans()).toMatchObject([
    { waitsFor: ['MS', 'EVAL', 'MISSION'], since: '2026-09-01', due: '2026-10-15', overdue: false },
  ]);
  const log = assessed();
  log.add('one', 'ImprovementPlanClosed', {
    pledgeId: id('one'),
    assessmentId: id('assessment'),
    closedOn: '2026-09-20',
    evidence: 'Inspection',
  });
  expect(await plans(log)).toEqual([]);
});

it('an evaluator finds the address of each finding and each plan', async () => {
  const { commands } = await pageFor({ ...desk, role: 'EVAL' });
  const hrefs = Object.fromEntries(commands.map(({ command, href }) => [command, href]));
  expect(hrefs).toMatchObject({
    FollowUpFinding: `/pledges/${id('one')}/findings/${id('finding')}/follow-up`,
    CloseImprovementPlan: `/pledges/${id('one')}/assessments/${id('assessment')}/plan-closure`,
  });
});
