/** Whether a group has caught up with the log: until then its read model may lack anything. */
import type { GroupStatus } from './delivery.ts';
import { pause } from './pause.ts';
import { StoreUnavailable } from './rejected.ts';

/** Injection token for the status of the groups of this process. */
export const GROUPS = Symbol('Groups');
export type Groups = () => readonly GroupStatus[];

export interface CatchingUp {
  readonly forMs: number;
  readonly everyMs: number;
}

const A_WHILE: CatchingUp = { forMs: 5000, everyMs: 20 };

/**
 * Its function waits while the group catches up for the first time. A group that fails is not waited for: what is there must
 * do until somebody has seen to it.
 * @throws {StoreUnavailable} when it takes longer than `forMs`.
 */
export const caughtUpOnce = (groups: Groups, name: string, { forMs, everyMs } = A_WHILE) => {
  let was = false;
  const isBehind = (): boolean => {
    const state = groups().find(({ group }) => group === name)?.state;
    was ||= state === 'live';
    return !was && (state === 'starting' || state === 'catching-up');
  };
  return async (): Promise<void> => {
    for (let waited = 0; !was && isBehind(); waited += everyMs) {
      if (waited >= forMs) {
        throw new StoreUnavailable(`${name} has not caught up with the log yet`, 1);
      }
      await pause(everyMs);
    }
  };
};

/**
 * Whether the group gets on, so that its read model lacks no more than a moment. Not so while it is tried again, has stopped, or has
 * more to catch up with than it says is usual. What nobody follows here is taken to be whole.
 */
export const isFollowing = (groups: Groups, name: string): boolean => {
  const status = groups().find(({ group }) => group === name);
  if (status === undefined || status.state === 'live') return true;
  // A delivery that counts what follows is live for as long as that is little; others catch up between any two batches.
  return status.state === 'catching-up' && status.lag === undefined;
};
