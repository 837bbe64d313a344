/** Questions about the past, asked of real read models: decision 11. */
import { pledgePage } from '../pages/pledge/pledge-page.ts';
import { pledgesMatching } from '../pages/pledge/pledges-matching.ts';
import type { AsOfQuery } from '../answers/as-of.ts';
import type { QueryContexts } from './query-contexts.ts';
import { aLog, desk, id } from '../testing/a-log.ts';
import { acknowledge, announce, withdraw } from '../testing/a-pledge.ts';
import { skip } from '../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../testing/read-models-of.ts';

afterEach(closeAll);

const IMPORTED = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';

/** A process whose clock the test sets, and whose deliveries follow what is written. */
const begin = async () => {
  let now = IMPORTED;
  const { store, readModels, contexts } = await openInMemory({ clock: () => now });
  const log = aLog();
  let written = 0;
  return {
    log,
    contexts,
    at: (moment: string) => (now = moment),
    write: async () => {
      await append(store, log.events.slice(written));
      const recorded = (await store.readAll({ limit: 1000 })).slice(written);
      written = log.events.length;
      await readModels.handle(recorded);
    },
  };
};

const statuses = (contexts: QueryContexts, moment: AsOfQuery) =>
  contexts.ask(moment, desk, async (context) => {
    const { items } = await pledgesMatching(context, {}, desk);
    return Object.fromEntries(items.map(({ reference, status }) => [reference.slice(-3), status]));
  });

describe('as of a business date', () => {
  it('an event that operators have told the group to skip counts at no day', async () => {
    const { log, contexts, write } = await begin();
    for (const pledge of ['one', 'two']) announce(log, pledge, {}, { on: '2015-09-28' });
    const [skipped] = ['one', 'two'].map((pledge) => acknowledge(log, pledge, '2015-10-10'));
    skip(log, skipped!);
    await write();
    expect(await statuses(contexts, { asOf: '2016-06-17' })).toEqual({
      one: 'ANNOUNCED',
      two: 'ACKNOWLEDGED',
    });
  });

  it('histories imported today are told as they stood on 17 June 2016', async () => {
    const { log, contexts, write } = await begin();
    announce(log, 'one', {}, { on: '2015-09-28' });
    announce(log, 'two', {}, { on: '2015-09-28' });
    announce(log, 'new', {}, { on: '2016-09-08' });
    acknowledge(log, 'one', '2015-10-10');
    withdraw(log, 'one', '2016-06-18');
    withdraw(log, 'two', '2016-06-01');
    await write();
    expect(await statuses(contexts, { asOf: '2016-06-17' })).toEqual({
      one: 'ACKNOWLEDGED',
      two: 'WITHDRAWN',
    });
    expect(await statuses(contexts, {})).toEqual({ one: 'WITHDRAWN', two: 'WITHDRAWN', new: 'ANNOUNCED' });
  });

  it('an announcement without a date counts from the last day of its conference', async () => {
    const { log, contexts, write } = await begin();
    announce(log, 'one', { conference: '2015-new-york' }, { on: null });
    announce(log, 'two', { conference: null }, { on: null });
    await write();
    expect(await statuses(contexts, { asOf: '2015-09-27' })).toEqual({});
    expect(await statuses(contexts, { asOf: '2015-09-28' })).toEqual({ one: 'ANNOUNCED' });
  });

  it('goes on with what is recorded afterwards about that day', async () => {
    const { log, contexts, write } = await begin();
    announce(log, 'one', {}, { on: '2015-09-28' });
    await write();
    expect(await statuses(contexts, { asOf: '2016-06-17' })).toEqual({ one: 'ANNOUNCED' });
    acknowledge(log, 'one', '2015-10-10');
    await write();
    expect(await statuses(contexts, { asOf: '2016-06-17' })).toEqual({ one: 'ACKNOWLEDGED' });
  });
});

describe('two days between which nothing had happened', () => {
  it.each([
    ['later', ['2016-06-17', '2015-10-09']],
    ['earlier', ['2015-10-09', '2016-06-17']],
  ])(
    'are told apart once an act of a day in between is entered, whichever was asked about first: %s',
    async (_, days) => {
      const { log, contexts, write } = await begin();
      announce(log, 'one', {}, { on: '2015-09-28' });
      await write();
      for (const asOf of days) expect(await statuses(contexts, { asOf })).toEqual({ one: 'ANNOUNCED' });
      acknowledge(log, 'one', '2015-10-10');
      await write();
      for (const asOf of days)
        expect(await statuses(contexts, { asOf })).toEqual({
          one: asOf < '2015-10-10' ? 'ANNOUNCED' : 'ACKNOWLEDGED',
        });
    },
  );
});

describe('as known at a moment', () => {
  it('what is recorded later changes nothing', async () => {
    const { log, contexts, write, at } = await begin();
    announce(log, 'one', {}, { on: '2015-09-28' });
    await write();
    at(LATER);
    acknowledge(log, 'one', '2015-10-10');
    await write();
    const before = { knownAt: '2026-11-23T12:00:00+01:00' };
    expect(await statuses(contexts, before)).toEqual({ one: 'ANNOUNCED' });
    withdraw(log, 'one', '2015-11-11');
    await write();
    expect(await statuses(contexts, before)).toEqual({ one: 'ANNOUNCED' });
    expect(await statuses(contexts, { knownAt: LATER })).toEqual({ one: 'WITHDRAWN' });
  });

  it('a correction changes the present and the business dates before it, and no older knowledge', async () => {
    const { log, contexts, write, at } = await begin();
    const announced = announce(log, 'one', {}, { on: '2016-09-28' });
    await write();
    at(LATER);
    log.add('one', 'EventCorrected', {
      pledgeId: id('one'),
      correctionId: id('correction'),
      corrects: announced.id,
      correctedType: 'PledgeAnnounced',
      changes: [{ field: 'occurredOn', old: '2016-09-28', new: '2015-09-28' }],
      reason: 'The year was misread',
    });
    await write();
    expect(await statuses(contexts, { asOf: '2016-06-17' })).toEqual({ one: 'ANNOUNCED' });
    expect(await statuses(contexts, { asOf: '2016-06-17', knownAt: IMPORTED })).toEqual({});
    const page = (moment: AsOfQuery) =>
      contexts.ask(moment, desk, (context) => pledgePage(context, id('one'), desk, context.today));
    expect((await page({})).announcedOn).toBe('2015-09-28');
    expect((await page({ knownAt: IMPORTED })).announcedOn).toBe('2016-09-28');
  });
});

it('says which times were used, and offers nothing to be done', async () => {
  const { log, contexts, write, at } = await begin();
  announce(log, 'one', {}, { on: '2015-09-28' });
  await write();
  at(LATER);
  const page = (moment: AsOfQuery) =>
    contexts.ask(moment, desk, (context) => pledgePage(context, id('one'), desk, context.today));
  expect(await page({})).toMatchObject({ asOf: null, knownAt: null, recordedUpTo: IMPORTED });
  expect((await page({})).commands).not.toEqual([]);
  expect(await page({ asOf: '2016-01-01', knownAt: IMPORTED })).toMatchObject({
    asOf: '2016-01-01',
    knownAt: IMPORTED,
    recordedUpTo: IMPORTED,
    commands: [],
  });
});

it('the future is refused', async () => {
  const { contexts } = await begin();
  for (const moment of [{ asOf: '2026-11-24' }, { knownAt: LATER }]) {
    await expect(statuses(contexts, moment)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'DATE_IN_FUTURE',
      details: { field: Object.keys(moment)[0] },
    });
  }
});

it('more pasts than are kept, asked at the same time, are all answered rightly', async () => {
  const { log, contexts, write } = await begin();
  for (let year = 2011; year <= 2019; year += 1)
    announce(log, `${year}`.slice(1), {}, { on: `${year}-05-01` });
  await write();
  const years = Array.from({ length: 9 }, (_, n) => 2011 + n);
  const counts = await Promise.all(
    [...years, ...years].map(async (year) => {
      const found = await statuses(contexts, { asOf: `${year}-12-31` });
      return [year, Object.keys(found).length];
    }),
  );
  expect(counts).toEqual([...years, ...years].map((year) => [year, year - 2010]));
});

it('a past that cannot be read is begun anew the next time', async () => {
  const { log, contexts, write } = await begin();
  announce(log, 'one', {}, { on: '2015-09-28' });
  await write();
  const failing = contexts.ask({ asOf: '2016-01-01' }, desk, () =>
    Promise.reject(new Error('the reader left')),
  );
  await expect(failing).rejects.toThrow('the reader left');
  expect(await statuses(contexts, { asOf: '2016-01-01' })).toEqual({ one: 'ANNOUNCED' });
});
