/** The request to change one stream, with everything the decision may not look up for itself: who, when, under which id. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly meta: CommandMeta;
}

export interface CommandMeta {
  /** Stable across retries: by it a stream knows what it has carried out. */
  readonly commandId: string;
  readonly bodyHash: string;
  readonly actor: string;
  readonly role: string;
  /** ISO 3166 alpha-3 code of the state the actor speaks for, or null. */
  readonly onBehalfOf: string | null;
  /** Name of the body that the actor speaks for, where he speaks for no state. */
  readonly body?: string | null;
  /** Where the actor records what others did, who told of it in writing: `onBehalfOf` is then their state. */
  readonly recorded?: RecordedForOthers;
  /** Who records it, where it is decided as theirs for whom he does: `role` is then theirs. */
  readonly recorder?: string;
  /** Of a command made anew from its event, which the actor had recorded for others: it is theirs, and not his. */
  readonly wasRecorded?: true;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** The W3C trace context of the request, where it has one. */
  readonly traceparent?: string;
  /** The clock when the command was made, RFC 3339. */
  readonly now: string;
  /** Business date of the act (`YYYY-MM-DD`); null when no source gives one. */
  readonly occurredOn: string | null;
  /** True where nobody stated the day: a decision may take a later one that it knows. */
  readonly dayAssumed?: boolean;
  /** Decide it and write nothing: what would be recorded is the answer. */
  readonly dryRun?: true;
}

export interface RecordedForOthers {
  /** Of a body that is no state; null for a state. */
  readonly body: string | null;
  /** Its own day (`YYYY-MM-DD`), and how it is found. */
  readonly paper: { readonly reference: string; readonly date: string };
}
