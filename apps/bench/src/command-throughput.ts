/** Durable commands per second, ours and the peer's in turn, so that a drifting machine hits both alike. */
import { openEmmettStore } from './emmett-store.ts';
import { runLifecycles } from './in-flight.ts';
import type { Results } from './measure.ts';
import { figure, perSecond, ratio } from './measure.ts';
import { openBenchStore } from './pledgeline-store.ts';
import type { Progress } from './progress.ts';

const RUNS = 5;

/** What 14-command lifecycles the two are given: enough for a second or two each, after a warm-up. */
const CASES = [
  { inFlight: 1, ours: 150, theirs: 60, goal: 2.5 },
  { inFlight: 16, ours: 1200, theirs: 60, goal: null },
  { inFlight: 64, ours: 2000, theirs: 64, goal: 10 },
] as const;

export const measureCommandThroughput = async (results: Results, progress: Progress): Promise<void> => {
  for (const { inFlight, ours, theirs, goal } of CASES) {
    const own: number[] = [];
    const peer: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      progress.step(`commands, ${inFlight} in flight, run ${run + 1} of ${RUNS}`);
      own.push(await measureOurs(ours, inFlight));
      peer.push(await measureEmmett(theirs, inFlight));
    }
    results.figures.push(figure(`pledgeline commands, ${inFlight} in flight`, 'commands/s', own));
    results.figures.push(figure(`emmett-sqlite commands, ${inFlight} in flight`, 'commands/s', peer));
    results.ratios.push(ratio(`pledgeline / emmett-sqlite, ${inFlight} in flight`, own, peer, goal));
  }
};

const WARM_UP = 20;

const measureOurs = async (lifecycles: number, inFlight: number): Promise<number> => {
  const bench = openBenchStore();
  await runLifecycles(bench.handle, 0, WARM_UP, inFlight);
  const rate = await perSecond(() => runLifecycles(bench.handle, WARM_UP, lifecycles, inFlight));
  await bench.close();
  return rate;
};

const measureEmmett = async (lifecycles: number, inFlight: number): Promise<number> => {
  const emmett = await openEmmettStore();
  await runLifecycles(emmett.handle, 0, WARM_UP, inFlight);
  const rate = await perSecond(() => runLifecycles(emmett.handle, WARM_UP, lifecycles, inFlight));
  emmett.close();
  return rate;
};
