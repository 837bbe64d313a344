/** What read models say once an event was struck, however the log arrived, and what they say of the time before. */
import fc from 'fast-check';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { pledgesMatching } from '../pages/pledge/pledges-matching.ts';
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { registerConference, wholeLife } from '../testing/around-a-pledge.ts';
import { append, closeAll, dumpOf, openInMemory } from '../testing/read-models-of.ts';
import { PLEDGE_REGISTER } from '../views/register/register-row.ts';
import { VOID_PLEDGES } from '../views/register/void-pledges.view.ts';

afterEach(closeAll);

const annul = (log: Log, pledge: string, struck: readonly RecordedEvent[], recordedAt?: string) => {
  const isVoid = struck.some(({ type }) => type === 'PledgeAnnounced');
  log.add(
    pledge,
    'EventAnnulled',
    {
      ...{ pledgeId: id(pledge), annulmentId: id('annulment'), reason: 'Of another pledge' },
      annuls: struck.map((event) => event.id),
      annulledTypes: struck.map(({ type }) => type),
      voids: isVoid ? { memberState: 'BGD', reference: `none/BGD/${pledge}` } : null,
    },
    recordedAt === undefined ? {} : { recordedAt },
  );
};
const ofPledge = (log: Log, pledge: string) =>
  log.events.filter(({ stream }) => stream === `pledge-${id(pledge)}`);

/** A whole life with one event struck, and beside it a pledge that is void. */
const told = (struck: number): readonly RecordedEvent[] => {
  const log = aLog();
  registerConference(log, '2021-seoul');
  wholeLife(log, 'one');
  const life = ofPledge(log, 'one');
  announce(log, 'void');
  acknowledge(log, 'void', '2026-01-05');
  annul(log, 'one', [life[1 + (struck % (life.length - 1))]!]);
  annul(log, 'void', ofPledge(log, 'void'));
  return log.events;
};

it('in any batches and delivered again, the rows are those of a rebuild', async () => {
  const batches = fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), again: fc.nat(5) }), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(40), batches, async (struck, sizes) => {
      const opened = await openInMemory();
      const { readModels, store, views } = opened;
      await append(store, told(struck));
      const log = await store.readAll({ limit: 1000 });
      for (let at = 0, n = 0; at < log.length; n += 1) {
        const { size, again } = sizes[n % sizes.length]!;
        await readModels.handle(log.slice(Math.max(at - again, 0), at + size));
        at += size;
      }
      const live = await dumpOf(views);
      expect(await readModels.rebuild()).toMatchObject({ corrected: 0 });
      expect(await dumpOf(views)).toEqual(live);
      expect(await views.get(PLEDGE_REGISTER, id('void'))).toBeUndefined();
      expect(await views.get(VOID_PLEDGES, id('void'))).toMatchObject({ pledge: { status: 'VOID' } });
      await opened.close();
    }),
    { numRuns: 30 },
  );
});

describe('as known at a moment', () => {
  const [BEFORE, AT, LATER] = [
    '2026-11-20T09:00:00.000Z',
    '2026-11-21T09:00:00.000Z',
    '2026-11-23T09:00:00.000Z',
  ];

  const begin = async () => {
    let now = BEFORE;
    const { store, readModels, contexts } = await openInMemory({ clock: () => now });
    const log = aLog();
    announce(log, 'one', {}, { on: '2025-09-28' });
    acknowledge(log, 'one', '2025-10-10');
    announce(log, 'void', {}, { on: '2025-09-28' });
    await append(store, log.events);
    const known = log.events.length;
    now = AT;
    annul(log, 'one', ofPledge(log, 'one').slice(1));
    annul(log, 'void', ofPledge(log, 'void'));
    await append(store, log.events.slice(known));
    now = LATER;
    await readModels.handle(await store.readAll({ limit: 1000 }));
    return (moment: { readonly knownAt?: string; readonly asOf?: string }) =>
      contexts.ask(moment, desk, async (context) => {
        const { items } = await pledgesMatching(context, {}, desk);
        return items.map(({ reference, status }) => `${reference.split('/').at(-1) ?? ''} ${status}`).sort();
      });
  };

  it('what was known before stays, and counts as without it from the annulment on', async () => {
    const ask = await begin();
    const before = [expect.stringMatching(/ ACKNOWLEDGED$/), expect.stringMatching(/ ANNOUNCED$/)];
    expect(await ask({ knownAt: BEFORE })).toEqual(expect.arrayContaining(before));
    expect(await ask({ knownAt: '2026-11-21T08:59:59.999Z' })).toHaveLength(2);
    for (const knownAt of [AT, LATER]) {
      expect(await ask({ knownAt })).toEqual([expect.stringMatching(/ ANNOUNCED$/)]);
    }
    expect(await ask({})).toEqual([expect.stringMatching(/ ANNOUNCED$/)]);
  });

  it('a day of the past is told as it is known today, or as it was then', async () => {
    const ask = await begin();
    const asOf = '2025-10-11';
    expect(await ask({ asOf })).toEqual([expect.stringMatching(/ ANNOUNCED$/)]);
    expect(await ask({ asOf, knownAt: BEFORE })).toHaveLength(2);
    expect(await ask({ asOf: '2025-09-27', knownAt: BEFORE })).toEqual([]);
  });
});
