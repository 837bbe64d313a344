/** What is shown as revision and as freshness moves with the events alone that the reader may read: found.md C6. */
import { ROLES, type Caller, type Role } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader } from '../testing/a-log.ts';
import { noteAav } from '../testing/a-pledge.ts';
import {
  publishGap,
  publishGapForStates,
  reserve,
  scheduleVisit,
  wholeLife,
} from '../testing/around-a-pledge.ts';
import { closeAll, openInMemory } from '../testing/read-models-of.ts';

afterEach(closeAll);

/** Of the readers a state has, by role: itself, and another. */
const readers: readonly Caller[] = [
  reader,
  desk,
  ...ROLES.flatMap((role: Role) =>
    ['BGD', 'RWA', null].map((state) => ({ subject: 'somebody', role, state })),
  ),
];
const ofAll = new Set(['DESK', 'SFGC', 'FGS', 'PD', 'DOS', 'MISSION', 'EVAL', 'ADMIN', 'SYSTEM', 'AUDITOR']);
const amongStates = new Set(['MS', 'PARTNER', 'IMPL', ...ofAll]);
const readsItsOwn = ({ role, state }: Caller): boolean =>
  ofAll.has(role) || (['MS', 'PARTNER'].includes(role) && state === 'BGD');

it('the revision of a row is that of the last event that its reader may read', async () => {
  const { readModels, contexts } = await openInMemory();
  const log = aLog();
  wholeLife(log, 'one'); // ends with UnitDeployed, public
  const last = log.events.at(-1)?.revision ?? 0;
  log.add('one', 'MouAmended', { pledgeId: id('one'), to: '2027-12-31' }); // for states
  noteAav(log, 'one', '2026-08-01', '2028-08-01'); // for the state concerned
  log.add('one', 'CaveatTalkNoted', { pledgeId: id('one'), caveatId: id('c') }); // for the Secretariat
  await readModels.handle(log.events);
  for (const caller of readers) {
    const of = (): number => {
      if (ofAll.has(caller.role)) return last + 3;
      if (readsItsOwn(caller)) return last + 2;
      return amongStates.has(caller.role) ? last + 1 : last;
    };
    const row = await contexts.ask({}, caller, ({ views }) => views.get('pledge-register', id('one')));
    expect([caller, row]).toMatchObject([caller, { revision: of() }]);
    const [found] = await contexts.ask({}, caller, ({ views }) => views.find('pledge-register'));
    expect([caller, found?.row]).toMatchObject([caller, { revision: of() }]);
  }
});

it('what is reserved for a gap moves its revision for readers of all alone', async () => {
  const { readModels, contexts } = await openInMemory();
  const log = aLog();
  publishGap(log, 'gap');
  reserve(log, 'gap', 'one');
  await readModels.handle(log.events);
  const revisionFor = (caller: Caller) =>
    contexts.ask(
      {},
      caller,
      async ({ views }) => (await views.get<{ revision: number }>('gap-board', id('gap')))?.revision,
    );
  expect(await revisionFor(focalPointOf('BGD'))).toBe(0);
  expect(await revisionFor(desk)).toBe(1);
  expect(await revisionFor(reader)).toBe(0);
});

it('answers say how far they go by the newest event that their reader may read', async () => {
  const { readModels, contexts } = await openInMemory();
  const log = aLog();
  const at = (n: number): string => `2026-02-0${n}T00:00:00.000Z`;
  wholeLife(log, 'one');
  const tell = [
    () => log.add('one', 'PledgeAcknowledged', { pledgeId: id('one') }, { recordedAt: at(1) }),
    () => log.add('one', 'MouAmended', { pledgeId: id('one'), to: '2027-12-31' }, { recordedAt: at(2) }),
    () => log.add('one', 'RenewalReminded', { pledgeId: id('one') }, { recordedAt: at(3) }),
    () => log.add('one', 'CaveatTalkNoted', { pledgeId: id('one') }, { recordedAt: at(4) }),
    () => Object.assign(scheduleVisit(log, 'another visit', ['one']), { recordedAt: at(5) }),
    () => Object.assign(reserve(log, 'gap', 'one'), { recordedAt: at(6) }),
  ];
  for (const act of tell) act();
  await readModels.handle(log.events);
  for (const caller of readers) {
    const newest = (): number => {
      if (ofAll.has(caller.role)) return 6;
      if (readsItsOwn(caller)) return 5;
      return amongStates.has(caller.role) ? 2 : 1;
    };
    const { recordedUpTo } = await contexts.ask({}, caller, ({ answeredAt }) => Promise.resolve(answeredAt));
    expect([caller, recordedUpTo]).toEqual([caller, at(newest())]);
  }
  expect(await readModels.status()).toMatchObject({ recordedUpTo: at(6), events: log.events.length });
});

it('nothing that a reader may read: he is told of no moment', async () => {
  const { readModels, contexts } = await openInMemory();
  const log = aLog();
  publishGapForStates(log, 'gap');
  await readModels.handle(log.events);
  const told = (caller: Caller) => contexts.ask({}, caller, ({ answeredAt }) => Promise.resolve(answeredAt));
  expect((await told(reader)).recordedUpTo).toBeNull();
  expect((await told(focalPointOf('RWA'))).recordedUpTo).toEqual(expect.any(String));
});
