export { proofLogContract, vectorLeaves } from './proof-log.contract.ts';
export type { ProofLogSubject } from './proof-log.contract.ts';
export { witness } from './witness.ts';
export type { Witness } from './witness.ts';
