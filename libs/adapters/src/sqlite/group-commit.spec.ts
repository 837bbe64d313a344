import { groupCommit } from './group-commit.ts';
import type { GroupCommitOptions, Outcome } from './group-commit.ts';

/** Commits numbers by doubling them, and tells how they were grouped. */
const doubling = (overrides: Partial<GroupCommitOptions<number, number>> = {}) => {
  const groups: number[][] = [];
  const commits = groupCommit<number, number>({
    commit(group) {
      groups.push([...group]);
      return group.map((n): Outcome<number> =>
        n < 0 ? { refused: new Error('negative') } : { result: n * 2 },
      );
    },
    splits: () => false,
    committed: () => undefined,
    sizeOf: () => 1,
    maxMembers: 100,
    maxSize: 1000,
    ...overrides,
  });
  return { groups, commits };
};

/** A disk with little room: a group that is too large fails as a whole. */
const failingAbove = (room: number, groups: number[][]) => (group: readonly number[]) => {
  groups.push([...group]);
  if (group.reduce((sum, n) => sum + n, 0) > room) throw new Error('full');
  return group.map((n) => ({ result: n }));
};

describe('group commit', () => {
  it('commits what waits at the same moment together', async () => {
    const { groups, commits } = doubling();
    expect(await Promise.all([1, 2, 3].map((n) => commits.submit(n)))).toEqual([2, 4, 6]);
    await commits.submit(4);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('commits nothing before the turn is over', async () => {
    const { groups, commits } = doubling();
    const waiting = commits.submit(1);
    await Promise.resolve();
    expect(groups).toEqual([]);
    await waiting;
  });

  it('what is asked for during a commit is the next group', async () => {
    const groups: number[][] = [];
    const later: Promise<number>[] = [];
    const { commits } = doubling({
      commit(group) {
        groups.push([...group]);
        if (group[0] === 1) later.push(commits.submit(2), commits.submit(3));
        return group.map((n) => ({ result: n }));
      },
    });
    await commits.submit(1);
    await Promise.all(later);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('a refusal is told to its own member only', async () => {
    const { groups, commits } = doubling();
    const outcomes = await Promise.allSettled([1, -1, 2].map((n) => commits.submit(n)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toHaveLength(1);
  });

  it('a group that fails is told to all of its members', async () => {
    const groups: number[][] = [];
    const { commits } = doubling({ commit: failingAbove(5, groups) });
    const outcomes = await Promise.allSettled([1, 9, 2].map((n) => commits.submit(n)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await commits.submit(3)).toBe(3);
  });

  it('is taken apart after a failure that a smaller group may not meet', async () => {
    const groups: number[][] = [];
    const { commits } = doubling({ commit: failingAbove(5, groups), splits: () => true });
    const outcomes = await Promise.allSettled([1, 9, 2].map((n) => commits.submit(n)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[1, 9, 2], [1], [9], [2]]);
  });

  it('keeps to its limits; what is larger than them goes alone', async () => {
    const { groups, commits } = doubling({ maxMembers: 3, maxSize: 10, sizeOf: (n) => n });
    await Promise.all([1, 2, 3, 4, 5, 6, 20, 1].map((n) => commits.submit(n)));
    expect(groups).toEqual([[1, 2, 3], [4, 5], [6], [20], [1]]);
  });

  it('answers everyone before it tells of the commit', async () => {
    const reported: string[] = [];
    const { commits } = doubling({ committed: () => queueMicrotask(() => reported.push('committed')) });
    await Promise.all([1, 2].map(async (n) => reported.push(`answered ${await commits.submit(n)}`)));
    await Promise.resolve();
    expect(reported).toEqual(['answered 2', 'answered 4', 'committed']);
  });

  it('drains at once', async () => {
    const { groups, commits } = doubling({ maxMembers: 2 });
    const waiting = [1, 2, 3].map((n) => commits.submit(n));
    commits.drain();
    expect(groups).toEqual([[1, 2], [3]]);
    expect(await Promise.all(waiting)).toEqual([2, 4, 6]);
  });
});
