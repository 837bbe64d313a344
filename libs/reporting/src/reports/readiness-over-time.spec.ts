/** Levels at the ends of quarters, months and years: by hand, and against the past of each of these days. */
import fc from 'fast-check';
import { everyRow } from '../answers/every-row.ts';
import { aLog, desk, focalPointOf, id, reader } from '../testing/a-log.ts';
import { acknowledge, announce, attainL2, deploy, register, withdraw } from '../testing/a-pledge.ts';
import { plans, tell } from '../testing/random-lives.ts';
import { append, closeAll, contextOf, openInMemory } from '../testing/read-models-of.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../views/register/register-row.ts';
import { readinessOverTime } from './readiness-over-time.report.ts';
import { madeReport, type Report } from './report.ts';
import type { Question } from './report-question.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

/** One attains Level 2, loses it and goes; one is withdrawn; one is announced only. */
const told = () => {
  const log = aLog();
  for (const name of ['goes', 'withdrawn', 'announced']) announce(log, name);
  for (const name of ['goes', 'withdrawn']) {
    acknowledge(log, name, '2026-01-05');
    register(log, name, '2026-01-20');
  }
  attainL2(log, 'goes', '2026-02-10');
  const down = {
    pledgeId: id('goes'),
    level: 'L1',
    reason: 'VISIT_EXPIRED',
    consentReference: null,
  } as const;
  log.add('goes', 'LevelDowngraded', down, { on: '2026-04-01' });
  withdraw(log, 'withdrawn', '2026-03-31');
  deploy(log, 'goes', '2026-07-15');
  return log;
};

const asked = async (question: Question = {}, caller = desk): Promise<Report> =>
  madeReport(readinessOverTime, await contextOf(told().events, caller), question, caller, NOW);

/** At hand, by level, and deployed. */
const lines = ({ groups }: Report): readonly string[] =>
  groups.map(({ code, figures }) => [code, ...figures.map(({ value }) => value)].join(' '));

it.each<[Question, readonly string[]]>([
  [{}, ['2026-Q1 1 0 1 0 0 0', '2026-Q2 1 1 0 0 0 0', '2026-Q3 0 0 0 0 0 1', '2026-Q4 0 0 0 0 0 1']],
  [{ by: 'year' }, ['2026 0 0 0 0 0 1']],
  [
    { by: 'month', since: '2026-01-31' },
    [
      '2026-01 2 2 0 0 0 0',
      '2026-02 2 1 1 0 0 0',
      '2026-03 1 0 1 0 0 0',
      ...['04', '05', '06'].map((month) => `2026-${month} 1 1 0 0 0 0`),
      ...['07', '08', '09', '10', '11'].map((month) => `2026-${month} 0 0 0 0 0 1`),
    ],
  ],
  [{ by: 'month', since: '2026-11-01' }, ['2026-11 0 0 0 0 0 1']],
  [{ memberState: 'RWA' }, []],
])('asked %j it says %j', async (question, expected) => {
  expect(lines(await asked(question))).toEqual(expected);
});

it('is called by words, and names the units', async () => {
  const { groups } = await asked();
  expect(groups[0]?.name).toBe('Quarter 1 of 2026');
  const atL2 = groups[0]?.figures.find(({ figure }) => figure === 'atL2');
  expect(atL2).toMatchObject({ name: 'At Level 2', counted: { ids: ['none/BGD/INF-BN-goes'] } });
});

it('is for states, and for nobody else', async () => {
  expect(lines(await asked({ by: 'year' }, focalPointOf('RWA')))).toEqual(['2026 0 0 0 0 0 1']);
  await expect(asked({}, reader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('what the public is shown of a pledge says nothing of levels, nor when one changed', async () => {
  const context = await contextOf(told().events, reader);
  const row = await context.views.get<RegisterRow>(PLEDGE_REGISTER, id('goes'));
  expect(row?.standings.map(({ on, status, level }) => [on, status, level])).toEqual([
    ['2026-01-01', 'ANNOUNCED', null],
    ['2026-01-05', 'ACKNOWLEDGED', null],
    ['2026-01-20', 'REGISTERED', null],
    ['2026-07-15', 'DEPLOYED', null],
  ]);
});

it('says of each day what the past of that day says', () =>
  fc.assert(
    fc.asyncProperty(plans, fc.constantFrom('2026-01-31', '2026-02-28'), async (lives, asOf) => {
      const { readModels, contexts, store } = await openInMemory({ clock: () => NOW });
      const log = aLog();
      lives.forEach((said, n) => tell(log, `pledge ${n}`, said));
      await append(store, log.events);
      await readModels.handle(await store.readAll({ limit: 10_000 }));
      const report = await contexts.ask({}, desk, (context) =>
        madeReport(readinessOverTime, context, { by: 'month' }, desk, NOW),
      );
      const then = await contexts.ask({ asOf }, desk, async ({ views }) => {
        const levels = { L1: 0, L2: 0, L3: 0, RDL: 0 };
        for await (const { row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER)) {
          const { status, level } = row.pledge;
          if (level !== null && (status === 'REGISTERED' || status === 'MATCHED')) levels[level] += 1;
        }
        return Object.values(levels);
      });
      const group = report.groups.find(({ code }) => code === asOf.slice(0, 7));
      const levels = group?.figures.slice(1, 5).map(({ value }) => value) ?? [0, 0, 0, 0];
      expect(levels).toEqual(then);
      await closeAll();
    }),
    { numRuns: 10 },
  ));
