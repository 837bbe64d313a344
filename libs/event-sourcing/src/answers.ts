/**
 * The port to what answers questions. Answering costs much more than asking, so it happens beside the thread that takes
 * commands, within bounds, and once for all who ask the same at the same time.
 */
import type { EventReader } from './event-store.ts';
import type { Clock } from './infrastructure.ts';
import type { ViewDefinition, Views } from './views.ts';

export interface Question {
  /** Names an entry of the slice's table of questions. */
  readonly name: string;
  /** Plain data; the same data and the same reader have the same answer. */
  readonly input: unknown;
  /** As whom it is answered: part of what is the same. */
  readonly reader: unknown;
  /** The person, where he is answered otherwise than others who read as he does; absent while that is not known. */
  readonly person?: string;
  /**
   * Grows whenever the answer may have become another one. A kept answer of this version is as good as a new one; an older one is
   * given for FIGURES only, for two seconds. Null where each answer is of its own moment.
   */
  readonly version: string | null;
}

/**
 * What a question costs, which decides how many may wait for an answer. ROW: one thing and what it refers to. LIST: one page of
 * many rows. FIGURES: every row. PAST: the whole log first. EXPORT: as long as its reader takes to read it, and OPEN_EXPORT the same
 * for who has not signed in, so that strangers who read slowly hold up strangers only.
 */
export type Cost = 'ROW' | 'LIST' | 'FIGURES' | 'PAST' | 'EXPORT' | 'OPEN_EXPORT';

export interface AskedQuestion extends Question {
  readonly cost: Cost;
  /** Names what several questions are about that cost little more than one: a past. */
  readonly about: string | null;
  /** The answer must be of this version or later: no older one is given, and none is waited for that was begun before. */
  readonly isExact: boolean;
}

/** On whose account a question is answered. */
export interface Asker {
  /** A subject, or the address of somebody who has not signed in. */
  readonly account: string;
  readonly hasSignedIn: boolean;
  /** Aborted when nobody waits any more. */
  readonly gone: AbortSignal;
}

/** Bytes ready to be sent. */
export interface PreparedAnswer {
  readonly mediaType: string;
  readonly body: Uint8Array;
  /** The same, compressed; null where that is not worth it. */
  readonly gzip: Uint8Array | null;
  /** Of the content, without quotes; begins with the revision of what is shown, where it has one. */
  readonly tag: string;
  /** File name for what is saved rather than shown. */
  readonly fileName: string | null;
  /** What has no place in the body, as headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Subjects whom it is not for. */
  readonly otherwiseFor: readonly string[];
  /** Milliseconds since it was begun. */
  readonly ageMs: number;
}

/** What is too long to be held: made piece by piece, each when it is asked for. */
export interface StreamedAnswer {
  readonly mediaType: string;
  /** File name for what is saved rather than shown. */
  readonly fileName: string | null;
  /** To be read once. It ends by throwing where the rest cannot be made: what was read then is no whole. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

export interface Answers {
  /**
   * @throws {Rejected} as the question is answered.
   * @throws {TooBusy} when too many wait already, on this account or on all.
   */
  ask(question: AskedQuestion, asker: Asker): Promise<PreparedAnswer>;
  /**
   * Answers at each time anew. What it holds is free once all was read, or the asker is gone.
   * @throws {Rejected} and {TooBusy} as for a question.
   */
  stream(question: Question & { readonly cost: Cost }, asker: Asker): Promise<StreamedAnswer>;
}
export const ANSWERS = Symbol('Answers');

/** No place is left to wait in. */
export class TooBusy extends Error {
  readonly code = 'TOO_BUSY';

  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
    this.name = 'TooBusy';
  }
}

/** What a slice answers, before it is made into bytes. */
export interface Answer {
  /** JSON, or a text or bytes with their media type. */
  readonly content: unknown;
  readonly mediaType?: string;
  readonly fileName?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out of the tag: members that differ each time the same is answered. */
  readonly untagged?: readonly string[];
  /** Subjects who are answered otherwise than others who read as they do: they are answered by themselves. */
  readonly otherwiseFor?: readonly string[];
}

/** Read models to throw away, in a place of their own. */
export interface Scratch {
  readonly views: Views;
  /** What it takes of the disk. */
  bytes(): number;
  /** Closes it and frees its place. */
  remove(): Promise<void>;
}

/** What a slice's answering stands on. It appends nothing. */
export interface AnsweringContext {
  readonly store: EventReader;
  /** The read models of a group as another thread keeps them. */
  readonly openViews: (group: string, definitions: readonly ViewDefinition<never>[]) => Promise<Views>;
  readonly openScratch: (name: string) => Promise<Scratch>;
  readonly clock: Clock;
  /** Where it is left out, the log holds what people did. */
  readonly isSimulated?: boolean;
}

export interface Answering {
  /** @throws {DOMException} AbortError soon after the signal. */
  answer(question: Question, signal: AbortSignal): Promise<Answer>;
  /** Once the signal is aborted, reading it ends with that. */
  stream(question: Question, signal: AbortSignal): Promise<StreamedAnswer>;
}

/** What the module of a slice's questions exports as `openAnswering`. */
export type OpenAnswering<Context extends AnsweringContext = AnsweringContext> = (
  context: Context,
) => Promise<Answering>;
