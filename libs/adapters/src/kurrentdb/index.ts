export { OldServer } from './error-classification.ts';
export { kurrentdbEventStore } from './kurrentdb-event-store.ts';
export type { KurrentdbEventStoreOptions } from './kurrentdb-event-store.ts';
