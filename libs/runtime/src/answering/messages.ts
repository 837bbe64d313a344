/** What the thread that takes requests and the thread that answers them say to each other. */
import { HistoryIncomplete, Rejected, StoreUnavailable } from '@pledgeline/event-sourcing';
import type { MissingRevisions, Question, RejectionKind, StreamedAnswer } from '@pledgeline/event-sourcing';
import type { Configuration } from '../configuration.ts';
import type { ComputedAnswer } from './shared-answers.ts';

export interface AnsweringThreadData {
  readonly configuration: Configuration;
  /** The time of a simulation; null where time passes by itself. */
  readonly simulatedTime: SharedArrayBuffer | null;
  readonly service: string;
  /** Specifier of the module that exports `openAnswering`. */
  readonly module: string;
}

export type ToThread =
  | { readonly ask: Question; readonly id: number }
  /** Begins an answer that is made while it is read. */
  | { readonly stream: Question; readonly id: number }
  /** Asks for the next piece of it. */
  | { readonly next: number }
  | { readonly cancel: number }
  | { readonly close: true };

/** With an id there is one answer to each message that has it. */
export type FromThread =
  | { readonly id: number; readonly answer: ComputedAnswer }
  | { readonly id: number; readonly begun: Begun }
  /** Null after the last one. */
  | { readonly id: number; readonly piece: Uint8Array | null }
  | { readonly id: number; readonly failure: Failure };

/** What a streamed answer is. Its first piece is made by then, so that what cannot be begun is refused. */
export type Begun = Pick<StreamedAnswer, 'mediaType' | 'fileName'>;

/** What was thrown, as far as it can be sent. */
export type Failure =
  | {
      readonly is: 'rejected';
      readonly kind: RejectionKind;
      readonly code: string;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly is: 'unavailable'; readonly message: string; readonly retryAfterSeconds: number }
  | { readonly is: 'incomplete'; readonly stream: string; readonly missing: MissingRevisions }
  | { readonly is: 'broken'; readonly message: string; readonly stack: string };

export const failureOf = (error: unknown): Failure => {
  if (error instanceof Rejected) {
    const { kind, code, message, details } = error;
    return { is: 'rejected', kind, code, message, details };
  }
  if (error instanceof StoreUnavailable)
    return { is: 'unavailable', message: error.message, retryAfterSeconds: error.retryAfterSeconds };
  if (error instanceof HistoryIncomplete)
    return { is: 'incomplete', stream: error.stream, missing: error.missing };
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { is: 'broken', message, stack };
};

export const errorOf = (failure: Failure): Error => {
  switch (failure.is) {
    case 'rejected':
      return new Rejected(failure.kind, failure.code, failure.message, failure.details);
    case 'unavailable':
      return new StoreUnavailable(failure.message, failure.retryAfterSeconds);
    case 'incomplete':
      return new HistoryIncomplete(failure.stream, failure.missing);
    case 'broken':
      return Object.assign(new Error(failure.message), { stack: failure.stack });
  }
};
