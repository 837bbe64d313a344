/**
 * Tasks that are put right at each batch, as things happen, are those that are made of what there is then. Histories are lives of one
 * pledge through all of its commands, and of several with missions, visits and mergers around them.
 */
import fc from 'fast-check';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge as decider } from '@pledgeline/pledge';
import { choices, historyTo, streamOf, walk } from '@pledgeline/pledge/testing';
import { aLog } from '../../testing/a-log.ts';
import { missionsInDoubt, visitsAndMergers } from '../../testing/around-a-queue.ts';
import { interleaved } from '../../testing/interleaved.ts';
import { mustBeAsMadeAnew } from '../../testing/kept-tasks.ts';
import { plans, tell } from '../../testing/random-lives.ts';
import { closeAll } from '../../testing/read-models-of.ts';

afterEach(closeAll);

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
  const seen = new Set<string>();
  const withMissions = async (life: readonly RecordedEvent[], at: number, batches: readonly number[]) => {
    const log = aLog();
    missionsInDoubt(log);
    const events = [...life.slice(0, at), ...log.events, ...life.slice(at)];
    for (const kind of await mustBeAsMadeAnew(events, batches)) seen.add(kind);
  };
  await fc.assert(
    fc.asyncProperty(choices, fc.nat(30), sizes, (taken, at, batches) =>
      withMissions(inItsStream(lived(taken)), at, batches),
    ),
    { numRuns: 25 },
  );
  for (const history of Object.values(historyTo)) await withMissions(inItsStream(streamOf(history)), 2, [1]);
  expect(seen.size).toBeGreaterThan(20);
});

it('of many pledges, with visits and mergers around them', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(plans, order, sizes, async (planned, mix, batches) => {
      const log = aLog();
      missionsInDoubt(log);
      for (const [n, plan] of planned.entries()) tell(log, `pledge ${n}`, plan);
      visitsAndMergers(log);
      for (const kind of await mustBeAsMadeAnew(interleaved(log.events, mix), batches)) seen.add(kind);
    }),
    // A shorter history would not say more, and takes minutes to find.
    { numRuns: 40, endOnFailure: true },
  );
  expect(seen.size).toBeGreaterThan(10);
});
