/** Where among the events of a pledge one is. Its reader sees some of them: revisions are those of the log, and have gaps. Pure. */

export interface Place {
  /** From 0, among those known. */
  readonly at: number;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * @param revisions in their order.
 * @returns of the last event up to the revision; at -1 where all known come later.
 */
export const placeOf = (revisions: readonly number[], revision: number): Place => {
  const at = revisions.findLastIndex((one) => one <= revision);
  return {
    at,
    before: (revisions[at] === revision ? revisions[at - 1] : revisions[at]) ?? null,
    after: revisions[at + 1] ?? null,
  };
};
