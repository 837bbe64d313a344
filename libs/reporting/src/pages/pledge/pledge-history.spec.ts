import { pledgeHistory } from './pledge-history.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { acknowledge, announce } from '../../testing/a-pledge.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { keptStreams } from '../../read-models/kept-streams.ts';

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
  const { items, next } = await pledgeHistory(keptStreams(store), id('one'), { limit: 200 }, desk, NOW);
  expect(next).toBeNull();
  expect(items.map(({ id: event, data, metadata }) => ({ id: event, data, metadata }))).toEqual(
    own.map(({ id: event, data, metadata }) => ({ id: event, data, metadata })),
  );
  expect(items[0]).toMatchObject({ stream: `pledge-${id('one')}`, revision: 0, schemaVersion: 5 });
  expect(items[0]).toHaveProperty('recordedAt');
  expect(items[0]).toHaveProperty('position');
});

it('comes in pages that leave nothing out', async () => {
  const { store, own } = await told();
  const revisions: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await pledgeHistory(keptStreams(store), id('one'), { limit: 3, cursor }, desk, NOW);
    revisions.push(...page.items.map(({ revision }) => revision));
    cursor = page.next;
  }
  expect(revisions).toEqual(own.map(({ revision }) => revision));
});

it('a cursor of another pledge is refused', async () => {
  const { store } = await told();
  const { next } = await pledgeHistory(keptStreams(store), id('one'), { limit: 1 }, desk, NOW);
  const log = aLog();
  wholeLife(log, 'two');
  await append(store, log.events);
  await expect(
    pledgeHistory(keptStreams(store), id('two'), { cursor: next! }, desk, NOW),
  ).rejects.toMatchObject({
    code: 'BAD_CURSOR',
  });
});

it('shows each reader what is meant for him', async () => {
  const { store, own } = await told();
  const typesFor = async (caller: typeof desk) =>
    (await pledgeHistory(keptStreams(store), id('one'), { limit: 200 }, caller, NOW)).items.map(
      ({ type }) => type,
    );
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
    const { items } = await pledgeHistory(keptStreams(store), id('one'), {}, caller, NOW);
    expect(items.map((event) => 'position' in event)).toEqual(items.map(() => has));
  }
});

it('neither how long its pages are nor where they end tells of events between', async () => {
  const { store } = await told();
  for (const caller of [reader, focalPointOf('RWA'), focalPointOf('BGD'), desk]) {
    const { items: all } = await pledgeHistory(keptStreams(store), id('one'), { limit: 200 }, caller, NOW);
    for (let limit = 1; limit <= all.length; limit += 1) {
      const shown: unknown[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const { items, next } = await pledgeHistory(
          keptStreams(store),
          id('one'),
          { limit, cursor },
          caller,
          NOW,
        );
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
  await expect(pledgeHistory(keptStreams(store), id('one'), {}, desk, NOW)).rejects.toMatchObject({
    code: 'PLEDGE_NOT_FOUND',
  });
});

describe('after a correction', () => {
  const LATER = '2026-11-25T09:00:00.000Z';

  /** Acknowledged, as was first recorded, on 2 May; in truth on 29 April. */
  const corrected = async () => {
    const log = aLog();
    const announced = announce(log, 'one', { quantity: quantityOf('1') }, { on: '2019-03-29' });
    const acknowledged = acknowledge(log, 'one', '2019-05-02');
    const put = (corrects: typeof announced, changes: readonly object[], recordedAt: string) =>
      log.add(
        'one',
        'EventCorrected',
        {
          pledgeId: id('one'),
          correctionId: id(recordedAt),
          corrects: corrects.id,
          correctedType: corrects.type,
          changes: changes as never,
          reason: 'Misread',
        },
        { on: recordedAt.slice(0, 10), recordedAt },
      );
    put(
      announced,
      [{ field: 'quantity', old: quantityOf('1'), new: quantityOf('2') }],
      '2026-11-23T09:00:00.000Z',
    );
    put(
      acknowledged,
      [{ field: 'occurredOn', old: '2019-05-02', new: '2019-04-29' }],
      '2026-11-24T09:00:00.000Z',
    );
    let now = '';
    const { store } = await openInMemory({ clock: () => now });
    for (const event of log.events) {
      now = event.type === 'EventCorrected' ? event.recordedAt : '2026-11-20T09:00:00.000Z';
      await append(store, [event]);
    }
    const asked = async (moment: object, caller = reader) =>
      (await pledgeHistory(keptStreams(store), id('one'), moment, caller, LATER)).items;
    const types = async (moment: object) => (await asked(moment)).map(({ type }) => type);
    return { asked, types };
  };
  const quantityOf = (asStated: string) => ({
    min: Number(asStated),
    max: Number(asStated),
    unit: 'units',
    asStated,
  });

  it('as of a day before it the correction is not listed, and what it corrects is marked with both values', async () => {
    const { asked, types } = await corrected();
    expect(await types({ asOf: '2019-04-30' })).toEqual(['PledgeAnnounced', 'PledgeAcknowledged']);
    const [announced] = await asked({ asOf: '2019-04-30' });
    expect(announced).toMatchObject({
      data: { quantity: { asStated: '1' } },
      corrections: [
        {
          field: 'quantity',
          old: { asStated: '1' },
          new: { asStated: '2' },
          reason: 'Misread',
          recordedAt: '2026-11-23T09:00:00.000Z',
        },
      ],
    });
  });

  it('as of a day an event stands where its corrected date puts it, as on the page of the pledge', async () => {
    const { types } = await corrected();
    expect(await types({ asOf: '2019-04-28' })).toEqual(['PledgeAnnounced']);
    expect(await types({ asOf: '2019-04-29' })).toEqual(['PledgeAnnounced', 'PledgeAcknowledged']);
    const before = { asOf: '2019-04-30', knownAt: '2026-11-23T12:00:00.000Z' };
    expect(await types(before)).toEqual(['PledgeAnnounced']);
  });

  it('nothing is marked before the correction was known', async () => {
    const { asked } = await corrected();
    const items = await asked({ knownAt: '2026-11-22T09:00:00.000Z' });
    expect(items.flatMap(({ corrections }) => corrections)).toEqual([]);
  });

  it('without a day all is listed, the corrections among it, each on its own day', async () => {
    const { types } = await corrected();
    const all = ['PledgeAnnounced', 'PledgeAcknowledged', 'EventCorrected', 'EventCorrected'];
    expect(await types({})).toEqual(all);
    expect(await types({ asOf: '2026-11-23' })).toEqual(all.slice(0, 3));
  });
});

it('tells a state that reads an act only because it was recorded for that state that the act was struck', async () => {
  const log = aLog();
  announce(log, 'one');
  const act = { pledgeId: id('one'), actId: id('act'), command: 'JoinPartnership', role: 'MS' } as const;
  const proposed = log.add('one', 'ActProposed', { ...act, state: 'KOR', body: null });
  log.add(
    'one',
    'EventAnnulled',
    { pledgeId: id('one'), annuls: [proposed.id], annulledTypes: ['ActProposed'], reason: 'R', voids: null },
    { visibility: 'INTERNAL' },
  );
  const { store } = await openInMemory();
  const events = log.events.map((event) =>
    event === proposed
      ? { ...event, metadata: { ...event.metadata, onBehalfOf: 'KOR', recordedFor: 'MS' } }
      : event,
  );
  await append(store, events);
  const struckFor = async (caller: typeof desk) => {
    const { items } = await pledgeHistory(keptStreams(store), id('one'), {}, caller, NOW);
    return items.filter(({ type }) => type === 'ActProposed').map(({ struck }) => struck?.reason);
  };
  for (const caller of [desk, focalPointOf('BGD'), focalPointOf('KOR')])
    expect(await struckFor(caller)).toEqual(['R']);
  for (const caller of [reader, focalPointOf('NOR')]) expect(await struckFor(caller)).toEqual([]);
});
