/**
 * The refusals and failures that every caller of the engine can meet, told apart by `code`, never by class name.
 * HTTP numbers belong to the edge.
 */

import type { RecordedEvent } from './event.ts';

export type RejectionKind = 'invalid' | 'missing' | 'conflict' | 'forbidden';

/** The caller is mistaken: nothing was written. `details` are shown to the caller, so no confidential content. */
export class Rejected extends Error {
  constructor(
    readonly kind: RejectionKind,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Rejected';
  }
}

/**
 * Work that asks for refusals without throwing them: where each was made says nothing then, and to note it costs more than to make it.
 * A fault that is thrown is made once more, with its stack.
 */
export const withoutStacks = <Result>(work: () => Result): Result => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } catch {
    Error.stackTraceLimit = stackTraceLimit;
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

/**
 * The sender of a command named a revision that is not the last one he may read. `actual` is that one, null when there is
 * none; `since` are events after the named one, those alone that he may read.
 */
export class ChangedSince extends Error {
  readonly code = 'VERSION_CONFLICT';

  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number | null,
    readonly since: readonly RecordedEvent[],
  ) {
    super(`${stream} is at ${actual ?? 'no revision'}, not at ${expected}`);
    this.name = 'ChangedSince';
  }
}

/** The stream was not at the revision the writer named. `actual` is null when the stream does not exist. Of stores, never shown. */
export class WrongExpectedRevision extends Error {
  readonly code = 'VERSION_CONFLICT';

  constructor(
    readonly stream: string,
    readonly expected: number | 'no-stream',
    readonly actual: number | null,
  ) {
    super(`${stream} is at ${actual ?? 'no revision'}, not at ${expected}`);
    this.name = 'WrongExpectedRevision';
  }
}

/** The store cannot answer now (full disk, unreachable). Retrying the same append with the same ids is safe. */
export class StoreUnavailable extends Error {
  readonly code = 'STORE_UNAVAILABLE';

  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/**
 * The events of one append are more than a store takes at once; nothing was written. A caller is told like for any content that is
 * not valid; to a policy it is a failure and no outcome, because what it owes would otherwise be left undone without a sign.
 */
export class AppendTooLarge extends Error {
  readonly code = 'APPEND_TOO_LARGE';

  /** @param size in bytes. @param limit in bytes; null where the store refuses without naming one. */
  constructor(
    readonly size: number,
    readonly limit: number | null,
    options?: ErrorOptions,
  ) {
    const most = limit === null ? 'The event store takes less' : `The limit is ${inBytes(limit)}`;
    super(`This would record ${inBytes(size)} at once. ${most}.`, options);
    this.name = 'AppendTooLarge';
  }
}

const inBytes = (count: number): string => `${count.toLocaleString('en-US')} bytes`;
