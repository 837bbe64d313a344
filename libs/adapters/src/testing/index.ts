export { startStandIn } from '../kurrentdb/testing/stand-in.ts';
export type { StandIn, StandInOptions } from '../kurrentdb/testing/stand-in.ts';
export type { Fault } from '../kurrentdb/testing/stand-in-faults.ts';
