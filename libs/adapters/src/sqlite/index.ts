export { sqliteCheckpoints } from './sqlite-checkpoints.ts';
export type { SqliteCheckpoints, SqliteCheckpointsOptions } from './sqlite-checkpoints.ts';
export { sqliteDelivery } from './sqlite-delivery.ts';
export type { SqliteDeliveryOptions } from './sqlite-delivery.ts';
export { sqliteEventStore } from './sqlite-event-store.ts';
export type { SqliteEventStoreOptions } from './sqlite-event-store.ts';
export { sqliteViews } from './sqlite-views.ts';
export type { SqliteViews, SqliteViewsOptions } from './sqlite-views.ts';
