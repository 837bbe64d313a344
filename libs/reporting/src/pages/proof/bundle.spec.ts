/** Which events a bundle has, in which order, how many, and what it claims of them. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Caller } from '@pledgeline/contracts';
import { Rejected, StoreUnavailable, type EventStore, type RecordedEvent } from '@pledgeline/event-sourcing';
import { allOf } from '@pledgeline/event-sourcing/testing';
import { verifierOf, verifyBundle } from '@pledgeline/transparency';
import fc from 'fast-check';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { acknowledge, announce } from '../../testing/a-pledge.ts';
import { aProvedLog, KEYS } from '../../testing/a-proved-log.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { namesInCodes } from '../../views/names-in-question.ts';
import { bundle, type AskedBundle } from './bundle.ts';

const closing: (() => void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await closeAll();
});

const key = verifierOf(KEYS.verifierKey);
const NOW = '2026-11-30T12:00:00.000Z';
const auditor: Caller = { subject: 'an.auditor', role: 'AUDITOR', state: null };

const openedOn = async (log: Log) => {
  const { store, readModels, contexts } = await openInMemory();
  await append(store, log.events);
  await readModels.handle(log.events);
  const proved = aProvedLog(store);
  closing.push(() => proved.close());
  await proved.sign();
  const opened = async (
    asked: AskedBundle,
    caller: Caller,
    {
      signal = new AbortController().signal,
      read = store,
    }: { readonly signal?: AbortSignal; readonly read?: Pick<EventStore, 'read' | 'readAll'> } = {},
  ) =>
    bundle(asked, caller, {
      ...{ contexts, signal, store: read, now: NOW, inCodes: namesInCodes },
      proofs: () => proved.opened,
    });
  const asked = async (question: AskedBundle, caller: Caller): Promise<Buffer> =>
    Buffer.concat(await allOf(await opened(question, caller)));
  return { store, proved, opened, asked };
};

const named = ({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>): string =>
  `${stream}@${revision}`;

it('what is not for its reader is passed over by the page', async () => {
  const log = aLog();
  announce(log, 'one');
  for (let n = 0; n < 600; n += 1)
    Object.assign(acknowledge(log, 'one', '2026-01-03').metadata, { visibility: 'INTERNAL' });
  acknowledge(log, 'one', '2026-01-04');
  const { store, opened } = await openedOn(log);
  let reads = 0;
  const read = {
    readAll: store.readAll.bind(store),
    read: (...page: Parameters<EventStore['read']>) => {
      reads += 1;
      return store.read(...page);
    },
  };
  const archive = Buffer.concat(await allOf(await opened({ pledge: [id('one')] }, reader, { read })));
  expect(verifyBundle(archive, key).events.map(({ revision }) => revision)).toEqual([0, 601]);
  // Once to choose them, once for the list and once for people: seven pages each.
  expect(reads).toBeLessThan(40);
});

describe('how many events', () => {
  /** Two pledges; the first with so many events. */
  const ofSoMany = (count: number): Log => {
    const log = aLog();
    announce(log, 'one', { conference: '2021-seoul' });
    for (let n = 1; n < count; n += 1) acknowledge(log, 'one', '2021-12-08');
    announce(log, 'other');
    return log;
  };

  it.each<[string, AskedBundle, string]>([
    ['named', { pledge: [id('other'), id('one')] }, 'pledge'],
    ['of a conference', { conference: '2021-seoul' }, 'conference'],
    ['of a state', { memberState: 'BGD' }, 'memberState'],
  ])('pledges %s of more than 2,000 are too many for who has not signed in', async (_, asked, field) => {
    const { opened } = await openedOn(ofSoMany(2001));
    await expect(opened(asked, reader)).rejects.toMatchObject({
      ...{ code: 'BUNDLE_TOO_LARGE', details: { limit: 2000, field } },
    });
  });

  it('2,000 are not, and for others 4,001 are none either', async () => {
    const strangers = await openedOn(ofSoMany(2000));
    expect(verifyBundle(await strangers.asked({ pledge: id('one') }, reader), key).events).toHaveLength(2000);
    const others = await openedOn(ofSoMany(4001));
    expect(verifyBundle(await others.asked({ pledge: id('one') }, desk), key).events).toHaveLength(4001);
  });
});

describe('of pledges whose events lie among each other', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e'];
  const lives = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 250 });
  const logOf = (order: readonly string[]): Log => {
    const log = aLog();
    const begun = new Set<string>();
    for (const name of order) {
      if (begun.has(name)) acknowledge(log, name, '2026-01-02');
      else announce(log, name);
      begun.add(name);
    }
    return log;
  };

  it('it has each event of those that are asked for once, in the order of the log', async () => {
    await fc.assert(
      fc.asyncProperty(lives, fc.subarray(NAMES, { minLength: 1 }), async (order, asked) => {
        const log = logOf(order);
        const there = asked.filter((name) => order.includes(name));
        fc.pre(there.length > 0);
        const { asked: ask } = await openedOn(log);
        const { events, manifest } = verifyBundle(await ask({ pledge: there.map(id) }, auditor), key);
        const wanted = log.events.filter(({ stream }) =>
          there.some((name) => stream === `pledge-${id(name)}`),
        );
        expect(events.map(named)).toEqual(wanted.map(named));
        expect(events.map(({ leaf }) => leaf)).toEqual(wanted.map((event) => log.events.indexOf(event)));
        expect(manifest.complete).toBe(true);
        for (const close of closing.splice(0)) close();
        await closeAll();
      }),
      { numRuns: 15 },
    );
  });
});

describe('of a conference, a state or everything', () => {
  const ofTwoStates = (): Log => {
    const made = aLog();
    announce(made, 'seoul of BGD', { conference: '2021-seoul' });
    announce(made, 'none of BGD');
    announce(made, 'seoul of RWA', { conference: '2021-seoul', memberState: 'RWA' });
    acknowledge(made, 'seoul of BGD', '2026-01-02');
    acknowledge(made, 'none of BGD', '2026-01-02');
    announce(made, 'none of RWA', { memberState: 'RWA' });
    return made;
  };
  const log = ofTwoStates();

  it.each<[AskedBundle, readonly string[]]>([
    [{ conference: '2021-seoul' }, ['seoul of BGD', 'seoul of RWA']],
    [{ conference: 'none' }, ['none of BGD', 'none of RWA']],
    [{ memberState: 'RWA' }, ['seoul of RWA', 'none of RWA']],
    [{ memberState: 'Rwanda' }, ['seoul of RWA', 'none of RWA']],
    [{ conference: '2021-seoul', memberState: 'BGD' }, ['seoul of BGD']],
    [{ conference: '2015-new-york' }, []],
    [{ all: 'true' }, ['seoul of BGD', 'none of BGD', 'seoul of RWA', 'none of RWA']],
  ])('%j is a bundle of these pledges', async (asked, pledges) => {
    const { asked: ask } = await openedOn(log);
    const archive = await ask(asked, auditor);
    const streams = pledges.map((name) => `pledge-${id(name)}`);
    const { manifest, events } = verifyBundle(archive, key);
    expect(manifest.streams.map(({ stream }) => stream).toSorted()).toEqual(streams.toSorted());
    expect(events).toHaveLength(log.events.filter(({ stream }) => streams.includes(stream)).length);
    if (pledges.length > 0)
      expect(Buffer.compare(archive, await ask({ pledge: pledges.map(id) }, auditor))).toBe(0);
  });

  it.each<[string, Caller, boolean]>([
    ['an auditor', auditor, true],
    ['the desk', desk, true],
    ['the state whose pledge it is', focalPointOf('BGD'), false],
    ['another state', focalPointOf('RWA'), false],
    ['the public', reader, false],
  ])('it says that it is complete to %s: %s', async (_, caller, complete) => {
    const { asked } = await openedOn(log);
    for (const question of [{ pledge: id('seoul of BGD') }, { conference: '2021-seoul' }])
      expect(verifyBundle(await asked(question, caller), key).manifest.complete).toBe(complete);
  });

  it.each<[string, AskedBundle, Caller, object]>([
    ['nothing', {}, auditor, { code: 'BUNDLE_OF_NOTHING', details: { field: 'pledge' } }],
    ['two things', { all: 'true', memberState: 'RWA' }, auditor, { code: 'BUNDLE_OF_NOTHING' }],
    ['a conference that nobody knows', { conference: '1900-x' }, auditor, { code: 'UNKNOWN_CONFERENCE' }],
    ['a state that nobody knows', { memberState: 'Atlantis' }, auditor, { code: 'UNKNOWN_STATE' }],
    ['a pledge that there is not', { pledge: id('x') }, auditor, { code: 'PLEDGE_NOT_FOUND' }],
    ['all, by who may not read it', { all: 'true' }, focalPointOf('RWA'), { code: 'FORBIDDEN' }],
    ['a tree that is not signed', { all: 'true', since: 7 }, auditor, { code: 'BEYOND_THE_TREE' }],
  ])('asking for %s is refused before anything is made', async (_, asked, caller, refusal) => {
    const { opened } = await openedOn(log);
    const made = opened(asked, caller);
    await expect(made).rejects.toBeInstanceOf(Rejected);
    await expect(made).rejects.toMatchObject(refusal);
  });

  it('has the same bytes for the same tree, whatever is appended while it is read', async () => {
    const log = ofTwoStates();
    const { opened, asked, store, proved } = await openedOn(log);
    for (const question of [{ all: 'true' as const }, { conference: '2021-seoul' }]) {
      const before = await asked(question, auditor);
      const reading = await opened(question, auditor);
      await append(store, [acknowledge(log, 'seoul of RWA', '2026-01-03')]);
      await proved.sign();
      const pieces = await allOf(reading);
      expect(Buffer.compare(Buffer.concat(pieces), before)).toBe(0);
    }
  });

  it('an event that is not what was signed is never handed out', async () => {
    const { opened, store } = await openedOn(log);
    const changed = (events: RecordedEvent[]): RecordedEvent[] =>
      events.map((event) => (event.revision === 1 ? { ...event, type: 'PledgeLapsed' } : event));
    const read = {
      read: async (...page: Parameters<EventStore['read']>) => changed(await store.read(...page)),
      readAll: async (...page: Parameters<EventStore['readAll']>) => changed(await store.readAll(...page)),
    };
    const pieces = await opened({ all: 'true' }, auditor, { read });
    await expect(allOf(pieces)).rejects.toMatchObject({
      message: expect.stringMatching(/^The event pledge-\S+@1 cannot be proved/) as string,
    });
    await expect(allOf(await opened({ all: 'true' }, auditor, { read }))).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
  });
});

it('ends soon after nobody waits for it, and lets others have the thread meanwhile', async () => {
  const log = aLog();
  announce(log, 'one');
  for (let n = 0; n < 1000; n += 1) acknowledge(log, 'one', '2026-01-02');
  const { opened } = await openedOn(log);
  const gone = new AbortController();
  const pieces = await opened({ all: 'true' }, auditor, { signal: gone.signal });
  const reading = allOf(pieces);
  const twentyTurns = async (): Promise<string> => {
    for (let n = 0; n < 20; n += 1) await nextTurn();
    return 'others';
  };
  expect(await Promise.race([reading.then(() => 'the reader'), twentyTurns()])).toBe('others');
  gone.abort(new Error('hung up'));
  await expect(reading).rejects.toThrow('hung up');
});
