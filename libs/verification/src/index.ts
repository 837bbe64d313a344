export { VerificationModule } from './verification.module.ts';
export { simulate } from './simulation/simulate.ts';
export type { Simulated, SimulatedOn, Simulation } from './simulation/simulate.ts';
