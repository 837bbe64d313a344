import type { Caller } from '@pledgeline/contracts';
import { pledgeHistory } from './pledge-history.ts';
import { pledgePage } from './pledge-page.ts';
import { pledgesMatching } from './pledges-matching.ts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { announce, attainL2, match, register, select } from '../../testing/a-pledge.ts';
import { append, closeAll, openInMemory, contextOf } from '../../testing/read-models-of.ts';
import { workQueue } from '../work-queue/work-queue.ts';
import { keptStreams } from '../../read-models/kept-streams.ts';

afterEach(closeAll);

const declare = (log: Log, pledge: string, kind: 'GEOGRAPHIC' | 'TIME' = 'GEOGRAPHIC') =>
  log.add(
    pledge,
    'CaveatDeclared',
    { pledgeId: id(pledge), caveatId: id(`declared by ${pledge}`), text: 'Not there', kind, blocking: true },
    { on: '2026-01-22' },
  );
const discover = (log: Log, pledge: string) =>
  log.add(
    pledge,
    'CaveatDiscovered',
    {
      pledgeId: id(pledge),
      caveatId: id(`found with ${pledge}`),
      text: 'No patrols at night',
      kind: 'TASK',
      blocking: true,
      incidentOn: '2026-02-03',
      source: 'Incident report',
    },
    { on: '2026-02-05' },
  );
const lift = (log: Log, pledge: string) =>
  log.add(pledge, 'CaveatLifted', {
    pledgeId: id(pledge),
    caveatId: id(`declared by ${pledge}`),
    liftedOn: '2026-02-10',
    confirmationReference: 'FGS-1',
  });

/** A unit of Bangladesh with one caveat that was declared, and one that the field found. */
const twoCaveats = () => {
  const log = aLog();
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  declare(log, 'one');
  attainL2(log, 'one', '2026-01-25');
  match(log, 'gap', 'one', '2026-01-26');
  select(log, 'gap', 'one', '2026-01-27');
  discover(log, 'one');
  return log;
};
const pageFor = async (caller: Caller, log = twoCaveats()) =>
  pledgePage(await contextOf(log.events, caller), id('one'), caller, '2026-02-06');

describe('an undeclared caveat found in the field', () => {
  it('is on the page for the Secretariat and for the state', async () => {
    for (const caller of [{ ...desk, role: 'FGS' } as const, focalPointOf('BGD')]) {
      const { caveats } = await pageFor(caller);
      expect(caveats).toMatchObject([
        { kind: 'GEOGRAPHIC', undeclared: false, since: '2026-01-22' },
        { kind: 'TASK', undeclared: true, since: '2026-02-03', text: 'No patrols at night' },
      ]);
    }
  });

  it('is not for other states, who read what was declared', async () => {
    expect((await pageFor(focalPointOf('KOR'))).caveats).toMatchObject([{ kind: 'GEOGRAPHIC' }]);
  });

  it('is nowhere in public, and neither is any other', async () => {
    const page = await pageFor(reader);
    expect(page.caveats).toBeNull();
    expect(JSON.stringify(page)).not.toMatch(/Not there|patrols|GEOGRAPHIC|TASK/);
    const { store } = await openInMemory();
    await append(store, twoCaveats().events);
    const { items } = await pledgeHistory(
      keptStreams(store),
      id('one'),
      { limit: 200 },
      reader,
      '2026-11-23T09:00:00.000Z',
    );
    expect(items.map(({ type }) => type).filter((type) => type.startsWith('Caveat'))).toEqual([]);
  });

  it('waits for the state and for those who choose units of its kind', async () => {
    const asked = { kind: 'CAVEAT_DISCOVERED' };
    const context = await contextOf(twoCaveats().events);
    const { items } = await workQueue(context, asked, focalPointOf('BGD'), '2026-02-06');
    expect(items).toMatchObject([{ waitsFor: ['MS', 'FGS'], since: '2026-02-03' }]);
    const lifting = `/pledges/${id('one')}/caveats/${id('found with one')}/lifting`;
    expect(items[0]?.next.map(({ href }) => href)).toEqual([lifting]);
    const [forDesk] = (await workQueue(context, asked, desk, '2026-02-06')).items;
    const talks = `/pledges/${id('one')}/caveats/${id('found with one')}/talks`;
    // The state lifts it; the desk would say that it records that for the state.
    expect(forDesk?.next.map(({ href }) => href)).toEqual([talks]);
  });
});

it('each open caveat has a link to lift it', async () => {
  const log = twoCaveats();
  lift(log, 'one');
  const { commands, caveats } = await pageFor(focalPointOf('BGD'), log);
  expect(caveats).toMatchObject([{ liftedOn: '2026-02-10' }, { liftedOn: null }]);
  expect(commands.filter(({ command }) => command === 'LiftCaveat')).toMatchObject([
    { href: `/pledges/${id('one')}/caveats/${id('found with one')}/lifting` },
  ]);
});

describe('the filter by caveat', () => {
  const listed = async (filters: Parameters<typeof pledgesMatching>[1], caller: Caller = desk) => {
    const log = aLog();
    for (const [pledge, memberState] of [
      ['a', 'BGD'],
      ['b', 'BGD'],
      ['c', 'KOR'],
      ['d', 'BGD'],
    ] as const)
      announce(log, pledge, { reference: pledge, memberState });
    declare(log, 'a');
    declare(log, 'b', 'TIME');
    declare(log, 'c');
    declare(log, 'd');
    lift(log, 'd');
    const { items } = await pledgesMatching(await contextOf(log.events), filters, caller);
    return items.map(({ reference }) => reference).join('');
  };

  it.each([
    [{ caveat: 'GEOGRAPHIC' }, 'ac'],
    [{ caveat: 'none' }, 'd'],
    [{ withoutCaveat: 'GEOGRAPHIC' }, 'bd'],
    [{ caveat: 'TIME', withoutCaveat: 'GEOGRAPHIC' }, 'b'],
    [{ caveat: 'GEOGRAPHIC', memberState: 'KOR' }, 'c'],
  ])('%j finds %s', async (filters, expected) => {
    expect(await listed(filters)).toBe(expected);
  });

  it('answers a state about its own pledges', async () => {
    expect(await listed({ withoutCaveat: 'GEOGRAPHIC' }, focalPointOf('BGD'))).toBe('bd');
    expect(await listed({ caveat: 'GEOGRAPHIC' }, focalPointOf('KOR'))).toBe('c');
    expect(await listed({ caveat: 'GEOGRAPHIC', memberState: 'KOR' }, focalPointOf('BGD'))).toBe('');
  });

  it('is not for the public', async () => {
    await expect(listed({ caveat: 'none' }, reader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what came of a blocking caveat that the state gave up', () => {
  const refused = () => {
    const log = twoCaveats();
    for (const caveatId of [id('declared by one'), id('found with one')]) {
      const on = { pledgeId: id('one'), caveatId };
      log.add('one', 'CaveatGivenUp', { ...on, givenUpOn: '2026-02-06', reference: 'NV-1' });
    }
    const on = { pledgeId: id('one'), caveatId: id('declared by one') };
    const why = { refusedBy: 'FGS', refusedOn: '2026-02-06', reason: 'Two patrols were refused' } as const;
    log.add('one', 'CaveatLiftingRefused', { ...on, ...why });
    return log;
  };

  it.each([
    ['the Secretariat', desk, 'Two patrols were refused', 2],
    ['the state', focalPointOf('BGD'), 'Two patrols were refused', 2],
    ['another state', focalPointOf('KOR'), null, 1],
  ] as const)('%s sees how far it is, and why not where that is for it', async (_, caller, reason, seen) => {
    const { caveats } = await pageFor(caller, refused());
    expect(caveats).toHaveLength(seen);
    expect(caveats?.[0]?.lifting).toEqual({
      givenUpOn: '2026-02-06',
      reference: 'NV-1',
      confirmed: [],
      waitsFor: [],
      refused: { by: 'FGS', on: '2026-02-06', reason },
    });
    if (seen === 2) expect(caveats?.[1]?.lifting?.waitsFor).toEqual(['FGS', 'MISSION', 'EVAL']);
  });

  it('is not for the public, and names no person to anybody', async () => {
    expect((await pageFor(reader, refused())).caveats).toBeNull();
    expect(JSON.stringify(await pageFor(desk, refused()))).not.toMatch(/givenUpBy|actor/);
  });

  it('waits for those who must confirm, or for the state where one did not', async () => {
    const context = await contextOf(refused().events);
    const kinds = async (caller: Caller, kind: string) =>
      (await workQueue(context, { kind }, caller, '2026-02-06')).items.map(({ waitsFor }) => waitsFor);
    expect(await kinds(desk, 'LIFTING_TO_CONFIRM')).toEqual([['FGS', 'MISSION', 'EVAL']]);
    expect(await kinds(focalPointOf('BGD'), 'LIFTING_TO_CONFIRM')).toEqual([]);
    expect(await kinds(focalPointOf('BGD'), 'LIFTING_REFUSED')).toEqual([['MS']]);
    expect(await kinds(focalPointOf('BGD'), 'CAVEAT_DISCOVERED')).toEqual([]);
    await expect(kinds(reader, 'LIFTING_REFUSED')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
