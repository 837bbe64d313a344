/**
 * Every row keeps, for each kind of reader, the revision of the last event that he may read. He is shown that revision, so that it
 * moves with those events alone and reveals no others.
 */
import { ownStateMayRead } from '@pledgeline/contracts';
import type { ColumnValue, Projection, RecordedEvent } from '@pledgeline/event-sourcing';

/** Revisions; -1 where no event is for the reader. */
export interface LastSeen {
  readonly PUBLIC: number;
  readonly MEMBER_STATES: number;
  /** For the states that the stream concerns: the above, and what its contracts share with them. */
  readonly CONCERNED: number;
  /** When the newest event was recorded that is for the states concerned and for no other. */
  readonly sharedAt: string | null;
}

export interface WithLastSeen {
  readonly lastSeen: LastSeen;
}

/** Column by which the row comes first whose states last had news. */
export const SHARED = 'shared';

const NOTHING: LastSeen = { PUBLIC: -1, MEMBER_STATES: -1, CONCERNED: -1, sharedAt: null };

/** The same projection, with how far each kind of reader sees in every row. */
export const withLastSeen = <Row extends object>(
  projection: Projection<Row>,
): Projection<Row & WithLastSeen> => ({
  ...projection,
  apply: (row, event) => {
    const next = projection.apply(row, event);
    return next && { ...next, lastSeen: seenAfter(row?.lastSeen ?? NOTHING, event) };
  },
});

/** The same for rows that concern states: those of one state are found by `memberState` and `SHARED`. */
export const withSharedNews = <Row extends object>(
  projection: Projection<Row>,
): Projection<Row & WithLastSeen> => {
  const { columns, indexes, ...seen } = withLastSeen(projection);
  const news = ['memberState', SHARED];
  return {
    ...seen,
    columns: { ...columns, [SHARED]: newestFirst },
    ...(indexes !== undefined && { indexes: [...indexes, news] }),
  };
};

/** Where a state had news at all: values lie below this. */
export const HAD_NEWS = { to: 0 };

const newestFirst = ({ lastSeen: { sharedAt } }: WithLastSeen): ColumnValue =>
  sharedAt === null ? null : -Date.parse(sharedAt);

const seenAfter = (seen: LastSeen, event: RecordedEvent): LastSeen => {
  const { revision, recordedAt, metadata } = event;
  const isForStates = metadata.visibility !== 'INTERNAL';
  const isShared = !isForStates && ownStateMayRead(event);
  return {
    PUBLIC: metadata.visibility === 'PUBLIC' ? revision : seen.PUBLIC,
    MEMBER_STATES: isForStates ? revision : seen.MEMBER_STATES,
    CONCERNED: isForStates || isShared ? revision : seen.CONCERNED,
    sharedAt: isShared && recordedAt > (seen.sharedAt ?? '') ? recordedAt : seen.sharedAt,
  };
};
