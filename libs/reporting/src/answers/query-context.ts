/** What queries read, and as of when. */
import type { Views } from '@pledgeline/event-sourcing';
import type { answeredAt, FieldsOf } from './answer-schema.ts';

/** Which times were used, and how far the answer goes: part of every answer. */
export type AnsweredAt = FieldsOf<typeof answeredAt>;

export interface QueryContext {
  /** As the caller may see them. */
  readonly views: Views;
  readonly answeredAt: AnsweredAt;
  /** The clock when it was asked. */
  readonly now: string;
  /** The day of the query: in a historical view, its last day. */
  readonly today: string;
  /** What is dated later is in the future everywhere: the default `asOf`, and in a historical view its last day. */
  readonly latestToday: string;
  /** Whatever ended, or was due, before this day is over all over the world. */
  readonly earliestToday: string;
  /** True when another time than now was asked for: nobody can act in the past. */
  readonly isPast: boolean;
  /** True where nobody promised anything of what the log holds. */
  readonly isSimulated: boolean;
}
