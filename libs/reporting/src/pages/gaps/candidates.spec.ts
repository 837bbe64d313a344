/** Which pledges could fill a gap: which are listed, in which order, and what each reader is told of what is in their way. */
import fc from 'fast-check';
import type { Caller } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, type Log } from '../../testing/a-log.ts';
import { acknowledge, announce, attainL2, match, noteAav, register, select } from '../../testing/a-pledge.ts';
import { closeGap, publishGap, reserve } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { candidatesFor, type CandidatesQuestion } from './candidates.ts';

afterEach(closeAll);

const atLevel1 = (log: Log, name: string, over: Parameters<typeof announce>[2] = {}): void => {
  announce(log, name, { reference: `ref-${name}`, ...over });
  acknowledge(log, name, '2026-01-10');
  register(log, name, '2026-01-20');
};
const atLevel2 = (log: Log, name: string, over: Parameters<typeof announce>[2] = {}): void => {
  atLevel1(log, name, over);
  noteAav(log, name, '2026-03-04', '2028-03-04');
  attainL2(log, name, '2026-03-10');
};

const ask = async (log: Log, over: Partial<CandidatesQuestion> = {}, caller: Caller = desk) =>
  candidatesFor(await contextOf(log.events, caller), { gapId: id('gap'), ...over }, caller);
const named = ({ items }: Awaited<ReturnType<typeof ask>>): readonly string[] =>
  items.map(({ reference }) => reference);

/** One of each state of a pledge that matters, of Bangladesh where nothing else is said. */
const several = (): Log => {
  const log = aLog();
  publishGap(log, 'gap', { number: 2 });
  publishGap(log, 'other', { mission: 'UNMISS' });
  announce(log, 'announced', { reference: 'ref-announced' });
  atLevel1(log, 'level1');
  atLevel2(log, 'level2');
  atLevel2(log, 'matched');
  reserve(log, 'other', 'matched');
  match(log, 'other', 'matched', '2026-04-01');
  atLevel2(log, 'chosen');
  reserve(log, 'other', 'chosen');
  match(log, 'other', 'chosen', '2026-04-01');
  select(log, 'other', 'chosen', '2026-05-01');
  announce(log, 'elsewhere', { reference: 'ref-elsewhere', capabilityCode: 'HOSP-L2' });
  announce(log, 'rwanda', { reference: 'ref-a', memberState: 'RWA' });
  return log;
};

it('lists who is promised and not chosen, of its code, by state and reference, with what is in the way', async () => {
  const page = await ask(several());
  expect(named(page)).toEqual(['ref-announced', 'ref-level1', 'ref-level2', 'ref-matched', 'ref-a']);
  expect(page.total).toBe(5);
  expect(page.items.map(({ inTheWay }) => inTheWay.map(({ code }) => code))).toEqual([
    ['WRONG_ORDER', 'AAV_MISSING'],
    ['AAV_MISSING'],
    [],
    ['NOT_ENOUGH_LEFT', 'TOO_MANY_MATCHES'],
    ['WRONG_ORDER', 'AAV_MISSING'],
  ]);
  expect(page.items[2]).toMatchObject({
    ...{
      pledgeId: id('level2'),
      memberState: 'BGD',
      memberStateName: 'Bangladesh',
      capabilityCode: 'INF-BN',
    },
    ...{
      isSubstitute: false,
      status: 'REGISTERED',
      level: 'L2',
      left: 1,
      openCaveats: 0,
      blockingCaveats: 0,
    },
  });
  expect(page.gap).toMatchObject({ gapId: id('gap'), number: 2, left: 2, fill: 'OPEN', inTheWay: [] });
});

it('takes the codes that fill it in place of its own, and says which those are', async () => {
  const log = several();
  publishGap(log, 'hospital', { capabilityCode: 'HOSP-L1', substitutes: ['HOSP-L2'] });
  const { items } = await ask(log, { gapId: id('hospital') });
  expect(items.map(({ reference, isSubstitute }) => [reference, isSubstitute])).toEqual([
    ['ref-elsewhere', true],
  ]);
});

it.each([
  ['closed', (log: Log) => closeGap(log, 'gap'), 'CLOSED', 'GAP_CLOSED', /^Gap .* is closed\.$/],
  [
    'filled',
    (log: Log) => {
      reserve(log, 'gap', 'level2', 2);
    },
    'FILLED',
    'NOT_ENOUGH_LEFT',
    /^0 of the gap are left to fill\.$/,
  ],
] as const)('a %s gap says so, and lists them all the same', async (_, end, fill, code, detail) => {
  const log = several();
  end(log);
  const page = await ask(log);
  expect(page.gap.fill).toBe(fill);
  expect(page.gap.inTheWay).toEqual([{ code, detail: expect.stringMatching(detail) as string }]);
  expect(page.total).toBe(5);
});

it('a gap that there is not is not found', async () => {
  await expect(ask(several(), { gapId: id('none') })).rejects.toMatchObject({ code: 'GAP_NOT_FOUND' });
});

it('tells of caveats and of visits only who reads them', async () => {
  const log = several();
  log.add('level2', 'CaveatDeclared', {
    ...{ pledgeId: id('level2'), caveatId: id('caveat'), text: 'No nights', kind: 'TASK', blocking: true },
  });
  const found = log.add('level2', 'CaveatDiscovered', {
    ...{ pledgeId: id('level2'), caveatId: id('found'), text: 'None', kind: 'TASK', blocking: true },
    ...{ incidentOn: '2026-04-01', source: 'Report' },
  });
  Object.assign(found.metadata, { visibility: 'INTERNAL' });
  // The visit behind the level no longer counts, which is between the state and the Secretariat.
  noteAav(log, 'level1', '2024-01-01', '2026-01-31');
  attainL2(log, 'level1', '2026-01-30');
  const told = async (caller: Caller) =>
    (await ask(log, {}, caller)).items.slice(1, 3).map((one) => ({
      ...{ name: one.reference, open: one.openCaveats, blocking: one.blockingCaveats },
      codes: one.inTheWay.map(({ code }) => code),
    }));
  const whole = [
    { name: 'ref-level1', open: 0, blocking: 0, codes: ['AAV_EXPIRED'] },
    { name: 'ref-level2', open: 2, blocking: 2, codes: ['CAVEAT_OPEN'] },
  ];
  expect(await told(desk)).toEqual(whole);
  expect(await told(focalPointOf('BGD'))).toEqual(whole);
  const inPart = await told(focalPointOf('RWA'));
  expect(inPart.map(({ open, blocking }) => [open, blocking])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(inPart[0]?.codes).toEqual([]);
  const { items } = await ask(log, {}, focalPointOf('RWA'));
  expect(JSON.stringify(items)).not.toContain(id('found'));
});

it('pages of any size are the same list, whose cursor is for this gap alone', async () => {
  const log = aLog();
  publishGap(log, 'gap', { substitutes: ['MP', 'FPU'] });
  publishGap(log, 'other');
  for (let n = 0; n < 17; n += 1)
    announce(log, `n${n}`, {
      ...{ reference: `ref-${n}`, memberState: ['RWA', 'BGD', 'URY'][n % 3] ?? 'RWA' },
      capabilityCode: ['INF-BN', 'MP', 'INF-BN', 'FPU'][n % 4] ?? 'INF-BN',
    });
  const context = await contextOf(log.events, desk);
  const walked = async (limit: number): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const asked = { gapId: id('gap'), limit, ...(cursor && { cursor }) };
      const page = await candidatesFor(context, asked, desk);
      expect([page.total, page.items.length <= limit]).toEqual([17, true]);
      found.push(...named(page));
      cursor = page.next;
    }
    return found;
  };
  const all = await walked(200);
  expect(new Set(all).size).toBe(17);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (limit) => {
      expect(await walked(limit)).toEqual(all);
    }),
    { numRuns: 10 },
  );
  const { next } = await candidatesFor(context, { gapId: id('gap'), limit: 5 }, desk);
  const wrong = { gapId: id('other'), limit: 5, ...(next !== null && { cursor: next }) };
  await expect(candidatesFor(context, wrong, desk)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});
