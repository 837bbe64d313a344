/**
 * What an error of the client means for us. Errors come in two shapes: with a `type` from the client's own classes, and with
 * a gRPC `code` or nothing at all from what happens before a call (features, discovery).
 */

import { AnotherLog, AppendTooLarge, StoreRefuses, WrongExpectedRevision } from '@pledgeline/event-sourcing';

/**
 * - `conflict`: the stream is elsewhere. `missing`: there is no such stream. `gone`: it was deleted for good.
 * - `refused`: asking again would be refused again.
 * - `forbidden`: a right, a password, a certificate or a newer server is missing; its administrator can give it.
 * - `passing`: the store cannot answer now, and what was asked may have been done.
 * - `ours`: our own refusal, or a mistake in a program.
 */
export type ErrorClass = 'conflict' | 'missing' | 'gone' | 'refused' | 'forbidden' | 'passing' | 'ours';

/** The code of gRPC for a user or a password that is wrong. */
export const UNAUTHENTICATED = 16;

const byType: Readonly<Record<string, ErrorClass>> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'missing',
  'no-stream': 'missing',
  'stream-deleted': 'gone',
  'stream-tombstoned': 'gone',
  'access-denied': 'forbidden',
  'invalid-argument': 'refused',
  'maximum-append-size-exceeded': 'refused',
  'append-record-size-exceeded': 'refused',
  'transaction-max-size-exceeded': 'refused',
  unsupported: 'refused',
};

/** INVALID_ARGUMENT, UNIMPLEMENTED. */
const refusing = new Set([3, 12]);
/** PERMISSION_DENIED, UNAUTHENTICATED. */
const forbidding = new Set([7, UNAUTHENTICATED]);

export const errorClassOf = (error: unknown): ErrorClass => {
  if (
    error instanceof WrongExpectedRevision ||
    error instanceof AppendTooLarge ||
    error instanceof StoreRefuses ||
    error instanceof AnotherLog
  )
    return 'ours';
  if (error instanceof OldServer || isAboutCertificates(error)) return 'forbidden';
  const { type, code } = shapeOf(error);
  const known = type === undefined ? undefined : byType[type];
  if (known !== undefined) return known;
  if (code !== undefined && refusing.has(code)) return 'refused';
  if (code !== undefined && forbidding.has(code)) return 'forbidden';
  const isMistake = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  return type === undefined && code === undefined && isMistake ? 'ours' : 'passing';
};

/** One that does not say when a reader has caught up: we would never know that nothing more comes. */
export class OldServer extends Error {
  constructor(version: string) {
    super(`this event store is version ${version}: 23.10 or later is needed`);
    this.name = 'OldServer';
  }
}

/** The client says so in words only, under the code of a server that is away. */
export const isAboutCertificates = (error: unknown): boolean =>
  error instanceof Error && CERTIFICATES.test(error.message);

const CERTIFICATES = /certificate|self.signed|altnames|wrong version number/i;

/** The limit in bytes where the server refused an append for its size; null where it names none; undefined for any other error. */
export const refusedSizeOf = (error: unknown): number | null | undefined => {
  const { type } = shapeOf(error);
  // 26 names it in an error of no kind.
  const isNamed =
    type === 'unknown' && error instanceof Error && /maximum-?append-?size/i.test(error.message);
  if (type !== 'maximum-append-size-exceeded' && !isNamed) return undefined;
  const { maxAppendSize } = error as { readonly maxAppendSize?: unknown };
  return typeof maxAppendSize === 'number' && maxAppendSize > 0 ? maxAppendSize : null;
};

const RESOURCE_EXHAUSTED = 8;

/** Whether the server ended a call because one message on it was larger than it takes. */
export const isTooLargeMessage = (error: unknown): boolean =>
  shapeOf(error).code === RESOURCE_EXHAUSTED &&
  error instanceof Error &&
  /message (exceeds|larger than)/i.test(error.message);

/**
 * Whether the client gets over it alone: it drops its connection when it learns that the store is away or led by another
 * node. After anything else it may keep a failed or unanswered promise for ever and has to be replaced, and so it has in a
 * cluster that is away: it would look for a node, and a search that fails rejects where nobody listens.
 */
export const heals = (error: unknown, cluster: boolean): boolean => {
  const { type } = shapeOf(error);
  return type === 'not-leader' || (!cluster && (type === 'unavailable' || type === 'cancelled'));
};

/** A read of the log from a position where no record begins. The server has no code for it. */
export const isInsideARecord = (error: unknown): boolean =>
  error instanceof Error && /unexpected (filtered)?readallresult/i.test(error.message);

/** For people; the client often leaves the message empty. */
export const describe = (error: unknown): string => {
  const { type } = shapeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return message === '' ? (type ?? 'no reason given') : message;
};

export const shapeOf = (
  error: unknown,
): { readonly type: string | undefined; readonly code: number | undefined } => {
  const { type, code } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return {
    type: typeof type === 'string' ? type : undefined,
    code: typeof code === 'number' ? code : undefined,
  };
};
