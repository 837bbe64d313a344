/**
 * What waits for one item of a list follows from that item alone, and from what is compared before others are left as they are. Tried on
 * pledges as random lives leave them.
 */
import fc from 'fast-check';
import { Rejected, type RecordedEvent, type Views } from '@pledgeline/event-sourcing';
import { pledge as decider, type Pledge } from '@pledgeline/pledge';
import { choices, walk } from '@pledgeline/pledge/testing';
import { aLog, id } from '../../testing/a-log.ts';
import { acknowledge, announce, register } from '../../testing/a-pledge.ts';
import { closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { pledgeRegister } from '../register/pledge-register.view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../register/register-row.ts';
import { itemsApart } from './items-apart.ts';
import { NO_MISSION_IN_DOUBT } from './missions-in-doubt.ts';
import { taskList, TASK_LIST } from './task-list.view.ts';
import type { Around } from './task-rules.ts';
import { rowsOfItems, type TaskRow } from './task-rows.ts';
import { lookedAt } from './what-items-look-at.data.ts';

afterEach(closeAll);

const nothingAround: Around = {
  ...{ visits: new Map(), missions: NO_MISSION_IN_DOUBT, mergers: new Map() },
  ...{ repeats: new Map(), answers: new Map() },
};

const rowAfter = (events: readonly RecordedEvent[]): RegisterRow | undefined =>
  events.reduce<RegisterRow | undefined>(
    (row, event) => pledgeRegister.projection.apply(row, event),
    undefined,
  );

/** As some life leaves it, where it leaves one in the register. */
const rows = choices
  .map((taken) =>
    rowAfter(
      walk(taken, ({ command, pledge }) => {
        try {
          return command === undefined ? [] : decider.decide(command, pledge);
        } catch (error) {
          if (error instanceof Rejected) return [];
          throw error;
        }
      }),
    ),
  )
  .filter((row) => row !== undefined);

const waiting = (row: RegisterRow): readonly string[] =>
  rowsOfItems(row, nothingAround)
    .map((one) => JSON.stringify(one))
    .sort();

const LISTS = (Object.keys(lookedAt) as (keyof Pledge)[]).filter((name) => lookedAt[name] === 'BY_ITEM');

/** The same pledge with one item of all its lists, for each of them. */
const oneByOne = (row: RegisterRow): readonly RegisterRow[] => {
  const { pledge } = row;
  const none = Object.fromEntries(LISTS.map((name) => [name, []]));
  const { implementation } = pledge;
  const emptied = { ...pledge, ...none, implementation: withoutItems(implementation) };
  return [
    ...LISTS.filter((name) => name !== 'implementation').flatMap((name) =>
      (pledge[name] as readonly object[]).map((item) => ({ ...row, pledge: { ...emptied, [name]: [item] } })),
    ),
    ...(['milestones', 'evidence'] as const).flatMap((name) =>
      (implementation?.[name] ?? []).map((item) => ({
        ...row,
        pledge: {
          ...emptied,
          implementation: implementation && { ...implementation, ...NO_OWN, [name]: [item] },
        },
      })),
    ),
  ];
};

const NO_OWN = { milestones: [], evidence: [] };
const withoutItems = (own: Pledge['implementation']) => own && { ...own, ...NO_OWN };

it('what waits for all items is what waits for each of them by itself', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(rows, (row) => {
      expect(waiting(row)).toEqual(oneByOne(row).flatMap(waiting).sort());
      for (const { kind } of rowsOfItems(row, nothingAround)) kinds.add(kind);
    }),
    { numRuns: 300 },
  );
  expect(kinds.size).toBeGreaterThan(8);
});

it('nothing that is never looked at changes what waits for items', () => {
  const never = (Object.keys(lookedAt) as (keyof Pledge)[]).filter((name) => lookedAt[name] === 'NEVER');
  fc.assert(
    fc.property(rows, rows, (row, other) => {
      const taken = Object.fromEntries(never.map((name) => [name, other.pledge[name]]));
      expect(waiting({ ...row, pledge: { ...row.pledge, ...taken } })).toEqual(waiting(row));
    }),
    { numRuns: 300 },
  );
});

it('items apart are those that the other row has not; where another field differs, there are none', () => {
  const [row] = fc.sample(rows, 1);
  const question = (n: number) => ({
    ...{ clarificationId: id(`q ${n}`), question: 'When?', dueOn: '2026-05-01' },
    ...{ blocking: false, answered: false, field: null },
  });
  const asking = (...numbers: readonly number[]): RegisterRow => {
    const asked = numbers.map((n) => ({ clarificationId: id(`q ${n}`), on: '2026-04-01' }));
    const clarifications = numbers.map((n) => questions[n]);
    return { ...row, asked, pledge: { ...row?.pledge, clarifications } } as unknown as RegisterRow;
  };
  const questions = [0, 1, 2, 3, 4].map(question);
  const of = (one: RegisterRow) =>
    one.pledge.clarifications.map(({ clarificationId }) =>
      questions.findIndex((asked) => asked.clarificationId === clarificationId),
    );
  const apart = (before: RegisterRow, after: RegisterRow) =>
    itemsApart(before, after)?.map((one) => {
      expect(one.asked.map(({ clarificationId }) => clarificationId)).toEqual(
        one.pledge.clarifications.map(({ clarificationId }) => clarificationId),
      );
      return of(one);
    });
  expect([
    apart(asking(0, 1), asking(0, 1, 2)),
    apart(asking(0, 1, 2), asking(0, 2)),
    apart(asking(), asking(4)),
    apart(asking(0, 1, 2, 3), asking(3, 1, 4)),
    apart(asking(0, 1), asking(0, 1)),
  ]).toEqual([
    [[], [2]],
    [[1], []],
    [[], [4]],
    [[0, 2], [4]],
    [[], []],
  ]);
  const before = asking(0);
  const moved = { ...before, pledge: { ...before.pledge, memberState: 'XXX' } };
  expect([itemsApart(before, moved), itemsApart(before, { ...before, statusSince: '1999-01-01' })]).toEqual([
    null,
    null,
  ]);
});

describe('a pledge of which hundreds of questions wait', () => {
  const QUESTIONS = 300;

  const asked = async () => {
    const log = aLog();
    announce(log, 'p');
    acknowledge(log, 'p', '2026-01-05');
    register(log, 'p', '2026-01-20');
    const ask = (n: number) =>
      log.add('p', 'ClarificationRequested', {
        ...{ pledgeId: id('p'), clarificationId: id(`q ${n}`), question: `${n}?`, blocking: false },
        ...{ field: null, dueOn: `2026-05-${String(10 + (n % 20))}` },
      });
    for (let n = 0; n < QUESTIONS; n += 1) ask(n);
    const opened = await openInMemory();
    await opened.readModels.handle(log.events);
    return { log, ask, opened };
  };

  /** How many rows of tasks are read for an event, and which change. */
  const followed = async (views: Views, event: RecordedEvent) => {
    const before = await views.get<RegisterRow>(PLEDGE_REGISTER, id('p'));
    let read = 0;
    const counting: Views = {
      ...views,
      find: async (view, query) => {
        const found = await views.find<never>(view, query);
        if (view === TASK_LIST) read += found.length;
        return found;
      },
    };
    const row = before && pledgeRegister.projection.apply(before, event);
    const changed = await taskList.projection.follow?.changed(
      [{ view: PLEDGE_REGISTER, key: id('p'), row: row ?? null, before }],
      counting,
    );
    return { read, changed: changed?.map((one) => (one.row as TaskRow | null)?.about ?? one.row) };
  };

  it('reads what waits for the pledge as a whole, and writes the task of the question that comes', async () => {
    const { ask, opened } = await asked();
    const { read, changed } = await followed(opened.views, ask(QUESTIONS));
    expect(changed).toEqual([id(`q ${QUESTIONS}`)]);
    expect(read).toBeLessThan(5);
  });

  it('takes away the task of the question that is answered, and no other', async () => {
    const { log, opened } = await asked();
    const answer = { pledgeId: id('p'), clarificationId: id('q 150'), answer: 'Soon' };
    const { read, changed } = await followed(opened.views, log.add('p', 'ClarificationProvided', answer));
    expect(changed).toEqual([null]);
    expect(read).toBeLessThan(5);
  });

  it('makes all of them anew where it becomes another state’s', async () => {
    const { log, opened } = await asked();
    const { pledge, ...row } = (await opened.views.get<RegisterRow>(PLEDGE_REGISTER, id('p'))) as RegisterRow;
    const moved = { ...row, pledge: { ...pledge, memberState: 'NOR' } };
    const changed = await taskList.projection.follow?.changed(
      [{ view: PLEDGE_REGISTER, key: id('p'), row: moved, before: { ...row, pledge } }],
      opened.views,
    );
    expect(log.events.length).toBeGreaterThan(QUESTIONS);
    expect(changed?.filter(({ row: one }) => (one as TaskRow).state === 'NOR').length).toBeGreaterThan(
      QUESTIONS - 1,
    );
  });
});
