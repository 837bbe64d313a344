/** What a large log costs: replay of all of it, rebuild of the read models, and whether commands slow down as it grows. */
import { catalogue } from '@pledgeline/contracts';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge } from '@pledgeline/pledge';
import type { Pledge } from '@pledgeline/pledge';
import { runLifecycles } from './in-flight.ts';
import { COMMANDS_PER_LIFECYCLE } from './lifecycle.ts';
import type { Results } from './measure.ts';
import { figure, perSecond, ratio } from './measure.ts';
import type { BenchStore } from './pledgeline-store.ts';
import { openBenchStore } from './pledgeline-store.ts';
import type { Progress } from './progress.ts';
import { rebuildReadModels } from './read-models.ts';
import { variedLife } from './varied-life.ts';

const SMALL = 10_000;
const RUNS = 5;
const PAGE = 5000;
/** Lifecycles of one throughput sample. */
const SAMPLE = 1000;
const IN_FLIGHT = 64;
/** On average: 26 of a unit, 16 of a training. */
const EVENTS_PER_VARIED_LIFE = 21;
/** As a log of years is, by date: nearly every event of a page is of another pledge. */
const INTERLEAVED = 42_000;

/** @param events size of the large log; 1,000,000 unless a quick look is wanted. */
export const measureLogSize = async (results: Results, events: number, progress: Progress): Promise<void> => {
  const small = await filled(SMALL, progress);
  const large = await filled(events, progress);
  const atSmall: number[] = [];
  const atLarge: number[] = [];
  const replays: number[] = [];
  const rebuilds: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`replay of ${events} events, run ${run + 1} of ${RUNS}`);
    replays.push(await perSecond(() => replay(large.store)));
  }
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`rebuild of all read models from ${events} events, run ${run + 1} of ${RUNS}`);
    rebuilds.push(await perSecond(() => rebuildReadModels(large.store, large.folder)));
  }
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`commands in a small and a large log, run ${run + 1} of ${RUNS}`);
    // A fresh small log each time: after a few samples it would not be small any more.
    const fresh = run === 0 ? small : await filled(SMALL, progress);
    atSmall.push(await throughput(fresh, lifecyclesOf(SMALL)));
    await fresh.close();
    atLarge.push(await throughput(large, lifecyclesOf(events) + run * SAMPLE));
  }
  await large.close();
  const varied = await rebuildsOfVaried(events, 256, progress);
  const interleaved = await rebuildsOfVaried(INTERLEAVED, lifesOf(INTERLEAVED), progress);
  results.figures.push(figure(`replay of ${events} events`, 'events/s', replays));
  results.figures.push(figure(`rebuild of all read models from ${events} events`, 'events/s', rebuilds));
  results.figures.push(figure(`the same of the whole vocabulary, 256 lives at a time`, 'events/s', varied));
  results.figures.push(
    figure(`of ${INTERLEAVED} events, ${lifesOf(INTERLEAVED)} lives at a time`, 'events/s', interleaved),
  );
  results.figures.push(
    figure(`commands in a log of ${SMALL} events, ${IN_FLIGHT} in flight`, 'commands/s', atSmall),
  );
  results.figures.push(
    figure(`commands in a log of ${events} events, ${IN_FLIGHT} in flight`, 'commands/s', atLarge),
  );
  results.ratios.push(ratio(`commands at ${events} events / at ${SMALL}`, atLarge, atSmall, 0.9));
};

const lifesOf = (events: number): number => Math.ceil(events / EVENTS_PER_VARIED_LIFE);

/** Lives of many kinds of events, whose rows are several times as large. @param atOnce lives whose events alternate. */
const rebuildsOfVaried = async (events: number, atOnce: number, progress: Progress): Promise<number[]> => {
  const bench = openBenchStore();
  progress.step(`filling a log of the whole vocabulary: ${events} events`);
  await runLifecycles(bench.handle, 0, lifesOf(events), atOnce, variedLife);
  const rebuilds: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    progress.step(`rebuild of all read models from the whole vocabulary, run ${run + 1} of ${RUNS}`);
    rebuilds.push(await perSecond(() => rebuildReadModels(bench.store, bench.folder)));
  }
  await bench.close();
  return rebuilds;
};

const lifecyclesOf = (events: number): number => Math.ceil(events / COMMANDS_PER_LIFECYCLE);

const filled = async (events: number, progress: Progress): Promise<BenchStore> => {
  const bench = openBenchStore();
  const step = 5000;
  for (let done = 0; done < lifecyclesOf(events); done += step) {
    progress.step(`filling a log: ${done * COMMANDS_PER_LIFECYCLE} of ${events} events`);
    await runLifecycles(bench.handle, done, Math.min(step, lifecyclesOf(events) - done), 256);
  }
  return bench;
};

const throughput = (bench: BenchStore, first: number): Promise<number> =>
  perSecond(() => runLifecycles(bench.handle, first, SAMPLE, IN_FLIGHT));

/** Every event read, parsed and folded into the pledge it belongs to. */
const replay = async (store: EventStore): Promise<number> => {
  const pledges = new Map<string, Pledge>();
  let after: string | undefined;
  let count = 0;
  for (;;) {
    const page: readonly RecordedEvent[] = await store.readAll({ after, limit: PAGE });
    for (const event of page) {
      const state = pledges.get(event.stream) ?? pledge.initialState();
      pledges.set(event.stream, pledge.evolve(state, catalogue.upcast(event)));
    }
    count += page.length;
    after = page.at(-1)?.position;
    if (page.length < PAGE) return count;
  }
};
