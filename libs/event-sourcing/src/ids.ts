/** Ids that derive from other ids, so that every retry and every redelivery makes the same one. */
import { v5, v7 } from 'uuid';

/** Namespace of all derived ids of this system. Never changes: stored ids depend on it. */
const NAMESPACE = '8b5c1f1e-5b0e-5a43-9a65-0d1c5f0a7e11';

/** UUIDv5 of the parts, in order. */
export const derivedId = (...parts: readonly (string | number)[]): string =>
  v5(JSON.stringify(parts), NAMESPACE);

/** Id of the n-th event a command appends to a stream. */
export const eventId = (commandId: string, stream: string, n: number): string =>
  derivedId('event', commandId, stream, n);

/** A new id, ordered by time (UUIDv7). */
export const newId = (): string => v7();

/** How every id is written: in lower case. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
