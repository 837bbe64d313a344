/** One simulation at a time, in a process that simulates. */
import { Rejected } from '@pledgeline/event-sourcing';
import type { Clock, Log, SimulatedTime } from '@pledgeline/event-sourcing';
import type { PledgeCommands } from '@pledgeline/pledge';
import type { GapCommands } from '../gaps/gap-commands.ts';
import type { NeedCommands } from '../needs/need-commands.ts';
import type { VisitCommands } from '../readiness/visit-commands.ts';
import { dayAfter } from './begin-life.ts';
import { simulate, type Simulated, type Simulation } from './simulate.ts';

export interface SimulationProgress {
  /** How many pledges have begun, of how many; null where nothing is being simulated. */
  readonly running: { readonly pledges: number; readonly of: number; readonly day: string } | null;
  /** The time of the simulation. */
  readonly now: string;
}

export interface RunSimulation {
  /** @throws {Rejected} SIMULATION_RUNNING, NOT_SIMULATED */
  run(
    asked: Pick<Simulation, 'seed' | 'pledges'> & { readonly years: number },
  ): Promise<Simulated & { readonly now: string }>;
  /** @throws {Rejected} NOT_SIMULATED */
  progress(): SimulationProgress;
  /** Before the process ends. */
  stop(): Promise<void>;
}

export const RUN_SIMULATION = Symbol('RunSimulation');

const DAYS_OF_YEAR = 365;

export const runSimulation = (
  pledges: PledgeCommands,
  gaps: GapCommands,
  needs: NeedCommands,
  visits: VisitCommands,
  clock: Clock,
  log: Log,
  time: SimulatedTime | null,
): RunSimulation => {
  const stopping = new AbortController();
  let progress: SimulationProgress['running'] = null;
  let running: Promise<unknown> | null = null;
  const mustSimulate = (): SimulatedTime => {
    if (time !== null) return time;
    throw new Rejected(
      'conflict',
      'NOT_SIMULATED',
      'This server keeps what people did. Pledges are simulated by a server that was started with PLEDGELINE_SIMULATION=1 and an empty data folder.',
    );
  };
  return {
    run: async ({ seed, pledges: number, years }) => {
      const { moveTo } = mustSimulate();
      if (running !== null) {
        throw new Rejected(
          'conflict',
          'SIMULATION_RUNNING',
          'Pledges are being simulated. Wait until they are there.',
        );
      }
      const from = clock().slice(0, 10);
      const simulated = simulate(
        { pledges, gaps, needs, visits, clock, moveTo, log },
        {
          ...{
            seed,
            pledges: number,
            from,
            to: dayAfter(from, years * DAYS_OF_YEAR),
            interrupted: stopping.signal,
          },
          onWeek: ({ day, begun }) => {
            progress = { pledges: begun, of: number, day };
          },
        },
      );
      running = simulated;
      try {
        return { ...(await simulated), now: clock() };
      } finally {
        [running, progress] = [null, null];
      }
    },
    progress: () => {
      mustSimulate();
      return { running: progress, now: clock() };
    },
    stop: async () => {
      stopping.abort();
      await running?.catch(() => undefined);
    },
  };
};
