/** What a process gives its slices besides the log: the time, a place for read models, a logger. */
import type { Views } from './views.ts';

/** The time as RFC 3339 in UTC. Injected, so that tests and demos can fix it. */
export type Clock = () => string;
export const CLOCK = Symbol('Clock');

/** The time of a simulation, which passes as it is told; `CLOCK` shows it. */
export interface SimulatedTime {
  /** Never back: an earlier time changes nothing. @param time RFC 3339 in UTC. */
  readonly moveTo: (time: string) => void;
}
/** Injects it where the process simulates, and null everywhere else. */
export const SIMULATED_TIME = Symbol('SimulatedTime');

/**
 * Opens the read models of one consumer group, under the group's name: their rows and the group's checkpoint live and die
 * together, so a thrown-away read model is rebuilt from the start.
 */
export type OpenViews = (group: string) => Promise<Views>;
export const OPEN_VIEWS = Symbol('OpenViews');

/** Structured logging (pino fits). Never put confidential content into `fields`. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
export const LOG = Symbol('Log');
