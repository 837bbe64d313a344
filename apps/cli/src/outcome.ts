/** What becomes of a row of a file. */
import type { Fault } from './problem.ts';

export interface Rejected {
  readonly is: 'rejected';
  readonly fault: Fault;
  /** Why the server refused it: for what the row says, or for who asks. Null where it was not asked. */
  readonly by: 'what it says' | 'who asks' | null;
}

/** Entered, or there before. */
export interface Taken {
  readonly is: 'added' | 'unchanged';
  /** What it became, or is: equal for rows that say the same. Null where the server does not say. */
  readonly thing: string | null;
  /** Equal for rows that make the same offer, in whatever words. Null where nothing can be called the same. */
  readonly offer: string | null;
  /** Entered although nobody could look for one that it repeats. */
  readonly isUnchecked?: true;
}

export type Outcome =
  | Taken
  | { readonly is: 'changed'; readonly id: string; readonly fields: readonly string[] }
  /** It says the same as an earlier line of the file. */
  | { readonly is: 'repeated'; readonly line: number }
  | Rejected
  /** Not judged: the import ends here. */
  | { readonly is: 'stopped'; readonly why: Error };
