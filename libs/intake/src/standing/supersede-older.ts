/**
 * Finds the pledge that an update stands in place of. It names the one that it updates; where that was updated before, it is the
 * newest of them. Announcements are handled side by side, so that a later one may have come first.
 */
import { streamName } from '@pledgeline/contracts';
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { announcedLater } from '@pledgeline/pledge';
import type { Pledge, PledgeCommands } from '@pledgeline/pledge';
import type { SupersedeOlder } from './supersede-older.policy.ts';

export const supersedeIn =
  (pledges: PledgeCommands) =>
  async ({ newerPledgeId }: SupersedeOlder, meta: CommandMeta): Promise<unknown> => {
    const load = async (id: string): Promise<Pledge> => (await pledges.load(streamName('pledge', id))).state;
    const update = await load(newerPledgeId);
    const { announcement } = update;
    if (announcement?.standing !== 'UPDATED' || announcement.renews === null) return undefined;
    const found = await between(await load(announcement.renews), update, load);
    if (found === undefined) return undefined;
    const { older, newer } = found;
    return pledges(streamName('pledge', older.pledgeId), {
      type: 'SupersedePledge',
      data: { pledgeId: older.pledgeId, newerPledgeId: newer.pledgeId, memberState: newer.memberState },
      meta: { ...meta, occurredOn: newer.announcement?.announcedOn ?? null },
    });
  };

interface Pair {
  readonly older: Pledge;
  readonly newer: Pledge;
}

type Load = (pledgeId: string) => Promise<Pledge>;

/** Undefined where both stand: two updates of one meeting, or one that a correction has turned round. */
const between = async (named: Pledge, update: Pledge, load: Load): Promise<Pair | undefined> => {
  const inPlaceOf = await successors(update, load);
  if (inPlaceOf.some(({ pledgeId }) => pledgeId === named.pledgeId)) return undefined;
  let older = named;
  const line = await successors(named, load);
  for (const next of line) {
    if (next.pledgeId === update.pledgeId) return { older, newer: update };
    if (announcedLater(next, update)) return inOrder(line.at(-1) ?? next, inPlaceOf.at(-1) ?? update);
    if (!announcedLater(update, next)) return undefined;
    older = next;
  }
  return { older, newer: update };
};

/** Two lines of updates of one promise become one. */
const inOrder = (one: Pledge, other: Pledge): Pair | undefined => {
  if (announcedLater(one, other)) return { older: other, newer: one };
  return announcedLater(other, one) ? { older: one, newer: other } : undefined;
};

/** The pledges that stand in its place, one after the other. */
const successors = async (pledge: Pledge, load: Load): Promise<readonly Pledge[]> => {
  const found: Pledge[] = [];
  for (
    let next = pledge.supersededBy;
    next !== null && !found.some(({ pledgeId }) => pledgeId === next);
    next = found.at(-1)?.supersededBy ?? null
  ) {
    found.push(await load(next));
  }
  return found;
};
