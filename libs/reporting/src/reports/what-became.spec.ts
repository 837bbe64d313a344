/** What became of promises: accountability page, section 1. */
import type { DataOf } from '@pledgeline/contracts';
import fc from 'fast-check';
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { splitInTwo } from '../testing/a-split.ts';
import { acknowledge, announce, register, withdraw } from '../testing/a-pledge.ts';
import { plan, registerCourse, start } from '../testing/an-implementation.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { madeReport, type Report } from './report.ts';
import type { Question } from './report-question.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-29T12:00:00.000Z';

const asked = async (log: Log, question: Question = {}, name = 'what-became'): Promise<Report> => {
  const definition = reports.find(({ report }) => report === name)!;
  return madeReport(definition, await contextOf(log.events), question, desk, NOW);
};

const valuesIn = ({ groups }: Report, group = 'all'): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    groups.find(({ code }) => code === group)?.figures.map(({ figure, value }) => [figure, value]) ?? [],
  );

const CLASSES = [
  'keptComputed',
  'keptJudged',
  'keptPartly',
  'underWay',
  'registered',
  'announcedOnly',
  'takenBack',
] as const;

const closed = (
  log: Log,
  name: string,
  type: 'PledgeFulfilled' | 'PledgePartiallyFulfilled',
  judged: boolean,
) => {
  registerCourse(log, name);
  plan(log, name, ['2026-04-01']);
  start(log, name);
  log.add(name, type, {
    pledgeId: id(name),
    shareDelivered: judged ? null : 95,
    judged,
    reason: judged ? 'As agreed' : null,
    delivered: [],
    evidence: [],
  });
};

const courseIn = (log: Log, name: string): void => {
  const course: DataOf<'CourseDelivered'> = {
    pledgeId: id(name),
    courseId: id(`course of ${name}`),
    capabilityCode: null,
    trained: 20,
    women: null,
    leaders: null,
    place: 'Entebbe',
    centre: null,
    languages: [],
    contributors: [],
    from: '2026-03-01',
    to: '2026-03-05',
  };
  log.add(name, 'CourseDelivered', course);
};

/** How a pledge of each class comes to be. */
const LIVES: readonly (readonly [(typeof CLASSES)[number], (log: Log, name: string) => void])[] = [
  ['announcedOnly', (log, name) => announce(log, name)],
  [
    'announcedOnly',
    (log, name) => {
      announce(log, name);
      acknowledge(log, name, '2026-01-05');
    },
  ],
  [
    'registered',
    (log, name) => {
      announce(log, name);
      register(log, name, '2026-01-20');
    },
  ],
  [
    'underWay',
    (log, name) => {
      registerCourse(log, name);
      plan(log, name, ['2026-04-01']);
    },
  ],
  [
    'underWay',
    (log, name) => {
      registerCourse(log, name);
      plan(log, name, ['2026-04-01']);
      start(log, name);
      courseIn(log, name);
    },
  ],
  ['keptComputed', (log, name) => closed(log, name, 'PledgeFulfilled', false)],
  ['keptJudged', (log, name) => closed(log, name, 'PledgeFulfilled', true)],
  ['keptPartly', (log, name) => closed(log, name, 'PledgePartiallyFulfilled', false)],
  [
    'keptPartly',
    (log, name) => {
      registerCourse(log, name);
      plan(log, name, ['2026-04-01']);
      start(log, name);
      courseIn(log, name);
      withdraw(log, name, '2026-05-01');
    },
  ],
  [
    'takenBack',
    (log, name) => {
      announce(log, name);
      withdraw(log, name, '2026-02-01');
    },
  ],
];

it.each(LIVES.map(([figure, live], n) => [n, figure, live] as const))(
  'life %d is %s',
  async (_, figure, live) => {
    const log = aLog();
    live(log, 'one');
    const values = valuesIn(await asked(log));
    expect(CLASSES.filter((code) => values[code] !== 0)).toEqual([figure]);
    expect(values).toMatchObject({ [figure]: 1, pledgesCounted: 1, promisesMade: 1 });
  },
);

it('the classes add up to the pledges that count, in every group and each grouping', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(LIVES.length - 1), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('conference', 'memberState', 'category'),
      async (lives, by) => {
        const log = aLog();
        for (const [n, life] of lives.entries()) LIVES[life]![1](log, `p${n}`);
        const report = await asked(log, { by });
        for (const { code } of report.groups) {
          const values = valuesIn(report, code);
          expect(CLASSES.reduce((sum, figure) => sum + (values[figure] ?? 0), 0)).toBe(values.pledgesCounted);
        }
        expect(valuesIn(report).promisesMade).toBe(lives.length);
        await closeAll();
      },
    ),
    { numRuns: 25 },
  );
});

it('one promise that is split into two is two pledges registered: never none, never nothing kept', async () => {
  const log = aLog();
  splitInTwo(log);
  expect(valuesIn(await asked(log))).toMatchObject({ promisesMade: 1, pledgesCounted: 2, registered: 2 });
  const delivery = valuesIn(await asked(log, {}, 'delivery-by-state'));
  expect(delivery).toMatchObject({ states: 1, stillOpen: 1, keepNothing: 0, fallShort: 0, keepAll: 0 });
});

describe('a state', () => {
  const delivery = async (...lives: readonly ((log: Log, name: string) => void)[]) => {
    const log = aLog();
    for (const [n, live] of lives.entries()) live(log, `p${n}`);
    const values = valuesIn(await asked(log, {}, 'delivery-by-state'));
    return ['keepAll', 'keepPart', 'stillOpen', 'keepNothing', 'fallShort'].filter(
      (figure) => values[figure] === 1,
    );
  };
  const of = (figure: string) => LIVES.find(([code]) => code === figure)![1];
  const [kept, judged, partly] = [of('keptComputed'), of('keptJudged'), of('keptPartly')];
  const [moving, registered, back] = [of('underWay'), of('registered'), of('takenBack')];

  it.each([
    ['that kept each pledge', [kept, judged], ['keepAll']],
    ['that kept one and goes on with another', [kept, moving], ['keepPart']],
    ['that kept one in part', [partly], ['keepPart', 'fallShort']],
    ['that kept one and took back another', [kept, back], ['keepPart', 'fallShort']],
    ['that goes on', [moving, registered], ['stillOpen']],
    ['that goes on with one and took back another', [registered, back], ['stillOpen', 'fallShort']],
    ['that took back all', [back, back], ['keepNothing', 'fallShort']],
  ])('%s', async (_, lives, expected) => expect(await delivery(...lives)).toEqual(expected));
});
