/**
 * The shapes of an event on its way into and out of a store. Nothing here knows a technology or a business word.
 */

/** Who may read an event. Ordered from wide to narrow; an event's default may only be narrowed. */
export type Visibility = 'PUBLIC' | 'MEMBER_STATES' | 'INTERNAL';

const FROM_WIDE_TO_NARROW: readonly Visibility[] = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'];

/** Whether more may read the one than the other. */
export const isWider = (one: Visibility, other: Visibility): boolean =>
  FROM_WIDE_TO_NARROW.indexOf(one) < FROM_WIDE_TO_NARROW.indexOf(other);

/** What a decision returns: the event alone. The engine adds ids, times and who acted. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** Business date (`YYYY-MM-DD`) when it differs from the command's; null when no source gives one. */
  readonly occurredOn?: string | null;
  /** Narrower than the default of its type, or absent. */
  readonly visibility?: Visibility;
  /** Version of the rules the decision was taken under, where rules were used. */
  readonly ruleSet?: string;
  /** True keeps no person with it, and nothing by which one is found: the role stands for whoever sent it. */
  readonly unattributed?: boolean;
  /** Whose act it is where the sender recorded it for others: in which role they acted, and for which state. */
  readonly recordedFor?: { readonly role: string; readonly state: string | null };
}

/** What travels with every event and is not its business content. */
export interface EventMetadata {
  readonly actor: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly commandId: string;
  /** Hash of the command's body: tells a repeat from another command under the same id. */
  readonly bodyHash: string;
  readonly occurredOn: string | null;
  readonly ruleSet: string | null;
  readonly visibility: Visibility;
  /** What makes the digests of this event unguessable; events from before 2026-11-29 have none. In no answer, for no reader. */
  readonly salt?: string;
  /** The W3C trace context that the request came with, where it came with one. In no answer either. */
  readonly traceparent?: string;
  /** The role in which those acted for whom the actor recorded it; absent where the actor acted himself. */
  readonly recordedFor?: string;
}

export interface EventToAppend<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly data: Data;
  readonly metadata: EventMetadata;
}

/** A place in the log of one store. Opaque: only the store that gave it can compare or resume from it. */
export type Position = string;

/**
 * An event at its place in its stream: as much as its append tells. Where it is in the log and when it was recorded, only a read
 * tells, so the time may be missing (`recordedTimeOf`).
 */
export interface AppendedEvent<Type extends string = string, Data = unknown> extends EventToAppend<
  Type,
  Data
> {
  readonly stream: string;
  /** Place in the stream, from 0, in every adapter. */
  readonly revision: number;
  readonly recordedAt?: string;
}

export interface RecordedEvent<Type extends string = string, Data = unknown> extends AppendedEvent<
  Type,
  Data
> {
  readonly position: Position;
  /** The store's clock at append, RFC 3339. */
  readonly recordedAt: string;
}

/** What the engines must know of event types; the contracts room answers it. */
export interface EventCatalogue {
  /**
   * The version that is written, and who may read it by default.
   * @throws {Error} for a type no contract names: a programming error, never the caller's.
   */
  describe(type: string): { readonly schemaVersion: number; readonly visibility: Visibility };
  /** The event in its newest shape; the same object when it is current or unknown. */
  upcast<Event extends AppendedEvent>(event: Event): Event;
  /** What a struck event was, so that what it alone made can be deleted; undefined of any other. */
  struck(event: RecordedEvent): RecordedEvent | undefined;
  /** True for an event that changes what earlier ones of its stream say: the stream is then folded anew. */
  corrects(event: AppendedEvent): boolean;
  /**
   * One stream from its beginning, in the newest shape, each event as later ones correct it. Nothing is left out: a struck event
   * stands in its place, in a type that nothing handles.
   */
  corrected(events: readonly RecordedEvent[]): readonly RecordedEvent[];
}
