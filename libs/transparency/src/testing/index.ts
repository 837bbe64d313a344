export { proofLogContract, vectorLeaves } from './proof-log.contract.ts';
export type { ProofLogSubject } from './proof-log.contract.ts';
