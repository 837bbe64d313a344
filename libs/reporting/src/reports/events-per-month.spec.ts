/** Events month by month: by hand, and against the histories that each reader is shown. */
import fc from 'fast-check';
import type { Caller } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge as decider } from '@pledgeline/pledge';
import { choices, walk } from '@pledgeline/pledge/testing';
import { pledgeHistory } from '../pages/pledge/pledge-history.ts';
import { aLog, desk, focalPointOf, id, reader } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { plans, STATES, tell } from '../testing/random-lives.ts';
import { append, closeAll, contextOf, openInMemory } from '../testing/read-models-of.ts';
import { eventsPerMonth } from './events-per-month.report.ts';
import { madeReport, type Report } from './report.ts';
import { keptStreams } from '../read-models/kept-streams.ts';
import type { Question } from './report-question.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

const CALLERS: readonly Caller[] = [
  reader,
  desk,
  { subject: 'body', role: 'IMPL', state: null },
  ...[...STATES, 'KOR'].map(focalPointOf),
  { subject: 'partner', role: 'PARTNER', state: 'RWA' },
];

/** A promise of 2015 that was entered in 2026, a question that is internal, and a report for states alone. */
const told = () => {
  const log = aLog();
  const recordedAt = '2026-03-10T10:00:00.000Z';
  announce(log, 'old', { reference: 'none/BGD/INF-BN-old' }, { on: '2015-09-28', recordedAt });
  log.add('old', 'PledgeAcknowledged', { pledgeId: id('old') }, { on: '2015-10-02', recordedAt });
  const asked = { pledgeId: id('old'), clarificationId: id('q'), question: 'q', blocking: false } as const;
  log.add(
    'old',
    'ClarificationRequested',
    { ...asked, dueOn: '2026-05-01' },
    { on: '2026-03-31', recordedAt },
  );
  const said = { pledgeId: id('old'), text: 't' };
  log.add('old', 'ProgressReported', said, {
    on: '2026-03-15',
    recordedAt: '2026-04-01T00:00:00.000Z',
    role: 'MS',
    state: 'BGD',
    visibility: 'MEMBER_STATES',
  });
  return log;
};

const lines = ({ groups }: Report): readonly string[] =>
  groups.map(({ name, figures }) => [name, ...figures.map(({ value }) => value ?? '-')].join(' '));

const asked = async (caller: Caller, question: Question = {}): Promise<Report> =>
  madeReport(eventsPerMonth, await contextOf(told().events, caller), question, caller, NOW);

it.each<[string, Caller, readonly string[]]>([
  ['the public', reader, ['in all 2 2', 'September 2015 1 -', 'October 2015 1 -', 'March 2026 - 2']],
  [
    'another state',
    focalPointOf('RWA'),
    ['in all 3 3', 'September 2015 1 -', 'October 2015 1 -', 'March 2026 1 2', 'April 2026 - 1'],
  ],
  [
    'its own state',
    focalPointOf('BGD'),
    ['in all 4 4', 'September 2015 1 -', 'October 2015 1 -', 'March 2026 2 3', 'April 2026 - 1'],
  ],
  [
    'the desk',
    desk,
    ['in all 4 4', 'September 2015 1 -', 'October 2015 1 -', 'March 2026 2 3', 'April 2026 - 1'],
  ],
])('%s counts what happened and what was recorded', async (_who, caller, expected) => {
  expect(lines(await asked(caller))).toEqual(expected);
});

it('looks back to a month, keeps to its filters, and names the pledges', async () => {
  expect(lines(await asked(desk, { since: '2026-03-20' }))).toEqual([
    'in all 2 4',
    'March 2026 2 3',
    'April 2026 - 1',
  ]);
  expect(lines(await asked(desk, { memberState: 'RWA' }))).toEqual(['in all - -']);
  const { groups } = await asked(reader);
  expect(groups[1]?.figures[0]?.counted).toMatchObject({ kind: 'pledges', ids: ['none/BGD/INF-BN-old'] });
});

/** Against the pages of history of every pledge. */
const mustAgree = async (events: readonly RecordedEvent[]): Promise<number> => {
  const { readModels, contexts, store } = await openInMemory({ clock: () => NOW });
  await append(store, events);
  await readModels.handle(await store.readAll({ limit: 10_000 }));
  const streams = [...new Set(events.map(({ stream }) => stream))].filter((one) => one.startsWith('pledge-'));
  let seen = 0;
  for (const caller of CALLERS) {
    const { groups } = await contexts.ask({}, caller, (context) =>
      madeReport(eventsPerMonth, context, {}, caller, NOW),
    );
    let shown = 0;
    for (const stream of streams) {
      const page = { limit: 10_000 };
      const { items } = await pledgeHistory(
        keptStreams(store),
        stream.slice('pledge-'.length),
        page,
        caller,
        NOW,
      );
      shown += items.filter(({ struck }) => struck === null).length;
    }
    const [happened, recorded] = groups[0]?.figures.map(({ value }) => value ?? 0) ?? [];
    const months = groups.slice(1).map(({ figures }) => figures.map(({ value }) => value ?? 0));
    const sums = [0, 1].map((at) => months.reduce((sum, values) => sum + (values[at] ?? 0), 0));
    expect([caller, happened, recorded, ...sums]).toEqual([caller, shown, shown, shown, shown]);
    seen += shown;
  }
  await closeAll();
  return seen;
};

/** Lives of tests number their events; a store takes UUIDs. */
const withStoredIds = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  JSON.parse(
    JSON.stringify(events).replace(/"event-(\d+)"/g, (_, n: string) => JSON.stringify(id(`event ${n}`))),
  ) as readonly RecordedEvent[];

it('is for each reader as many as the histories show him, of many pledges', () =>
  fc.assert(
    fc.asyncProperty(plans, async (lives) => {
      const log = aLog();
      lives.forEach((said, n) => tell(log, `pledge ${n}`, said));
      expect(await mustAgree(log.events)).toBeGreaterThan(0);
    }),
    { numRuns: 6 },
  ));

it('and of one that lived through whatever there is', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(choices, async (taken) => {
      const life = walk(taken, ({ command, pledge }) => {
        try {
          return command === undefined ? [] : decider.decide(command, pledge);
        } catch (error) {
          if (error instanceof Rejected) return [];
          throw error;
        }
      });
      const [first] = life;
      if (first === undefined) return;
      const { pledgeId } = first.data as { readonly pledgeId: string };
      const inItsStream = life.map((event, revision) => ({
        ...event,
        stream: `pledge-${pledgeId}`,
        revision,
      }));
      seen += await mustAgree(withStoredIds(inItsStream));
    }),
    { numRuns: 8 },
  );
  expect(seen).toBeGreaterThan(0);
});
