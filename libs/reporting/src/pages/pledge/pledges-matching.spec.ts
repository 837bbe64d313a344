/**
 * Which pledges a list holds, for whom, in which order, and page by page.
 * Long because filters, orders, pages and readers stand side by side.
 */
import { pledgesMatching } from './pledges-matching.ts';
import type { Caller } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { acknowledge, announce, register, withdraw } from '../../testing/a-pledge.ts';
import { registerConference } from '../../testing/around-a-pledge.ts';
import { closeAll, openInMemory, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const register_ = async () => {
  const log = aLog();
  registerConference(log, '2021-seoul');
  announce(log, 'seoul', { conference: '2021-seoul', reference: 'a' });
  announce(log, 'hospital', {
    memberState: 'VNM',
    capabilityCode: 'HOSP-L2',
    category: 'ENABLER',
    reference: 'b',
  });
  announce(log, 'money', { memberState: 'CAN', capabilityCode: null, category: 'FINANCE', reference: 'c' });
  announce(log, 'registered', { reference: 'd' });
  acknowledge(log, 'registered', '2026-01-05');
  register(log, 'registered', '2026-01-20');
  announce(log, 'gone', { reference: 'e' });
  withdraw(log, 'gone', '2026-02-01');
  log.add('money', 'ThemeTagged', { pledgeId: id('money'), themes: ['a4p-women', 'poc'], mainTheme: null });
  const said = { pledgeId: id('seoul'), text: 'On its way' };
  log.add('seoul', 'ProgressReported', said, { on: '2026-03-01', role: 'MS', state: 'BGD' });
  return contextOf(log.events);
};

const found = async (filters: Parameters<typeof pledgesMatching>[1]) =>
  (await pledgesMatching(await register_(), filters, desk)).items.map(({ reference }) => reference).join('');

describe('filters', () => {
  it.each([
    [{}, 'abcde'],
    [{ conference: '2021-seoul' }, 'a'],
    [{ conference: 'none' }, 'bcde'],
    [{ memberState: 'Viet Nam' }, 'b'],
    [{ memberState: 'CAN' }, 'c'],
    [{ category: 'UNIT' }, 'ade'],
    [{ category: 'FINANCE' }, 'c'],
    [{ capabilityCode: 'INF-BN' }, 'ade'],
    [{ theme: 'poc' }, 'acde'],
    [{ theme: 'poc', category: 'FINANCE' }, 'c'],
    [{ theme: 'a4p-women' }, 'c'],
    [{ theme: 'a4p' }, ''],
    [{ status: 'REGISTERED' }, 'd'],
    [{ status: 'WITHDRAWN' }, 'e'],
    [{ level: 'L1' }, 'd'],
    [{ level: 'L2' }, ''],
    [{ status: 'ANNOUNCED', level: 'L1' }, ''],
    [{ due: '2027-01-01' }, 'bcd'],
    [{ due: '2026-12-31' }, ''],
    [{ missing: 'BY_WHEN' }, 'abcde'],
    [{ missing: 'WHAT' }, 'c'],
    [{ missing: 'WHO' }, ''],
    [{ conference: ['2021-seoul', 'none'] }, 'abcde'],
    [{ conference: ['2021-seoul'], status: ['ANNOUNCED', 'WITHDRAWN'] }, 'a'],
    [{ memberState: ['Viet Nam', 'CAN'] }, 'bc'],
    [{ category: ['ENABLER', 'FINANCE'] }, 'bc'],
    [{ category: ['UNIT', 'ENABLER'], capabilityCode: ['HOSP-L2', 'INF-BN'] }, 'abde'],
    [{ theme: ['a4p-women', 'poc'] }, 'acde'],
    [{ status: ['REGISTERED', 'WITHDRAWN'] }, 'de'],
    [{ level: ['L1', 'L2'] }, 'd'],
    [{ missing: ['WHAT', 'WHO'] }, 'c'],
    [{ status: [] }, ''],
    [{ announcedFrom: '2026-01-01', announcedTo: '2026-01-01' }, 'abcde'],
    [{ announcedFrom: '2026-01-02' }, ''],
    [{ announcedTo: '2025-12-31' }, ''],
    [{ lastWordFrom: '2026-03-01' }, 'a'],
    [{ lastWordTo: '2026-02-28' }, 'bcde'],
    [{ dueFrom: '2027-01-01', due: '2027-01-01' }, 'bcd'],
    [{ dueFrom: '2027-01-02' }, 'a'],
    [{ q: 'hospital' }, 'b'],
    [{ q: 'viet HOSP' }, 'b'],
    [{ q: 'canada' }, 'c'],
    [{ q: 'infantry batt bangladesh' }, 'abcde'],
    [{ q: 'infantry', status: 'WITHDRAWN' }, 'e'],
    [{ q: 'nowhere' }, ''],
    [{ reference: 'c' }, 'c'],
    [{ reference: ['e', 'a', 'nowhere'] }, 'ae'],
    [{ reference: ['e', 'a'], status: 'WITHDRAWN' }, 'e'],
    [{ track: 'CAPABILITY' }, 'd'],
    [{ track: 'IMPLEMENTATION' }, ''],
    [{ track: ['CAPABILITY', 'IMPLEMENTATION'] }, 'd'],
    [{ sort: 'statusSince', status: ['REGISTERED', 'WITHDRAWN'] }, 'de'],
    [{ sort: '-statusSince', limit: 2 }, 'ed'],
    [{ sort: '-reference' }, 'edcba'],
    [{ sort: 'memberState', status: ['ANNOUNCED', 'REGISTERED'] }, 'adcb'],
    [{ sort: '-memberState', status: ['ANNOUNCED', 'REGISTERED'] }, 'bcda'],
    [{ sort: '-lastWordOn', limit: 1 }, 'a'],
    [{ sort: '-dueOn', limit: 1 }, 'a'],
  ])('%j finds %s', async (filters, expected) => {
    expect(await found(filters)).toBe(expected);
  });

  it.each([
    [{ memberState: 'Atlantis' }, 'UNKNOWN_STATE', 'memberState'],
    [{ memberState: 'Korea' }, 'UNKNOWN_STATE', 'memberState'],
    [{ conference: '1999-nowhere' }, 'UNKNOWN_CONFERENCE', 'conference'],
    [{ capabilityCode: 'inf-bn' }, 'UNKNOWN_CAPABILITY', 'capabilityCode'],
  ])('%j is refused as %s', async (filters, code, field) => {
    await expect(found(filters)).rejects.toMatchObject({ kind: 'invalid', code, details: { field } });
  });

  it('an unknown conference is answered with those that are known', async () => {
    await expect(found({ conference: '1999-nowhere' })).rejects.toMatchObject({
      details: { allowed: ['none', '2021-seoul'] },
    });
  });
});

describe('pledges of one day', () => {
  /** Announced on one day; one that stands for an earlier day was entered last. */
  const entered = async () => {
    const log = aLog();
    for (const [n, reference] of ['c', 'a', 'b'].entries())
      announce(
        log,
        reference,
        { reference },
        { on: '2026-01-05', recordedAt: `2026-02-01T00:00:0${n}.000Z` },
      );
    announce(log, 'd', { reference: 'd' }, { on: '2026-01-04', recordedAt: '2026-02-01T00:00:09.000Z' });
    return contextOf(log.events);
  };

  it.each([
    ['announcedOn', ['dc', 'ab']],
    ['-announcedOn', ['ba', 'cd']],
    ['statusSince', ['dc', 'ab']],
    ['-lastWordOn', ['ba', 'cd']],
    ['dueOn', ['dc', 'ab']],
  ])('by %s come in the order in which they were entered, page after page', async (sort, pages) => {
    const context = await entered();
    const first = await pledgesMatching(context, { sort, limit: 2 }, desk);
    const second = await pledgesMatching(context, { sort, limit: 2, cursor: first.next ?? '' }, desk);
    const shown = [first, second].map(({ items }) => items.map(({ reference }) => reference).join(''));
    expect(shown).toEqual(pages);
    expect(second.next).toBeNull();
  });

  it.each([
    [{ announcedFrom: '2026-01-05' }, 3],
    [{ announcedTo: '2026-01-04' }, 1],
    [{ announcedTo: '2026-01-05' }, 4],
    [{ announcedFrom: '2026-01-04', announcedTo: '2026-01-04' }, 1],
    [{ announcedFrom: '2026-01-05', announcedTo: '2026-01-05' }, 3],
    [{ lastWordTo: '2026-01-05' }, 4],
    [{ lastWordFrom: '2026-01-06' }, 0],
  ])('are all within %j', async (filters, count) => {
    expect((await pledgesMatching(await entered(), filters, desk)).total).toBe(count);
  });
});

describe('the order by what is due', () => {
  const asked = async (caller: Caller, memberState?: string) =>
    pledgesMatching(await register_(), { sort: 'dueOn', memberState }, caller);
  const refused = { code: 'FORBIDDEN' };

  it('is for readers of everything, and for a state among its own pledges', async () => {
    expect((await asked(desk)).total).toBe(5);
    expect((await asked(focalPointOf('CAN'), 'CAN')).total).toBe(1);
  });

  it.each([
    [reader, undefined],
    [reader, 'CAN'],
    [focalPointOf('CAN'), undefined],
    [focalPointOf('CAN'), 'Viet Nam'],
  ])('is refused to %j who asks for %j', async (caller, memberState) =>
    expect(asked(caller, memberState)).rejects.toMatchObject(refused),
  );
});

describe('an item', () => {
  it('says what people scan for', async () => {
    const { items, recordedUpTo } = await pledgesMatching(await register_(), { status: 'REGISTERED' }, desk);
    expect(recordedUpTo).toEqual(expect.any(String));
    expect(items).toEqual([
      {
        pledgeId: id('registered'),
        reference: 'd',
        memberState: 'BGD',
        memberStateName: 'Bangladesh',
        conference: null,
        category: 'UNIT',
        capabilityCode: 'INF-BN',
        themes: ['poc', 'safety-security'],
        track: 'CAPABILITY',
        description: 'An infantry battalion',
        quantity: null,
        counts: { units: null, persons: null, aircraft: null },
        money: null,
        missing: ['HOW_MANY', 'BY_WHEN'],
        announcedOn: '2026-01-01',
        status: 'REGISTERED',
        statusSince: '2026-01-20',
        level: 'L1',
        deployWithinDays: null,
        leftToMatch: 1,
        validUntil: '2027-01-20',
        dueOn: '2027-01-01',
        lastWordOn: '2026-01-01',
        lastHeardOn: '2026-01-01',
        revision: 6,
      },
    ]);
  });
});

describe('pages', () => {
  it('walk every row once, while rows change and come and go around them', async () => {
    const { readModels, contexts } = await openInMemory();
    const log = aLog();
    const names = Array.from({ length: 25 }, (_, n) => `p${String(n).padStart(2, '0')}`);
    await readModels.handle(names.map((name) => announce(log, name, { reference: name })));
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; ; page += 1) {
      const context = await contexts.ask({}, desk, (context) => Promise.resolve(context));
      const { items, next, total } = await pledgesMatching(
        context,
        { limit: 4, ...(cursor && { cursor }) },
        desk,
      );
      seen.push(...items.map(({ reference }) => reference));
      if (next === null) break;
      cursor = next;
      // Rows behind and ahead of the page change, and one is announced behind it.
      await readModels.handle([
        acknowledge(log, names[page]!, '2026-02-01'),
        acknowledge(log, names[24 - page]!, '2026-02-01'),
        announce(log, `behind ${page}`, { reference: `a${page}` }),
      ]);
      expect(total).toBe(25 + page);
    }
    expect(seen).toEqual(names);
  });

  it('rows that share a reference are not lost between two pages', async () => {
    const log = aLog();
    for (const name of ['one', 'two', 'three']) announce(log, name, { reference: 'same' });
    const context = await contextOf(log.events);
    const first = await pledgesMatching(context, { limit: 2 }, desk);
    const second = await pledgesMatching(context, { limit: 2, cursor: first.next! }, desk);
    const ids = [...first.items, ...second.items].map(({ pledgeId }) => pledgeId);
    expect(ids.sort()).toEqual(['one', 'two', 'three'].map(id).sort());
    expect(second.next).toBeNull();
  });

  it.each(['nonsense', '', 'W10', Buffer.from('["x",1,2]').toString('base64url')])(
    'the cursor %j is refused',
    async (cursor) => {
      await expect(pledgesMatching(await register_(), { cursor }, desk)).rejects.toMatchObject({
        kind: 'invalid',
        code: 'BAD_CURSOR',
        details: { field: 'cursor' },
      });
    },
  );

  it('a cursor is good for its own filters only, but for any size of page', async () => {
    const context = await register_();
    const { next } = await pledgesMatching(context, { category: 'UNIT', limit: 1 }, desk);
    const rest = await pledgesMatching(context, { category: 'UNIT', limit: 50, cursor: next! }, desk);
    expect(rest.items.map(({ reference }) => reference)).toEqual(['d', 'e']);
    await expect(pledgesMatching(context, { cursor: next! }, desk)).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
  });
});
