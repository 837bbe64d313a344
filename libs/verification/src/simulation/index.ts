/** For callers in the same process that need pledges in any number, as the benchmarks do. */
export { simulate } from './simulate.ts';
export type { Simulated, SimulatedOn, Simulation } from './simulate.ts';
export { simulationCommands } from './simulation-commands.ts';
