/** A pledge as it stood after one of its events is what its page would have been then, cut to what its reader of today may see. */
import { dayOf, earliestToday, mayReadEvent, type Caller } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { keptStreams } from '../../read-models/kept-streams.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { acknowledge, announce } from '../../testing/a-pledge.ts';
import { leave, together } from '../../testing/a-partnership.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { append, closeAll, contextOf, openInMemory } from '../../testing/read-models-of.ts';
import { pledgeHistory } from './pledge-history.ts';
import { getPledge, pledgePage } from './pledge-page.ts';
import type { PledgePage } from './pledge.schema.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const OWNER = focalPointOf('BGD');
const READERS: readonly Caller[] = [desk, OWNER, focalPointOf('RWA'), reader];

const asking = async (events: readonly RecordedEvent[], clock?: () => string) => {
  const { store, contexts, readModels } = await openInMemory(clock === undefined ? {} : { clock });
  await append(store, events);
  await readModels.handle(events);
  const sources = {
    ...{ contexts, store, now: NOW, signal: new AbortController().signal },
    streams: keptStreams(store),
    proofs: () => null,
    inCodes: <Input>(_: unknown, input: Input) => Promise.resolve(input),
  };
  const at = async (atRevision: number, caller: Caller, more: object = {}): Promise<PledgePage> => {
    const asked = { pledgeId: id('one'), atRevision, ...more };
    return (await getPledge.answer(asked, caller, sources)).content as PledgePage;
  };
  const history = async (caller: Caller) =>
    (await pledgeHistory(sources.streams, id('one'), { limit: 200 }, caller, NOW)).items;
  return { at, history };
};

/** Said of the answer, or of when its events were stored. */
const pledgeIn = ({
  commands: _,
  notNow: _not,
  atRevision: _at,
  recordedUpTo: _up,
  definitionsNote: _note,
  ...page
}: PledgePage) => page;

const aLife = () => {
  const log = aLog();
  wholeLife(log, 'one');
  return { log, own: log.events.filter(({ stream }) => stream === `pledge-${id('one')}`) };
};

describe('of a whole life', () => {
  it.each(READERS)('is to $role of $state what the page was then', async (caller) => {
    const { log, own } = aLife();
    const { at } = await asking(log.events);
    const readable = own.filter((event) => mayReadEvent(caller, event, ['BGD']));
    expect(readable.length).toBeGreaterThan(4);
    for (const { revision, position } of readable) {
      const page = await at(revision, caller);
      expect(page).toMatchObject({ atRevision: revision, revision, commands: [] });
      const then = await contextOf(log.events.slice(0, Number(position) + 1), caller);
      const recordedAt = NOW;
      const expected = await pledgePage(
        then,
        id('one'),
        caller,
        dayOf(recordedAt),
        earliestToday(recordedAt),
      );
      // What stands around it is as it is now.
      const around = { slots: page.slots, feedback: page.feedback, missions: page.missions };
      expect(pledgeIn(page)).toEqual({ ...pledgeIn(expected), ...around });
    }
  });

  it.each(READERS)(
    'the history says to $role of $state which fields changed, and no other',
    async (caller) => {
      const { log } = aLife();
      const { at, history } = await asking(log.events);
      const items = await history(caller);
      for (const [n, { revision, changes }] of items.entries()) {
        const before = items[n - 1];
        // Only of two events side by side both pages can be asked for.
        if (before === undefined || before.revision !== revision - 1) continue;
        const [then, now] = [await at(before.revision, caller), await at(revision, caller)];
        const moved = Object.keys(now).filter(
          (name) =>
            !AROUND.includes(name) &&
            JSON.stringify(then[name as keyof PledgePage]) !== JSON.stringify(now[name as keyof PledgePage]),
        );
        const named = [...new Set(changes.map(({ field }) => field.split('.')[0]))];
        expect({ revision, named: named.toSorted() }).toEqual({ revision, named: moved.toSorted() });
      }
      expect(items.flatMap(({ changes }) => changes).length).toBeGreaterThan(20);
    },
  );
});

/** Not the pledge's own, or of the answer. */
const AROUND: readonly string[] = ['revision', 'atRevision', 'slots', 'feedback', 'missions', 'recordedUpTo'];

describe('is refused', () => {
  it.each([
    [desk, 99],
    [reader, 99],
  ])('beyond the end', async (caller, revision) => {
    const { log } = aLife();
    const { at } = await asking(log.events);
    await expect(at(revision, caller)).rejects.toMatchObject({ kind: 'invalid', code: 'UNKNOWN_EVENT' });
  });

  it('in the same words after an event that the reader may not read', async () => {
    const { log, own } = aLife();
    const { at } = await asking(log.events);
    const messageAt = (revision: number, caller: Caller): Promise<string> =>
      at(revision, caller).then(
        () => 'shown',
        (error: unknown) => (error as Error).message.replace(`#${revision}`, '#n'),
      );
    const beyond = await messageAt(99, reader);
    for (const event of own) {
      const isHis = mayReadEvent(reader, event, ['BGD']);
      expect(await messageAt(event.revision, reader)).toBe(isHis ? 'shown' : beyond);
    }
    expect(own.some((event) => !mayReadEvent(reader, event, ['BGD']))).toBe(true);
  });

  it.each([{ asOf: '2026-06-01' }, { knownAt: NOW }])('together with another past: %j', async (past) => {
    const { log } = aLife();
    const { at } = await asking(log.events);
    await expect(at(0, desk, past)).rejects.toMatchObject({ code: 'AT_REVISION_AND_DAY' });
  });

  it('of a pledge nobody announced', async () => {
    const { at } = await asking([]);
    await expect(at(0, desk)).rejects.toMatchObject({ code: 'PLEDGE_NOT_FOUND' });
  });
});

it('shows what stood before a correction as it was recorded, and what it changed beside it', async () => {
  const log = aLog();
  announce(log, 'one', {}, { on: '2019-03-29' });
  const acknowledged = acknowledge(log, 'one', '2019-05-02');
  const data = { pledgeId: id('one'), correctionId: id('c'), corrects: acknowledged.id, reason: 'Misread' };
  const change = { field: 'occurredOn', old: '2019-05-02', new: '2019-04-29' };
  const correction = log.add('one', 'EventCorrected', {
    ...data,
    correctedType: 'PledgeAcknowledged',
    changes: [change],
  });
  const { at, history } = await asking(log.events);
  const days = [];
  for (const revision of [1, 2]) days.push((await at(revision, reader)).reachedOn.ACKNOWLEDGED);
  expect(days).toEqual(['2019-05-02', '2019-04-29']);
  const [, corrected, itself] = await history(reader);
  const named = { id: correction.id, stream: correction.stream, revision: 2 };
  expect(corrected).toMatchObject({ correctedBy: [named], annulledBy: null });
  expect(itself?.changes).toEqual(
    expect.arrayContaining([{ field: 'reachedOn.ACKNOWLEDGED', before: '2019-05-02', after: '2019-04-29' }]),
  );
});

it('an annulment that the reader may not read is not named to him', async () => {
  const log = aLog();
  announce(log, 'one');
  const note = acknowledge(log, 'one', '2026-01-05');
  const annulment = log.add(
    'one',
    'EventAnnulled',
    { pledgeId: id('one'), annuls: [note.id], annulledTypes: ['CaveatTalkNoted'], reason: 'R', voids: null },
    { visibility: 'INTERNAL' },
  );
  const { history } = await asking(log.events);
  const of = async (caller: Caller) => (await history(caller)).find(({ id: event }) => event === note.id);
  expect((await of(desk))?.annulledBy).toMatchObject({ id: annulment.id, revision: 2 });
  expect((await of(reader))?.annulledBy).toBeNull();
});

describe('the present decides who reads', () => {
  /** Norway leads, Rwanda joins, a question is asked; then Rwanda may leave. */
  const carried = async (rwandaLeft: boolean) => {
    const log = aLog();
    together(log, 'one', 'JOINT_DEPLOYMENT', 'RWA');
    const asked = { pledgeId: id('one'), clarificationId: id('c'), question: '?', field: null };
    const question = log.add('one', 'ClarificationRequested', {
      ...{ ...asked, dueOn: '2026-02-01', blocking: false },
    });
    log.add('one', 'PledgeAcknowledged', {
      ...{ pledgeId: id('one'), acknowledgedOn: '2026-01-05', acknowledgementReference: 'A' },
    });
    if (rwandaLeft) leave(log, 'one', 'RWA', '2026-03-01');
    return { ...(await asking(log.events)), question: question.revision };
  };
  const RWANDA = focalPointOf('RWA');

  it('a state that joined reads also what stood before', async () => {
    const { at, question } = await carried(false);
    expect((await at(0, RWANDA)).internal).toMatchObject({ clarifications: [] });
    expect((await at(question, RWANDA)).internal?.clarifications).toHaveLength(1);
  });

  it('one that has left reads no more than others, of no event', async () => {
    const { at, history, question } = await carried(true);
    await expect(at(question, RWANDA)).rejects.toMatchObject({ code: 'UNKNOWN_EVENT' });
    expect((await at(question + 1, RWANDA)).internal).toBeNull();
    expect(await history(RWANDA)).toEqual(await history(focalPointOf('KOR')));
    expect((await at(question + 1, focalPointOf('NOR'))).internal?.clarifications).toHaveLength(1);
  });
});
