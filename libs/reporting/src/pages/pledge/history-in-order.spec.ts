/** Histories in either order, of all types or of some: nothing is left out, and nothing told of what is not the reader's. */
import { keptStreams } from '../../read-models/kept-streams.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { pledgeHistory, type HistoryOptions } from './pledge-history.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const READERS = [reader, focalPointOf('RWA'), focalPointOf('BGD'), desk];

const told = async () => {
  const log = aLog();
  wholeLife(log, 'one');
  const { store } = await openInMemory();
  await append(store, log.events);
  const streams = keptStreams(store);
  return (options: HistoryOptions, caller = desk) => pledgeHistory(streams, id('one'), options, caller, NOW);
};

it.each(READERS)('newest first is oldest first turned round, for $role of $state', async (caller) => {
  const ask = await told();
  const { items } = await ask({ limit: 200 }, caller);
  const { items: turned } = await ask({ limit: 200, order: 'desc' }, caller);
  expect(turned).toEqual(items.toReversed());
});

it.each(['asc', 'desc'] as const)(
  '%s: its pages are full but for the last, leave nothing out, and end at what was shown',
  async (order) => {
    const ask = await told();
    for (const caller of READERS) {
      const { items: all, total } = await ask({ limit: 200, order }, caller);
      expect(total).toBe(all.length);
      for (let limit = 1; limit <= all.length; limit += 1) {
        const shown: unknown[] = [];
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page = await ask({ limit, cursor, order }, caller);
          expect(page.total).toBe(all.length);
          if (page.next !== null) expect(page.items).toHaveLength(limit);
          shown.push(...page.items);
          cursor = page.next;
        }
        expect(shown).toEqual(all);
      }
    }
  },
);

it('of some types it is those alone, and counts them', async () => {
  const ask = await told();
  const types = async (type: string | readonly string[], caller = desk) => {
    const { items, total } = await ask({ type, limit: 200 }, caller);
    expect(total).toBe(items.length);
    return items.map((event) => event.type);
  };
  expect(await types('UnitDeployed')).toEqual(['UnitDeployed']);
  expect(await types(['UnitDeployed', 'LevelAttained', 'PledgeRegistered'])).toEqual([
    'PledgeRegistered',
    'LevelAttained',
    'UnitDeployed',
  ]);
  expect(await types(['UnitDeployed', 'LevelAttained'], reader)).toEqual(['UnitDeployed']);
  expect(await types('PledgeWithdrawn')).toEqual([]);
});

it('a cursor belongs to its order and its types', async () => {
  const ask = await told();
  const { next } = await ask({ limit: 1, order: 'desc' });
  for (const other of [{}, { order: 'desc', type: ['UnitDeployed'] }] as const)
    await expect(ask({ ...other, cursor: next! })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

it('goes on behind its page though the pledge has moved on', async () => {
  const log = aLog();
  wholeLife(log, 'one');
  const own = log.events.filter(({ stream }) => stream === `pledge-${id('one')}`);
  const { store } = await openInMemory();
  await append(store, own.slice(0, -2));
  const streams = keptStreams(store);
  const ask = (options: HistoryOptions) => pledgeHistory(streams, id('one'), options, desk, NOW);
  const first = await ask({ limit: 2, order: 'desc' });
  await append(store, own.slice(-2));
  const { items } = await ask({ limit: 200, order: 'desc', cursor: first.next! });
  expect(items.map(({ revision }) => revision)).toEqual(
    own
      .slice(0, -4)
      .map(({ revision }) => revision)
      .toReversed(),
  );
  expect((await ask({ order: 'desc', limit: 1 })).items[0]?.revision).toBe(own.length - 1);
});

it.each([
  [desk, 'level', [['level', 'L1', 'L2']]],
  [focalPointOf('RWA'), 'level', [['level', 'L1', 'L2']]],
])('says to $role of $state that a level was attained, and which before', async (caller, name, expected) => {
  const ask = await told();
  const { items } = await ask({ type: 'LevelAttained' }, caller);
  const changes = items.flatMap((event) => event.changes).filter(({ field }) => field === name);
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual(expected);
});

it('says nothing to the public of what only states may see', async () => {
  const ask = await told();
  const { items } = await ask({ limit: 200 }, reader);
  const selected = items.find(({ type }) => type === 'UnitSelected')?.changes;
  const [selection] = (selected ?? []).filter(({ field }) => field === 'selection');
  expect(selection).toMatchObject({ before: null, after: { gapId: null, reservationId: null } });
  const fields = items.flatMap(({ changes }) => changes.map(({ field }) => field.split('.')[0]));
  for (const hidden of ['internal', 'caveats', 'mou', 'matches', 'left', 'leftToMatch', 'level'])
    expect(fields).not.toContain(hidden);
});
