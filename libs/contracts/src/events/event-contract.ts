/** How one event type is declared: the schema is the source of its TypeScript type, its JSON Schema and its AsyncAPI entry. */
import type { TSchema } from 'typebox';
import type { Visibility } from '@pledgeline/event-sourcing';

/** The one service that may write a type. */
export type Owner = 'intake' | 'verification';

/** What the names of our streams begin with, up to the first hyphen. */
export const STREAM_CATEGORIES = [
  'pledge',
  'visit',
  'gap',
  'need',
  'mission',
  'conference',
  'idea',
  'requirements',
  'group',
  'register',
  'file',
] as const;
export type StreamCategory = (typeof STREAM_CATEGORIES)[number];

/** Turns the data of one schema version into that of the next. Pure and total over every stored event. */
export type Upcaster = (data: unknown) => unknown;

/** Names of fields, with a dot for a field of each item of a list. What is redacted for states is redacted for the public too. */
export type Redaction = Readonly<Partial<Record<'PUBLIC' | 'MEMBER_STATES', readonly string[]>>>;

export interface EventContract<Type extends string = string, Schema extends TSchema = TSchema> {
  /** Stored as it is and never changed: a new shape is a new version, not a new name. */
  readonly type: Type;
  readonly category: StreamCategory;
  readonly owner: Owner;
  readonly schemaVersion: number;
  /** Who may read events of the current version by default. A single event may be narrower, never wider. */
  readonly visibility: Visibility;
  /** The same of older versions, where it was another. Their events keep what they were stored with. */
  readonly visibilityOf: Readonly<Record<number, Visibility>>;
  /** True when the state whose pledge it is may read it although it is INTERNAL. */
  readonly ownStateMayRead: boolean;
  /** Parts of the data that are for fewer readers than the event itself: see `redactedFor`. */
  readonly redact: Redaction;
  /** From which version on a field is kept back, where older ones told it to these readers. */
  readonly redactedSince: Readonly<Record<string, number>>;
  /** What a subscriber may conclude from it, in one sentence. */
  readonly summary: string;
  readonly data: Schema;
  /** `upcasters[n]` turns version n into n + 1; one for every version before the current one. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

type Declaration<Type extends string, Schema extends TSchema> = Pick<
  EventContract<Type, Schema>,
  'type' | 'owner' | 'visibility' | 'summary' | 'data'
> &
  Partial<
    Pick<
      EventContract,
      'schemaVersion' | 'visibilityOf' | 'ownStateMayRead' | 'redact' | 'redactedSince' | 'upcasters'
    >
  >;

/** Declares events of one stream category. */
export const eventsOf =
  (category: StreamCategory) =>
  <const Type extends string, Schema extends TSchema>(
    declaration: Declaration<Type, Schema>,
  ): EventContract<Type, Schema> => ({
    schemaVersion: 1,
    ownStateMayRead: false,
    visibilityOf: {},
    redact: {},
    redactedSince: {},
    upcasters: {},
    ...declaration,
    category,
  });

/** Who may read events of this version by default. */
export const defaultVisibility = (
  { visibility, visibilityOf }: Pick<EventContract, 'visibility' | 'visibilityOf'>,
  schemaVersion: number,
): Visibility => visibilityOf[schemaVersion] ?? visibility;
