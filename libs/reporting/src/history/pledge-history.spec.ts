import { pledgeHistory } from './pledge-history.ts';
import { aLog, desk, focalPointOf, id, reader } from '../testing/a-log.ts';
import { wholeLife } from '../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../testing/read-models-of.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

const told = async () => {
  const log = aLog();
  wholeLife(log, 'one');
  const { store } = await openInMemory();
  await append(store, log.events);
  return { store, own: log.events.filter(({ stream }) => stream === `pledge-${id('one')}`) };
};

it('is every event as it was recorded, with all that travels with it', async () => {
  const { store, own } = await told();
  const { items, next } = await pledgeHistory(store, id('one'), { limit: 200 }, desk, NOW);
  expect(next).toBeNull();
  expect(items.map(({ id: event, data, metadata }) => ({ id: event, data, metadata }))).toEqual(
    own.map(({ id: event, data, metadata }) => ({ id: event, data, metadata })),
  );
  expect(items[0]).toMatchObject({ stream: `pledge-${id('one')}`, revision: 0, schemaVersion: 2 });
  expect(items[0]).toHaveProperty('recordedAt');
  expect(items[0]).toHaveProperty('position');
});

it('comes in pages that leave nothing out', async () => {
  const { store, own } = await told();
  const revisions: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await pledgeHistory(store, id('one'), { limit: 3, cursor }, desk, NOW);
    revisions.push(...page.items.map(({ revision }) => revision));
    cursor = page.next;
  }
  expect(revisions).toEqual(own.map(({ revision }) => revision));
});

it('a cursor of another pledge is refused', async () => {
  const { store } = await told();
  const { next } = await pledgeHistory(store, id('one'), { limit: 1 }, desk, NOW);
  const log = aLog();
  wholeLife(log, 'two');
  await append(store, log.events);
  await expect(pledgeHistory(store, id('two'), { cursor: next! }, desk, NOW)).rejects.toMatchObject({
    code: 'BAD_CURSOR',
  });
});

it('shows each reader what is meant for him', async () => {
  const { store, own } = await told();
  const typesFor = async (caller: typeof desk) =>
    (await pledgeHistory(store, id('one'), { limit: 200 }, caller, NOW)).items.map(({ type }) => type);
  expect(await typesFor(reader)).toEqual([
    'PledgeAnnounced',
    'PledgeAcknowledged',
    'PledgeRegistered',
    'UnitSelected',
    'UnitDeployed',
  ]);
  expect(await typesFor(focalPointOf('RWA'))).toEqual([
    'PledgeAnnounced',
    'PledgeAcknowledged',
    'PledgeRegistered',
    'LevelAttained',
    'PledgeMatched',
    'UnitSelected',
    'MouSigned',
    'UnitDeployed',
  ]);
  expect(await typesFor(focalPointOf('BGD'))).toEqual(own.map(({ type }) => type));
});

it('its place in the log is for readers of everything', async () => {
  const { store } = await told();
  for (const [caller, has] of [
    [reader, false],
    [focalPointOf('BGD'), false],
    [desk, true],
  ] as const) {
    const { items } = await pledgeHistory(store, id('one'), {}, caller, NOW);
    expect(items.map((event) => 'position' in event)).toEqual(items.map(() => has));
  }
});

it('neither how long its pages are nor where they end tells of events between', async () => {
  const { store } = await told();
  for (const caller of [reader, focalPointOf('RWA'), focalPointOf('BGD'), desk]) {
    const { items: all } = await pledgeHistory(store, id('one'), { limit: 200 }, caller, NOW);
    for (let limit = 1; limit <= all.length; limit += 1) {
      const shown: unknown[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const { items, next } = await pledgeHistory(store, id('one'), { limit, cursor }, caller, NOW);
        shown.push(...items);
        expect(items).toHaveLength(next === null ? ((all.length - 1) % limit) + 1 : limit);
        if (next !== null) expect(placeIn(next)).toBe(items.at(-1)?.revision);
        cursor = next;
      }
      expect(shown).toEqual(all);
    }
  }
});

/** What can be read off a cursor by whoever looks into it. */
const placeIn = (cursor: string): unknown =>
  (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly unknown[])[1];

it('of a pledge nobody announced is not found', async () => {
  const { store } = await openInMemory();
  await expect(pledgeHistory(store, id('one'), {}, desk, NOW)).rejects.toMatchObject({
    code: 'PLEDGE_NOT_FOUND',
  });
});
