/** What a form says of a field: a short label, a sentence of help, what it looks things up in, and when it is needed. */

/** The lists in which a code or an id is looked up: each is answered by an address of the API. */
export type Lookup =
  | 'act'
  | 'body'
  | 'capability'
  | 'centre'
  | 'conference'
  | 'currency'
  | 'event'
  | 'evidence'
  | 'gap'
  | 'idea'
  | 'language'
  | 'milestone-template'
  | 'ministry'
  | 'mission'
  | 'need'
  | 'officer'
  | 'pledge'
  | 'progress-report'
  | 'proposal'
  | 'register-entry'
  | 'requirement-set'
  | 'requirement-slot'
  | 'state'
  | 'stream'
  | 'task'
  | 'text'
  | 'theme'
  | 'tool';

/** When a field that may be left out is needed all the same. */
export interface NeededWhen {
  /** In a sentence, also where a form cannot tell. */
  readonly says: string;
  /** A field of the same body, and the values with which it is needed; any value where none is named. */
  readonly field?: string;
  readonly is?: readonly (string | boolean)[];
  /** The roles of those who send it. */
  readonly roles?: readonly string[];
}

export interface FieldWords {
  /** Of a few words, as a form writes it beside the field. */
  readonly title: string;
  /** One sentence or two; the words of the decorator, where it has some, stand in their place. */
  readonly description: string;
  readonly lookup?: Lookup;
  readonly neededWhen?: NeededWhen;
  /** Where the decorator has none; such an example is no part of the example of the whole request. */
  readonly example?: unknown;
}

/** By the name of a field, or of a request and its field where that means something of its own. */
export type WordsByField = Readonly<Record<string, FieldWords>>;

export const words = (
  title: string,
  description: string,
  more: Omit<FieldWords, 'title' | 'description'> = {},
): FieldWords => ({ title, description, ...more });

export const naming = (
  title: string,
  description: string,
  lookup: Lookup,
  more: Omit<FieldWords, 'title' | 'description' | 'lookup'> = {},
): FieldWords => words(title, description, { lookup, ...more });
