/** Passes over kept rows answer what passes over rows that were just read answer, whatever happened in between. */
import type { Caller } from '@pledgeline/contracts';
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import fc from 'fast-check';
import { questions } from '../questions.ts';
import { reports } from '../reports/reports.ts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { splitInTwo } from '../testing/a-split.ts';
import { registerConference, wholeLife } from '../testing/around-a-pledge.ts';
import { plans, STATES, tell } from '../testing/random-lives.ts';
import { closeAll, openInMemory } from '../testing/read-models-of.ts';
import { views as definitions } from '../views.ts';
import { namesInCodes } from '../views/names-in-question.ts';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import type { AnyView } from '../visibility/view.ts';
import { keptRows } from './kept-rows.ts';
import { keptStreams } from './kept-streams.ts';
import { queryContexts, type QueryContexts } from './query-contexts.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const clock = (): string => NOW;
const signal = new AbortController().signal;

/** The same views, of which nothing is kept. */
const unkept = definitions.map(({ brief: _, ...definition }): AnyView => definition);

const callers: readonly Caller[] = [
  desk,
  reader,
  { subject: 'auditor', role: 'AUDITOR', state: null },
  ...STATES.map(focalPointOf),
];

const ofReports = reports.flatMap(({ report, by = [] }) =>
  [undefined, ...by].map((one) => ({ name: 'getReport', input: { report, ...(one && { by: one }) } })),
);
const filtered = STATES.flatMap((memberState) =>
  ['what-became', 'money', 'progress', 'credits'].map((report) => ({
    name: 'getReport',
    input: { report, memberState },
  })),
);
const asked = fc.record({
  question: fc.constantFrom(
    ...ofReports,
    ...filtered,
    { name: 'getReport', input: { report: 'what-became', conference: 'none' } },
    { name: 'getProgressReport', input: {} },
    { name: 'listConferences', input: {} },
    { name: 'getConference', input: { code: '2021-seoul' } },
    { name: 'listPosts', input: {} },
    { name: 'listUnknownNames', input: {} },
  ),
  caller: fc.constantFrom(...callers),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const strike = (log: Log, pledge: string): void => {
  const struck = log.events.filter(({ stream }) => stream === `pledge-${id(pledge)}`);
  log.add(pledge, 'EventAnnulled', {
    ...{ pledgeId: id(pledge), annulmentId: id('annulment'), reason: 'Of another pledge' },
    annuls: struck.map((event) => event.id),
    annulledTypes: struck.map(({ type }) => type),
    voids: { memberState: 'BGD', reference: `none/BGD/${pledge}` },
  });
};

it('every question of every reader, between acts of any kind', async () => {
  const life = fc.record({
    pledges: plans,
    cuts: fc.array(fc.record({ after: fc.nat(12), asks: fc.array(asked, { minLength: 1, maxLength: 6 }) }), {
      minLength: 2,
      maxLength: 8,
    }),
  });
  await fc.assert(
    fc.asyncProperty(life, async ({ pledges, cuts }) => {
      const log = aLog();
      registerConference(log, '2021-seoul');
      pledges.forEach((plan, n) => tell(log, `pledge ${n}`, plan));
      wholeLife(log, 'whole');
      announce(log, 'void');
      acknowledge(log, 'void', '2026-01-05');
      strike(log, 'void');
      splitInTwo(log);
      const { readModels, store, views } = await openInMemory({ clock });
      const around = { store, openScratch: () => Promise.reject(new Error('no past is asked')), clock };
      const keeping = queryContexts(definitions, views, around);
      const reading = queryContexts(unkept, views, around);
      const answered = async (contexts: QueryContexts, { question, caller }: Asked): Promise<unknown> => {
        const sources = {
          contexts,
          store,
          streams: keptStreams(store),
          now: NOW,
          proofs: () => null,
          signal,
          inCodes: namesInCodes,
        };
        try {
          return (await questions.get(question.name)!.answer(question.input as never, caller, sources))
            .content;
        } catch (error) {
          if (error instanceof Rejected) return error.code;
          throw error;
        }
      };
      let at = 0;
      for (const { after, asks } of [
        ...cuts,
        { after: log.events.length, asks: cuts.flatMap((cut) => cut.asks) },
      ]) {
        await readModels.handle(log.events.slice(at, at + after));
        at += after;
        for (const ask of asks) expect(await answered(keeping, ask)).toEqual(await answered(reading, ask));
      }
    }),
    { numRuns: 25 },
  );
});

const VIEW = 'pledge-register';

const referencesIn = async (views: Views): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const page of pagesOfPledges(views))
    for (const { row } of page) found.push(`${row.pledge.reference} ${row.pledge.status}`);
  return found.sort();
};

it.each([0, 2000, 1_000_000])('with room for %i characters', async (most) => {
  const log = aLog();
  const { readModels, views } = await openInMemory();
  const kept = keptRows(views, definitions, most);
  for (const name of ['a', 'b', 'c', 'd']) {
    announce(log, name);
    await readModels.handle(log.events.slice(-1));
    expect(await referencesIn(kept)).toEqual(await referencesIn(views));
  }
  acknowledge(log, 'b', '2026-01-05');
  await readModels.handle(log.events.slice(-1));
  expect(await referencesIn(kept)).toEqual(await referencesIn(views));
});

it('reads what has not changed once', async () => {
  const log = aLog();
  for (const name of ['a', 'b', 'c']) announce(log, name);
  const { readModels, views } = await openInMemory();
  await readModels.handle(log.events);
  const read: string[] = [];
  const getMany: Views['getMany'] = (view, keys) => {
    read.push(...keys);
    return views.getMany(view, keys);
  };
  const kept = keptRows({ ...views, getMany }, definitions);
  await referencesIn(kept);
  expect(read.splice(0)).toHaveLength(3);
  acknowledge(log, 'b', '2026-01-05');
  await readModels.handle(log.events.slice(-1));
  await referencesIn(kept);
  expect(read).toEqual([id('b')]);
});

it.each([
  ['that looks at it', (kept: Views) => referencesIn(kept)],
  ['about other rows', (kept: Views) => kept.find(VIEW, { inBrief: true, where: { track: 'NONE' } })],
])(
  'a row that changes while it is read, before another question %s, is not kept as it was',
  async (_, ask) => {
    const log = aLog();
    announce(log, 'a');
    const { readModels, views } = await openInMemory();
    await readModels.handle(log.events);
    let meanwhile = (): Promise<unknown> => Promise.resolve();
    const getMany: Views['getMany'] = async (...asked) => {
      const rows = await views.getMany<never>(...asked);
      const once = meanwhile;
      meanwhile = () => Promise.resolve();
      await once();
      return rows;
    };
    const kept = keptRows({ ...views, getMany }, definitions);
    meanwhile = async () => {
      acknowledge(log, 'a', '2026-01-05');
      await readModels.handle(log.events.slice(-1));
      await ask(kept);
    };
    await referencesIn(kept);
    expect(await referencesIn(kept)).toEqual(await referencesIn(views));
  },
);

it('what a rebuild puts right is read again', async () => {
  const log = aLog();
  announce(log, 'a');
  const { readModels, store, views } = await openInMemory();
  const { id: eventId, type, schemaVersion, data, metadata, stream } = log.events[0]!;
  await store.append(stream, 'no-stream', [{ id: eventId, type, schemaVersion, data, metadata }]);
  await readModels.handle(await store.readAll({ limit: 10 }));
  const kept = keptRows(views, definitions);
  const right = await referencesIn(kept);
  await views.apply({ rows: [{ view: VIEW, key: id('a'), row: null }], revisions: new Map() });
  expect(await referencesIn(kept)).toEqual([]);
  await readModels.rebuild();
  expect(await referencesIn(kept)).toEqual(right);
});
