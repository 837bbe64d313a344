/**
 * What could not be checked when it was entered waits for the desk where it may repeat another, whichever of the two is known first,
 * and until somebody has decided about it. Decision 88. Long because the rows, the walk of past days and a rebuild must say the same.
 */
import fc from 'fast-check';
import type { DataOf, Role } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { workQueue } from './pages/work-queue/work-queue.ts';
import { pledgesAndStates } from './reports/pledges-and-states.report.ts';
import { aLog, desk, focalPointOf, id, type Log } from './testing/a-log.ts';
import { announce, withdraw } from './testing/a-pledge.ts';
import { append, closeAll, openInMemory } from './testing/read-models-of.ts';

afterEach(closeAll);

type Said = Partial<DataOf<'PledgeAnnounced'>>;

const named: Said = { conference: '2021-seoul', memberState: 'RWA' };
const unchecked: Said = { duplicateChecked: null };

const decide = (log: Log, pledge: string, repeats: string | null): void =>
  void log.add(
    pledge,
    'RepeatDecided',
    {
      pledgeId: id(pledge),
      decision: repeats === null ? 'ADDITIONAL' : 'REPEAT',
      repeats: repeats === null ? null : id(repeats),
      reason: 'The note verbale',
    },
    { on: '2026-02-01' },
  );

/** In batches of this size. */
const readModelsWith = async (events: readonly RecordedEvent[], batch = 1) => {
  const { store, readModels, contexts } = await openInMemory();
  await append(store, events);
  const log = await store.readAll({ limit: 100 });
  for (let at = 0; at < log.length; at += batch) await readModels.handle(log.slice(at, at + batch));
  const waiting = (filters: { readonly role?: Role; readonly asOf?: string } = {}, caller = desk) => {
    const { asOf, ...asked } = filters;
    return contexts.ask(asOf === undefined ? {} : { asOf }, caller, async (context) => {
      const found = await workQueue(
        context,
        { kind: 'REPEAT_TO_DECIDE', ...asked },
        caller,
        asOf ?? '2026-03-01',
      );
      return found.items;
    });
  };
  return { contexts, waiting };
};

const waitingIn = async (log: Log, batch = 1): Promise<readonly string[]> => {
  const { waiting } = await readModelsWith(log.events, batch);
  return (await waiting()).map(({ reference }) => reference);
};

const REFERENCE = 'unseen';
const isUnseen = (log: Log, said: Said = {}): void =>
  void announce(
    log,
    'unseen',
    { ...named, ...unchecked, reference: REFERENCE, ...said },
    { on: '2026-01-01' },
  );

it.each<[what: string, beside: (log: Log) => unknown, waits: boolean, said?: Said]>([
  ['nothing', () => undefined, false],
  ['the same offer in other words', (log) => announce(log, 'one', { ...named, description: 'X' }), true],
  [
    'the same offer, withdrawn',
    (log) => {
      announce(log, 'one', named);
      withdraw(log, 'one', '2026-01-20');
    },
    true,
  ],
  [
    'another figure',
    (log) => announce(log, 'one', { ...named, quantity: { min: 2, max: 2, unit: 'units', asStated: '2' } }),
    false,
  ],
  ['another capability', (log) => announce(log, 'one', { ...named, capabilityCode: 'FPU' }), false],
  ['another conference', (log) => announce(log, 'one', { ...named, conference: '2019-new-york' }), false],
  ['another state', (log) => announce(log, 'one', { ...named, memberState: 'KEN' }), false],
  [
    'an additional offer',
    (log) => announce(log, 'one', { ...named, additional: true, additionalReason: 'NV' }),
    false,
  ],
  [
    'one that was found to be additional',
    (log) => {
      announce(log, 'one', { ...named, duplicateChecked: true });
      decide(log, 'one', null);
    },
    false,
  ],
  [
    'equal words, without a conference',
    (log) => announce(log, 'one', { memberState: 'RWA' }),
    true,
    { conference: null },
  ],
  [
    'equal words, without a conference, withdrawn',
    (log) => {
      announce(log, 'one', { memberState: 'RWA' });
      withdraw(log, 'one', '2026-01-20');
    },
    true,
    { conference: null },
  ],
  [
    'other words, without a conference',
    (log) => announce(log, 'one', { memberState: 'RWA', description: 'X' }),
    false,
    { conference: null },
  ],
])(
  'beside %s it waits or not, whichever comes first and in any batches',
  async (_what, beside, waits, said = {}) => {
    for (const [unseenFirst, batch] of [
      [true, 1],
      [true, 10],
      [false, 1],
      [false, 10],
    ] as const) {
      const log = aLog();
      if (unseenFirst) isUnseen(log, said);
      beside(log);
      if (!unseenFirst) isUnseen(log, said);
      const waiting = (await waitingIn(log, batch)).filter((reference) => reference === REFERENCE);
      expect(waiting).toEqual(waits ? [REFERENCE] : []);
    }
  },
);

it.each<[what: string, then: (log: Log) => void]>([
  ['a repeat', (log) => decide(log, 'unseen', 'one')],
  ['additional', (log) => decide(log, 'unseen', null)],
])('it waits no longer once the desk has said that it is %s', async (_what, then) => {
  const log = aLog();
  announce(log, 'one', named);
  isUnseen(log);
  expect(await waitingIn(log)).toEqual([REFERENCE]);
  then(log);
  expect(await waitingIn(log)).toEqual([]);
});

it('of two that could not be checked both wait, and neither once one is found to repeat the other', async () => {
  const log = aLog();
  announce(log, 'one', { ...named, ...unchecked, reference: 'one' });
  isUnseen(log);
  expect((await waitingIn(log)).toSorted()).toEqual(['one', REFERENCE]);
  decide(log, 'unseen', 'one');
  expect(await waitingIn(log)).toEqual([]);
});

it('it waits no longer once the other is entered by mistake, or was corrected into another offer', async () => {
  for (const turn of ['annulled', 'corrected'] as const) {
    const log = aLog();
    const other = announce(log, 'one', named);
    isUnseen(log);
    if (turn === 'annulled') {
      log.add('one', 'EventAnnulled', {
        ...{ pledgeId: id('one'), annulmentId: id('annulment'), annuls: [other.id] },
        ...{ annulledTypes: ['PledgeAnnounced'], reason: 'R' },
      });
    } else {
      log.add('one', 'EventCorrected', {
        ...{ pledgeId: id('one'), correctionId: id('correction'), corrects: other.id },
        ...{ correctedType: 'PledgeAnnounced', reason: 'R' },
        changes: [{ field: 'conference', old: '2021-seoul', new: '2019-new-york' }],
      });
    }
    expect(await waitingIn(log)).toEqual([]);
  }
});

it('it is the desk’s to see and to do, names the other, and is shown of a past day as well', async () => {
  const log = aLog();
  announce(log, 'one', { ...named, reference: 'the other' });
  isUnseen(log);
  const { waiting } = await readModelsWith(log.events);
  const [task] = await waiting();
  expect(task).toMatchObject({
    ...{ kind: 'REPEAT_TO_DECIDE', waitsFor: ['DESK'], due: null },
    says: [{ code: 'DECIDE_UNCHECKED', values: { reference: 'the other' } }],
  });
  expect(task?.next).toMatchObject([
    { command: 'DecideRepeat', href: `/pledges/${id('unseen')}/repeat-decision` },
  ]);
  expect(task?.todo).toContain('the other');
  expect(await waiting({ role: 'DESK' })).toHaveLength(1);
  expect(await waiting({ role: 'MS' })).toEqual([]);
  expect(await waiting({}, focalPointOf('RWA'))).toEqual([]);
  expect(await waiting({ asOf: '2026-02-01' })).toMatchObject([{ kind: 'REPEAT_TO_DECIDE' }]);
});

it('it counts as new until it is found to be a repeat', async () => {
  const newPledges = async (log: Log): Promise<unknown> => {
    const { contexts } = await readModelsWith(log.events);
    return contexts.ask({}, desk, async (context) => {
      const [group] = await pledgesAndStates.make(context, { conference: '2021-seoul' });
      return group?.figures.find(({ figure }) => figure === 'newPledges')?.value;
    });
  };
  const log = aLog();
  announce(log, 'one', named);
  isUnseen(log);
  expect(await newPledges(log)).toBe(2);
  decide(log, 'unseen', 'one');
  expect(await newPledges(log)).toBe(1);
});

it('rows and the walk of all pledges agree, whatever is entered, checked or not, and decided, in any order', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          conference: fc.constantFrom('2021-seoul', '2019-new-york', null),
          duplicateChecked: fc.constantFrom(null, null, false),
          additional: fc.constantFrom(false, false, false, true),
          decided: fc.constantFrom('NOT', 'NOT', 'REPEAT', 'ADDITIONAL'),
        }),
        { minLength: 2, maxLength: 6 },
      ),
      fc.integer({ min: 1, max: 5 }),
      async (entered, batch) => {
        const log = aLog();
        for (const [n, { conference, duplicateChecked, additional }] of entered.entries()) {
          const said = {
            conference,
            memberState: 'RWA',
            duplicateChecked: additional ? false : duplicateChecked,
          };
          announce(log, `pledge ${n}`, {
            ...{ ...said, additional, additionalReason: additional ? 'NV' : null, reference: `pledge ${n}` },
          });
        }
        for (const [n, { decided, duplicateChecked, additional }] of entered.entries()) {
          if (decided !== 'NOT' && duplicateChecked === null && !additional)
            decide(log, `pledge ${n}`, decided === 'REPEAT' ? `pledge ${(n + 1) % entered.length}` : null);
        }
        const { waiting } = await readModelsWith(log.events, batch);
        const isUndecided = (n: number): boolean => {
          const one = entered[n];
          return (
            one !== undefined && !(one.duplicateChecked === null && !one.additional && one.decided !== 'NOT')
          );
        };
        const expected = entered.flatMap((one, n) => {
          if (one.additional || one.duplicateChecked !== null || one.decided !== 'NOT') return [];
          const isLike = entered.some(
            (other, m) =>
              m !== n && other.conference === one.conference && !other.additional && isUndecided(m),
          );
          return isLike ? [`pledge ${n}`] : [];
        });
        const referencesOf = (items: readonly { readonly reference: string }[]) =>
          items.map(({ reference }) => reference).toSorted();
        expect(referencesOf(await waiting())).toEqual(expected);
        expect(referencesOf(await waiting({ asOf: '2026-03-01' }))).toEqual(expected);
        await closeAll();
      },
    ),
    { numRuns: 25 },
  ));
