/**
 * A process that simulates: its log says so for ever, and its time passes as it is told. A log that holds what people did is never
 * simulated, and a simulated one holds nothing else.
 */
import { join } from 'node:path';
import type { Clock, SimulatedTime } from '@pledgeline/event-sourcing';
import type { Configuration } from './configuration.ts';
import { usable } from './infrastructure.ts';
import { CannotStart } from './settings.ts';

/** On every answer of a simulation. */
export const DATA_HEADER = 'x-pledgeline-data';
export const SIMULATED = 'SIMULATED';

/** Where no other time is set and nothing was recorded yet. */
const FIRST_TIME = '2027-01-01T09:00:00.000Z';

export interface SimulationOfProcess extends SimulatedTime {
  readonly clock: Clock;
  /** The time for other threads, in milliseconds since 1970. */
  readonly shared: SharedArrayBuffer;
  /** Once the log is open. */
  readonly mark: () => void;
}

/**
 * Null for a process whose log holds, or will hold, what people do.
 * @throws {CannotStart} where a simulation is asked for in a log that holds anything else.
 */
export const simulationIn = async (configuration: Configuration): Promise<SimulationOfProcess | null> => {
  const { dataFolder, distributed, fixedTime, simulates } = configuration;
  if (distributed !== null) {
    if (!simulates) return null;
    throw new CannotStart('PLEDGELINE_SIMULATION=1 needs a server that keeps its log in its own folder');
  }
  const { lastRecordedAt, logHolds, markAsSimulated } = await import('@pledgeline/adapters/sqlite');
  const path = join(dataFolder, 'events.sqlite');
  const holds = await usable(configuration, () => logHolds(path));
  if (holds === 'EVENTS' && simulates) {
    throw new CannotStart(
      `${dataFolder} holds what people did, and nothing is simulated beside it: name an empty folder with PLEDGELINE_DATA`,
    );
  }
  if (holds !== 'SIMULATION' && !simulates) return null;
  const recorded = holds === 'SIMULATION' ? lastRecordedAt(path) : null;
  const time = sharedTime(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  time.moveTo(fixedTime ?? FIRST_TIME);
  if (recorded !== null) time.moveTo(recorded);
  return {
    ...time,
    mark: () => {
      markAsSimulated(path);
    },
  };
};

/** The same time in every thread that has the memory. */
export const sharedTime = (shared: SharedArrayBuffer): Omit<SimulationOfProcess, 'mark'> => {
  const now = new Float64Array(shared);
  return {
    shared,
    clock: () => new Date(now[0] ?? 0).toISOString(),
    moveTo: (time) => {
      now[0] = Math.max(now[0] ?? 0, Date.parse(time));
    },
  };
};
