/** Which day a report counts to, hour by hour: accountability page, section 5. */
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { closeAll, openInMemory } from '../testing/read-models-of.ts';
import { madeReport } from './report.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const valueAt = async (report: string, figure: string, tell: (log: Log) => void, now: string) => {
  const log = aLog();
  tell(log);
  const { readModels, contexts } = await openInMemory({ clock: () => now });
  await readModels.handle(log.events);
  const definition = reports.find((one) => one.report === report)!;
  return contexts.ask({}, desk, async (context) => {
    const { groups } = await madeReport(definition, context, {}, desk, now);
    return groups[0]?.figures.find((one) => one.figure === figure)?.value;
  });
};

it.each([
  ['2026-06-10T09:59:59.000Z', 9],
  ['2026-06-10T10:00:00.000Z', 10],
  ['2026-06-10T23:59:59.000Z', 10],
  ['2026-06-11T09:59:59.000Z', 10],
])('at %s a promise of 1 June is %s days old: the default is today at UTC+14', async (now, days) => {
  const announced = (log: Log) => announce(log, 'one', {}, { on: '2026-06-01' });
  expect(await valueAt('age-and-steps', 'ageOldest', announced, now)).toBe(days);
});

it('a promise of tomorrow in Seoul is no day old, and never less', async () => {
  const announced = (log: Log) => announce(log, 'one', {}, { on: '2026-06-11' });
  expect(await valueAt('age-and-steps', 'ageOldest', announced, '2026-06-10T15:30:00.000Z')).toBe(0);
});

it.each([
  ['2026-05-31T09:59:59.000Z', null],
  ['2026-05-31T10:00:00.000Z', 2],
  ['2026-07-01T11:59:59.000Z', 2],
  ['2026-07-01T12:00:00.000Z', null],
])(
  'at %s a post from 1 to 30 June is held by %s: from where the day begins first to where it ends last',
  async (now, persons) => {
    const seconded = (log: Log) => {
      announce(log, 'one', { category: 'EXPERTISE', capabilityCode: null });
      log.add(
        'one',
        'ExpertSeconded',
        {
          pledgeId: id('one'),
          secondmentId: id('tour'),
          persons: 2,
          post: 'Planner',
          mission: null,
          hostInstitution: null,
          from: '2026-06-01',
          to: '2026-06-30',
        },
        { on: '2026-05-01' },
      );
    };
    const held = (await valueAt('posts', 'seconded', seconded, now)) ?? null;
    expect(held === 0 ? null : held).toBe(persons);
  },
);
