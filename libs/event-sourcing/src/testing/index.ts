export { checkpointsContract } from './checkpoints.contract.ts';
export type { OpenCheckpoints } from './checkpoints.contract.ts';
export { eventStoreContract } from './event-store.contract.ts';
export type { OpenStore } from './event-store.contract.ts';
export { metaFor, recorded, specFor } from './spec-for.ts';
export type { Outcome } from './spec-for.ts';
export { viewsContract } from './views.contract.ts';
export type { OpenViews } from './views.contract.ts';
