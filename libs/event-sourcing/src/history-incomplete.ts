/** A stream is whole when its revisions begin at 0 and have no hole. What is not whole is neither folded nor continued. */
import type { RecordedEvent } from './event.ts';

/** Revisions of a stream, both inclusive; `to` is null where it is not known how far they went. */
export interface MissingRevisions {
  readonly from: number;
  readonly to: number | null;
}

/** The store hides or has lost events of a stream: it was deleted, truncated or limited. A fault of the store, never the caller's. */
export class HistoryIncomplete extends Error {
  readonly code = 'HISTORY_INCOMPLETE';

  constructor(
    readonly stream: string,
    readonly missing: MissingRevisions,
    options?: ErrorOptions,
  ) {
    super(
      `The history of ${stream} is not whole: the store does not show ${inWords(missing)}. It was deleted, truncated or limited.`,
      options,
    );
    this.name = 'HistoryIncomplete';
  }
}

const inWords = ({ from, to }: MissingRevisions): string => {
  if (to === null) return `revision ${from} and those after it`;
  return from === to ? `revision ${from}` : `revisions ${from} to ${to}`;
};

/**
 * @param last the revision before the page; -1 at the beginning.
 * @throws {HistoryIncomplete} when the page does not go on from there without a hole.
 */
export const mustContinue = (stream: string, last: number, page: readonly RecordedEvent[]): void => {
  let next = last + 1;
  for (const { revision } of page) {
    if (revision > next) throw new HistoryIncomplete(stream, { from: next, to: revision - 1 });
    next = revision + 1;
  }
};

/** The one behind an error, if there is one. */
export const incompleteBehind = (error: unknown): HistoryIncomplete | undefined => {
  if (error instanceof HistoryIncomplete) return error;
  return error instanceof Error && error.cause !== undefined ? incompleteBehind(error.cause) : undefined;
};
