import type { Caller } from '@pledgeline/contracts';
import { pledgePage } from './pledge-page.ts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { acknowledge, announce, match, register, withdraw } from '../../testing/a-pledge.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const pageOf = async (tell: (log: Log) => void, caller: Caller = desk, today = '2026-02-01') => {
  const log = aLog();
  tell(log);
  return pledgePage(await contextOf(log.events), id('one'), caller, today);
};
const hrefs = (page: Awaited<ReturnType<typeof pageOf>>) =>
  Object.fromEntries(page.commands.map(({ command, href }) => [command, href]));

it('a pledge nobody announced is not found', async () => {
  await expect(pageOf(() => undefined)).rejects.toMatchObject({ kind: 'missing', code: 'PLEDGE_NOT_FOUND' });
});

it('the page says how the pledge stands, at which revision', async () => {
  const page = await pageOf((log) => wholeLife(log, 'one'));
  expect(page).toMatchObject({
    pledgeId: id('one'),
    status: 'DEPLOYED',
    level: 'L2',
    levelValidUntil: '2028-03-04',
    mou: { strength: 800 },
    deployment: { mission: 'MINUSCA', deployedOn: '2026-07-01' },
    reachedOn: { ANNOUNCED: '2026-01-01', REGISTERED: '2026-01-20', DEPLOYED: '2026-07-01' },
    revision: 13,
  });
});

describe('commands', () => {
  it('are those the caller may send now, with their addresses', async () => {
    const announced = (log: Log) => announce(log, 'one');
    expect(hrefs(await pageOf(announced))).toMatchObject({
      AcknowledgePledge: `/pledges/${id('one')}/acknowledgement`,
    });
    expect(hrefs(await pageOf(announced))).not.toHaveProperty('RegisterPledge');
    expect(Object.keys(hrefs(await pageOf(announced, focalPointOf('BGD'))))).toContain('WithdrawPledge');
    expect((await pageOf(announced, focalPointOf('RWA'))).commands).toEqual([]);
  });

  it('have one link for each question to answer and each match to release', async () => {
    const asked = await pageOf((log) => {
      announce(log, 'one');
      for (const clarificationId of ['c1', 'c2']) {
        const question = { question: '?', field: null, dueOn: '2026-03-01', blocking: false };
        log.add('one', 'ClarificationRequested', { pledgeId: id('one'), clarificationId, ...question });
      }
      log.add('one', 'ClarificationProvided', { pledgeId: id('one'), clarificationId: 'c1', answer: '!' });
    }, focalPointOf('BGD'));
    expect(hrefs(asked).ProvideClarification).toBe(`/pledges/${id('one')}/clarifications/c2/answer`);
    const matched = await pageOf(
      (log) => {
        announce(log, 'one');
        register(log, 'one', '2026-01-20');
        match(log, 'gap 1', 'one', '2026-01-25');
        match(log, 'gap 2', 'one', '2026-01-25');
      },
      { ...desk, role: 'SFGC' },
    );
    const releases = matched.commands.filter(({ command }) => command === 'ReleaseMatch');
    expect(releases.map(({ href }) => href)).toEqual(
      ['gap 1', 'gap 2'].map((gap) => `/pledges/${id('one')}/matches/${id(gap)}/release`),
    );
  });
});

describe('what is between the Secretariat and the state', () => {
  const registered = (log: Log) => {
    announce(log, 'one');
    register(log, 'one', '2026-01-20');
  };
  it('is shown to both', async () => {
    for (const caller of [desk, focalPointOf('BGD')]) {
      expect((await pageOf(registered, caller)).internal?.documents).toHaveLength(4);
    }
  });
  it('is not shown to anybody else', async () => {
    for (const caller of [reader, focalPointOf('RWA')]) {
      expect((await pageOf(registered, caller)).internal).toBeNull();
    }
  });
});

it.each([
  ['nobody who signed in', reader, null, null],
  ['another state', focalPointOf('RWA'), 0, { units: 0 }],
  ['its own state', focalPointOf('BGD'), 0, { units: 0 }],
  ['the desk', desk, 0, { units: 0 }],
])('what matches leave is told to who reads matches: %s', async (_, caller, leftToMatch, left) => {
  const page = await pageOf((log) => {
    announce(log, 'one');
    register(log, 'one', '2026-01-20');
    match(log, 'gap 1', 'one', '2026-01-25');
  }, caller);
  expect(page).toMatchObject({ status: 'MATCHED', leftToMatch, left });
});

describe('possible duplicates', () => {
  const two = { min: 2, max: 2, unit: 'units', asStated: '2' };
  it('are the pledges of the same state, conference, capability and quantity; others of the capability are near', async () => {
    const said = { quantity: two, conference: '2023-accra' };
    const page = await pageOf((log) => {
      announce(log, 'one', said);
      announce(log, 'again', { ...said, duplicateChecked: true, reference: 'again' });
      announce(log, 'other quantity', { ...said, quantity: null });
      announce(log, 'other measure', { ...said, quantity: { ...two, unit: 'aircraft' } });
      announce(log, 'other state', { ...said, memberState: 'RWA' });
      announce(log, 'other conference', { ...said, conference: '2021-seoul' });
      announce(log, 'other capability', { ...said, capabilityCode: 'FPU' });
    });
    const link = {
      command: 'LinkAnnouncement',
      method: 'POST',
      href: `/pledges/${id('again')}/announcements`,
    };
    const again = {
      pledgeId: id('again'),
      reference: 'again',
      conference: '2023-accra',
      status: 'ANNOUNCED',
    };
    expect(page.possibleDuplicates[0]).toEqual({ kind: 'SAME', ...again, forced: true, link });
    expect(page.possibleDuplicates.slice(1)).toMatchObject([
      { kind: 'NEAR' },
      { kind: 'NEAR' },
      { kind: 'NEAR' },
    ]);
  });

  it.each([
    ['the desk, of an open one', desk, false, 'LinkAnnouncement'],
    ['the desk, of one that has ended', desk, true, undefined],
    ['a state', focalPointOf('KOR'), false, undefined],
    ['an officer who links nothing', { ...desk, role: 'SFGC' as const }, false, undefined],
    ['a reader', reader, false, undefined],
  ])('are linked by %s', async (_, caller, ended, command) => {
    const page = await pageOf((log) => {
      announce(log, 'one', { quantity: two });
      announce(log, 'other', { quantity: two });
      if (ended) withdraw(log, 'other', '2026-01-05');
    }, caller);
    expect(page.possibleDuplicates.map(({ link }) => link?.command)).toEqual([command]);
  });

  it('an offer of another conference is near while it can still be kept: open or lapsed', async () => {
    const page = await pageOf((log) => {
      announce(log, 'one', { conference: '2023-accra' });
      announce(log, 'open', { conference: '2021-seoul' });
      announce(log, 'ended', { conference: '2021-seoul' });
      withdraw(log, 'ended', '2026-01-05');
    });
    expect(page.possibleDuplicates).toMatchObject([
      { kind: 'NEAR', pledgeId: id('open'), conference: '2021-seoul' },
    ]);
  });

  it('of many the same come first, then the nearest by the day, and all are counted without the pledge itself', async () => {
    const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
    const near = { conference: '2021-seoul' };
    const page = await pageOf((log) => {
      announce(log, 'one', { conference: '2023-accra', announcedOn: day(10) });
      for (let n = 1; n <= 20; n += 1) announce(log, `near ${n}`, { ...near, announcedOn: day(n) });
      announce(log, 'same', { conference: '2023-accra', announcedOn: day(28) });
      announce(log, 'same, ended', { conference: '2023-accra', announcedOn: day(27) });
      withdraw(log, 'same, ended', '2026-02-05');
    });
    const [first, second, ...others] = page.possibleDuplicates.map(({ kind, pledgeId }) => [kind, pledgeId]);
    expect([first, second]).toEqual([
      ['SAME', id('same')],
      ['SAME', id('same, ended')],
    ]);
    expect(others).toHaveLength(3);
    for (const other of others)
      expect([9, 10, 11, 12].map((n) => ['NEAR', id(`near ${n}`)])).toContainEqual(other);
    expect(page.possibleDuplicatesInAll).toBe(22);
  });

  it('an ended one is still worth a look', async () => {
    const page = await pageOf((log) => {
      announce(log, 'one', { conference: '2023-accra' });
      announce(log, 'again', { conference: '2023-accra' });
      acknowledge(log, 'again', '2026-01-05');
      log.add('again', 'RegistrationDeclined', {
        pledgeId: id('again'),
        reason: 'DUPLICATE',
        text: 'the same',
      });
    });
    expect(page.possibleDuplicates).toMatchObject([
      { pledgeId: id('again'), status: 'DECLINED', forced: false },
    ]);
  });
});

it('a promise without a timeframe says so, until the registration gives one', async () => {
  const figure = { min: 2, max: 2, unit: 'units', asStated: '2' };
  const promised = await pageOf((log) => announce(log, 'one', { quantity: figure }));
  expect(promised).toMatchObject({ missing: ['BY_WHEN'], toAsk: [{ part: 'BY_WHEN' }] });
  const registered = await pageOf((log) => {
    announce(log, 'one', { quantity: figure });
    register(log, 'one', '2026-01-20', { quantity: figure, deployWithinDays: 60 });
  });
  expect(registered).toMatchObject({ missing: [], toAsk: [] });
});

it('vague words are kept as stated, and are no timeframe until the registration gives one', async () => {
  const quantity = { min: 2, max: 2, unit: 'units', asStated: '2' };
  const vague = { quantity, timeframe: 'in due course' };
  const promised = await pageOf((log) => announce(log, 'one', vague));
  expect(promised).toMatchObject({ timeframe: 'in due course', toAsk: [{ part: 'BY_WHEN' }] });
  const registered = await pageOf((log) => {
    announce(log, 'one', vague);
    register(log, 'one', '2026-01-20', { ...vague, deployWithinDays: 60 });
  });
  expect(registered).toMatchObject({ timeframe: 'in due course', missing: [], toAsk: [] });
});

it('accounts that give different figures stand side by side, and the page says that they differ', async () => {
  const hospitals = (n: number) => ({ min: n, max: n, unit: 'hospitals', asStated: `${n}` });
  const page = await pageOf((log) => {
    announce(log, 'one', { quantity: hospitals(1) });
    log.add('one', 'AnnouncementLinked', {
      pledgeId: id('one'),
      announcementId: id('second paper'),
      memberState: 'BGD',
      conference: null,
      wording: 'Two field hospitals',
      quantity: hospitals(2),
      money: null,
      announcedOn: '2026-01-01',
      source: 'https://example.org/second',
      speaker: null,
    });
  });
  expect(page).toMatchObject({
    sourcesDiffer: true,
    announcement: { quantity: { asStated: '1' } },
    links: [{ wording: 'Two field hospitals', quantity: { asStated: '2' } }],
  });
});
