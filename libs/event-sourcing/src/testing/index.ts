export { ATTEMPTS } from './delivery-failure.contract.ts';
export { checkpointsContract } from './checkpoints.contract.ts';
export type { OpenCheckpoints } from './checkpoints.contract.ts';
export { asAppended } from './as-appended.ts';
export type { Counter } from './counter.ts';
export {
  add,
  addedEvents,
  counter,
  counterCatalogue,
  newStream,
  noHistory,
  readsEverything,
  uncorrected,
  withContent,
} from './counter.ts';
export { deliveryContract } from './delivery.contract.ts';
export type { DeliverySubject } from './delivery.contract.ts';
export { eventStoreContract } from './event-store.contract.ts';
export type { OpenStore } from './open-store.ts';
export { eventually, signal, until } from './eventually.ts';
export { publisherContract } from './publisher.contract.ts';
export type { OpenPublishers } from './publisher.contract.ts';
export { metaFor, recorded, specFor } from './spec-for.ts';
export type { Outcome } from './spec-for.ts';
export { viewsContract } from './views.contract.ts';
export type { OpenViews } from './views.contract.ts';
export { allOf } from './all-of.ts';
