/** What differs between two moments of a pledge is what differs between its pages then, by the events that its reader may read. */
import fc from 'fast-check';
import { mayReadEvent, type Caller } from '@pledgeline/contracts';
import { keptStreams } from '../../read-models/kept-streams.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import type { Log } from '../../testing/a-log.ts';
import { acknowledge, announce } from '../../testing/a-pledge.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { pledgeDifference } from './pledge-difference.ts';
import { pledgeHistory } from './pledge-history.ts';
import { getPledge } from './pledge-page.ts';
import type { PledgePage } from './pledge.schema.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const READERS: readonly Caller[] = [desk, focalPointOf('BGD'), focalPointOf('RWA'), reader];

const comparing = async (log: Log, pledge = 'one') => {
  const { store, contexts, readModels } = await openInMemory({});
  await append(store, log.events);
  await readModels.handle(log.events);
  const signal = new AbortController().signal;
  const sources = {
    ...{ contexts, store, now: NOW, signal, streams: keptStreams(store), proofs: () => null },
    inCodes: <Input>(_: unknown, input: Input) => Promise.resolve(input),
  };
  return {
    between: (from: number, to: number, caller: Caller) =>
      pledgeDifference({ pledgeId: id(pledge), from, to }, caller, sources),
    at: async (atRevision: number, caller: Caller): Promise<Readonly<Record<string, unknown>>> =>
      (await getPledge.answer({ pledgeId: id(pledge), atRevision }, caller, sources)).content as PledgePage &
        Record<string, unknown>,
    history: async (caller: Caller) =>
      (await pledgeHistory(sources.streams, id(pledge), { limit: 200 }, caller, NOW)).items,
    own: log.events.filter(({ stream }) => stream === `pledge-${id(pledge)}`),
  };
};

const aLife = (): Log => {
  const log = aLog();
  wholeLife(log, 'one');
  return log;
};

/** Not the pledge's own, or of the answer. */
const AROUND: ReadonlySet<string> = new Set([
  ...['revision', 'atRevision', 'slots', 'feedback', 'missions', 'recordedUpTo'],
]);

it.each(READERS)(
  'for $role of $state any two moments differ in what their pages differ in, set by the last event that says so',
  async (caller) => {
    const { between, at, history } = await comparing(aLife());
    const events = await history(caller);
    expect(events.length).toBeGreaterThan(4);
    const places = fc.nat({ max: events.length - 1 });
    await fc.assert(
      fc.asyncProperty(places, places, async (one, other) => {
        const [first, last] = [events[Math.min(one, other)]!, events[Math.max(one, other)]!];
        const { fields, from, to } = await between(first.revision, last.revision, caller);
        expect([from.id, to.id]).toEqual([first.id, last.id]);
        const [then, now] = [await at(first.revision, caller), await at(last.revision, caller)];
        const moved = Object.keys(now).filter(
          (name) => !AROUND.has(name) && JSON.stringify(then[name]) !== JSON.stringify(now[name]),
        );
        const named = new Set(fields.map(({ field }) => field.split('.')[0]));
        expect([...named].toSorted()).toEqual(moved.toSorted());
        for (const { field, before, after, setBy } of fields) {
          if (!Array.isArray(then[field]) && !Array.isArray(now[field]) && field in now)
            expect([before, after]).toEqual([then[field], now[field]]);
          const last_ = events
            .filter(({ revision }) => revision > first.revision && revision <= last.revision)
            .findLast(({ changes }) => changes.some((change) => change.field === field));
          expect(setBy?.id).toBe(last_?.id);
        }
      }),
      { numRuns: 25 },
    );
  },
);

it('says what became of a level, and which event gave it last', async () => {
  const { between, own } = await comparing(aLife());
  const revisionOf = (type: string): number => own.find((event) => event.type === type)!.revision;
  const { fields } = await between(0, own.length - 1, desk);
  expect(fields.find(({ field }) => field === 'status')).toMatchObject({
    ...{ before: 'ANNOUNCED', after: 'DEPLOYED' },
    setBy: { type: 'UnitDeployed', revision: revisionOf('UnitDeployed') },
  });
  expect(fields.find(({ field }) => field === 'level')).toMatchObject({
    ...{ before: null, after: 'L2' },
    setBy: { type: 'LevelAttained', revision: revisionOf('LevelAttained') },
  });
});

it('what was changed and changed back does not differ', async () => {
  const log = aLog();
  announce(log, 'one');
  acknowledge(log, 'one', '2026-01-05');
  for (const themes of [['conduct'], []])
    log.add('one', 'ThemeTagged', { pledgeId: id('one'), themes, mainTheme: null });
  const { between } = await comparing(log);
  const fieldsUpTo = async (to: number) => (await between(1, to, desk)).fields.map(({ field }) => field);
  expect(await fieldsUpTo(2)).toContain('tags');
  expect(await fieldsUpTo(3)).not.toContain('tags');
});

it('a moment does not differ from itself', async () => {
  const { between, own } = await comparing(aLife());
  for (const { revision } of own) expect((await between(revision, revision, desk)).fields).toEqual([]);
});

it.each(READERS)('names no event to $role of $state that he may not read', async (caller) => {
  const { between, own } = await comparing(aLife());
  const mine = own.filter((event) => mayReadEvent(caller, event, ['BGD']));
  const { fields } = await between(0, mine.at(-1)!.revision, caller);
  const ids = new Set(mine.map((event) => event.id));
  for (const { setBy } of fields) if (setBy !== null) expect(ids).toContain(setBy.id);
  expect(fields.length).toBeGreaterThan(2);
});

it('is refused from a later event to an earlier one', async () => {
  const { between } = await comparing(aLife());
  await expect(between(2, 1, desk)).rejects.toMatchObject({ kind: 'invalid', code: 'EVENTS_IN_REVERSE' });
});

it('is refused at both ends for an event that is not for the reader, in the words for none', async () => {
  const { between, own } = await comparing(aLife());
  const hidden = own.find((event) => !mayReadEvent(reader, event, ['BGD']))!.revision;
  const saying = (from: number, to: number): Promise<string> =>
    between(from, to, reader).then(
      () => 'shown',
      (error: unknown) => (error as Error).message.replace(/#\d+/, '#n'),
    );
  const none = await saying(0, 99);
  expect(none).toContain('#n');
  expect([await saying(0, hidden), await saying(hidden, hidden), await saying(99, 99)]).toEqual([
    none,
    none,
    none,
  ]);
});
