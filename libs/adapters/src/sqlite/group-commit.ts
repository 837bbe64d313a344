/**
 * Work that waits at the same moment is committed together: one transaction and one flush to disk for all of it. There is
 * no timer; while a group is being committed, the next one gathers.
 */

/** Answer of one piece of work: its result, or an error of its own. */
export type Outcome<Result> = { readonly result: Result } | { readonly refused: unknown };

export interface GroupCommitOptions<Work, Result> {
  /** Carries out a group in one transaction; throws when none of it was written. */
  readonly commit: (group: readonly Work[]) => readonly Outcome<Result>[];
  /** True for a failure that a smaller group may not meet: its members are then committed one by one. */
  readonly splits: (failure: unknown) => boolean;
  /** After a group was committed and each of its members was answered. */
  readonly committed: () => void;
  readonly sizeOf: (work: Work) => number;
  /** Most pieces of work in a group, and most of their sizes together: bounds how long a group keeps others waiting. */
  readonly maxMembers: number;
  readonly maxSize: number;
}

export interface GroupCommit<Work, Result> {
  submit(work: Work): Promise<Result>;
  /** Commits what waits, at once. */
  drain(): void;
}

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export const groupCommit = <Work, Result>(
  options: GroupCommitOptions<Work, Result>,
): GroupCommit<Work, Result> => {
  let queue: Waiting<Work, Result>[] = [];
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || queue.length === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      flush();
      schedule();
    });
  };

  const flush = (): void => {
    const group = queue.slice(0, groupLength(queue, options));
    queue = queue.slice(group.length);
    if (group.length > 0) settle(group);
  };

  const settle = (group: readonly Waiting<Work, Result>[]): void => {
    let outcomes: readonly Outcome<Result>[];
    try {
      outcomes = options.commit(group.map(({ work }) => work));
    } catch (failure) {
      if (group.length > 1 && options.splits(failure)) for (const one of group) settle([one]);
      else for (const { reject } of group) reject(failure);
      return;
    }
    for (const [n, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[n];
      if (outcome !== undefined && 'result' in outcome) resolve(outcome.result);
      else reject(outcome?.refused);
    }
    options.committed();
  };

  return {
    submit: (work) =>
      new Promise((resolve, reject) => {
        queue.push({ work, resolve, reject });
        schedule();
      }),
    drain: () => {
      while (queue.length > 0) flush();
    },
  };
};

/** At least one, so that work larger than the limit is a group of its own. */
const groupLength = <Work, Result>(
  queue: readonly Waiting<Work, Result>[],
  { sizeOf, maxMembers, maxSize }: GroupCommitOptions<Work, Result>,
): number => {
  let size = 0;
  for (const [n, { work }] of queue.entries()) {
    size += sizeOf(work);
    if (n > 0 && (n === maxMembers || size > maxSize)) return n;
  }
  return queue.length;
};
