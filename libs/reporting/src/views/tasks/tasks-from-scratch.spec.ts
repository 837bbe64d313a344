/**
 * Tasks that were put right at each batch, as things happened, are those that are made of what there is in the end. Histories are lives
 * of one pledge through all of its commands, and of several with missions, visits and mergers around them.
 */
import fc from 'fast-check';
import { Rejected, type FoundRow, type RecordedEvent, type Views } from '@pledgeline/event-sourcing';
import { pledge as decider } from '@pledgeline/pledge';
import { choices, historyTo, streamOf, walk } from '@pledgeline/pledge/testing';
import { aLog } from '../../testing/a-log.ts';
import { missionsInDoubt, visitsAndMergers } from '../../testing/around-a-queue.ts';
import { interleaved } from '../../testing/interleaved.ts';
import { plans, tell } from '../../testing/random-lives.ts';
import { closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { taskList, TASK_LIST } from './task-list.view.ts';

afterEach(closeAll);

const { follow } = taskList.projection;

const byKey = (rows: readonly Pick<FoundRow<unknown>, 'key' | 'row'>[]) =>
  Object.fromEntries(rows.map(({ key, row }) => [key, row]));

const stored = async (views: Views) => {
  const rows: FoundRow<unknown>[] = [];
  for await (const row of views.dump(TASK_LIST)) rows.push(row);
  return byKey(rows);
};

const made = async (views: Views) => {
  const rows: { readonly key: string; readonly row: unknown }[] = [];
  if (follow === undefined) return {};
  for await (const some of follow.all(views)) rows.push(...some);
  return byKey(rows);
};

/** @param sizes of the batches, one after the other and again. @returns how many tasks there are. */
const mustAgree = async (events: readonly RecordedEvent[], sizes: readonly number[]): Promise<number> => {
  const opened = await openInMemory();
  const { readModels, views } = opened;
  for (let at = 0, n = 0; at < events.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    await readModels.handle(events.slice(at, at + size));
    at += size;
  }
  const tasks = await stored(views);
  expect(tasks).toEqual(JSON.parse(JSON.stringify(await made(views))));
  await opened.close();
  return Object.keys(tasks).length;
};

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

const order = fc.array(fc.nat(20), { minLength: 1, maxLength: 40 });

const lived = (taken: Parameters<typeof walk>[0]): readonly RecordedEvent[] =>
  walk(taken, ({ command, pledge }) => {
    try {
      return command === undefined ? [] : decider.decide(command, pledge);
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  });

const inItsStream = (life: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const { pledgeId } = (life[0]?.data ?? {}) as { readonly pledgeId: string };
  return life.map((event, revision) => ({ ...event, stream: `pledge-${pledgeId}`, revision }));
};

it('of one pledge, whatever it lived through', async () => {
  let seen = 0;
  const withMissions = async (life: readonly RecordedEvent[], at: number, batches: readonly number[]) => {
    const log = aLog();
    missionsInDoubt(log);
    seen += await mustAgree([...life.slice(0, at), ...log.events, ...life.slice(at)], batches);
  };
  await fc.assert(
    fc.asyncProperty(choices, fc.nat(30), sizes, (taken, at, batches) =>
      withMissions(inItsStream(lived(taken)), at, batches),
    ),
    { numRuns: 25 },
  );
  for (const history of Object.values(historyTo)) await withMissions(inItsStream(streamOf(history)), 2, [1]);
  expect(seen).toBeGreaterThan(50);
});

it('of many pledges, with visits and mergers around them', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(plans, order, sizes, async (planned, mix, batches) => {
      const log = aLog();
      missionsInDoubt(log);
      for (const [n, plan] of planned.entries()) tell(log, `pledge ${n}`, plan);
      visitsAndMergers(log);
      seen += await mustAgree(interleaved(log.events, mix), batches);
    }),
    // A shorter history would not say more, and takes minutes to find.
    { numRuns: 40, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(50);
});
