/** A view states how its rows are made, whose they are, and who may read which of them. The engine of read models does the rest. */
import {
  eventContracts,
  readsAmongStates,
  streamId,
  type Caller,
  type StreamCategory,
} from '@pledgeline/contracts';
import type {
  AnyProjection,
  Projection,
  RecordedEvent,
  UsualFields,
  ViewQuery,
  Views,
} from '@pledgeline/event-sourcing';
import type { ColumnRule } from './column-rules.ts';

export type Where = NonNullable<ViewQuery['where']>;

export interface Readers<Row> {
  /** Which rows the caller finds: conditions on columns; null for none. */
  readonly where: (caller: Caller) => Where | null;
  /**
   * What the caller reads of such a row; all of it when absent.
   * @param now the same row at present, by which a consent that ended has ended for the past too; itself in the present.
   */
  readonly row?: (row: Row, caller: Caller, now: Row | undefined) => unknown;
  /** Whether what a reader sees of a row of the past depends on the row of now. */
  readonly dependsOnPresent?: true;
  /** Who may ask by which column; anybody by any when absent. */
  readonly columns?: Readonly<Record<string, ColumnRule>>;
}

/** For rows that concern states. The column `memberState` of such a view holds the state that began the stream. */
export interface Concerned<Row> {
  readonly statesOf: (row: Row) => readonly string[];
  /** Finds every row that may concern the state. */
  readonly where: (views: Views, state: string) => Where | Promise<Where>;
}

/** What of a row passes over all rows look at. Decision 70. */
export interface Brief<Row> {
  /** What is kept of a row, as plain data; it may share objects with what is kept of others. */
  readonly kept: (row: Row) => object;
  /** The row again, without what passes do not look at. */
  readonly row: (kept: never) => Row;
}

export interface View<Row> {
  readonly projection: Projection<Row>;
  /** The streams that its rows show; null where a row is of many streams. */
  readonly category: StreamCategory | null;
  readonly readers: Readers<Row>;
  readonly concerned?: Concerned<Row>;
  /** Where passes over all rows are frequent: rows in brief are kept. */
  readonly brief?: Brief<Row>;
}

/** The same of any rows. */
export interface AnyBrief {
  readonly kept: (row: never) => object;
  readonly row: (kept: never) => unknown;
}

/** A view, whatever its rows. */
export interface AnyView extends Omit<View<never>, 'projection' | 'brief'> {
  readonly projection: AnyProjection;
  readonly brief?: AnyBrief;
}

export const forEverybody: Readers<unknown> = { where: () => ({}) };
export const forStates: Readers<unknown> = { where: (caller) => (readsAmongStates(caller) ? {} : null) };

type Declaration<Row, Event, Column extends string> = Omit<View<Row>, 'projection'> &
  Pick<Projection<Row>, 'name' | 'version'> & {
    readonly category: StreamCategory;
    readonly columns: Readonly<Record<Column, Projection<Row>['columns'][string]>>;
    readonly texts?: readonly NoInfer<Column>[];
    readonly sparse?: readonly NoInfer<Column>[];
    readonly indexes?: readonly (readonly (NoInfer<Column> | 'key')[])[];
    readonly counted?: readonly NoInfer<Column>[];
    readonly lists?: readonly (readonly string[])[];
    readonly usual?: UsualFields;
    /** The row after the event; undefined where there is none. */
    readonly apply: (row: Row | undefined, event: RecordedEvent & Event) => Row | undefined;
  };

/** A view with a row for each stream of a category, at the revision of its last event. */
export const viewOf = <
  Row extends { readonly revision: number },
  Event = unknown,
  Column extends string = string,
>({
  name,
  version,
  columns,
  texts = [],
  sparse = [],
  indexes,
  counted,
  lists = [],
  usual,
  apply,
  ...view
}: Declaration<Row, Event, Column>): View<Row> => ({
  ...view,
  projection: {
    name,
    version,
    columns,
    ...(texts.length > 0 && { texts }),
    ...(sparse.length > 0 && { sparse }),
    ...(indexes !== undefined && { indexes }),
    ...(counted !== undefined && { counted }),
    ...(lists.length > 0 && { lists }),
    ...(usual !== undefined && { usual }),
    ...(view.brief !== undefined && { isFollowed: true as const }),
    handles: eventContracts.filter(({ category }) => category === view.category).map(({ type }) => type),
    keyOf: ({ stream }) => streamId(stream),
    apply: (row, event) => {
      const changed = apply(row, event as RecordedEvent & Event);
      return changed && { ...changed, revision: event.revision };
    },
  },
});
