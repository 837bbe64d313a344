/** The places in sets of requirements that a pledge fills: by a gap it is set against, or by its posts. */
import type { Views } from '@pledgeline/event-sourcing';
import type { Pledge } from '@pledgeline/pledge';
import { GAP_BOARD, type GapRow } from '../../views/gap-board.view.ts';
import { missionsKnown } from '../../views/missions-known.ts';
import { hasPosts, missionsOfPosts } from '../../views/register/posts-of.ts';
import {
  leadsToGap,
  REQUIREMENT_SHELF,
  slotsThat,
  type RequirementRow,
  type SlotPlace,
} from '../../views/requirement-shelf.view.ts';

/** @param pledge as the caller may see it: who is not told its gaps finds none of their slots. */
export const slotsOfPledge = async (views: Views, pledge: Pledge): Promise<readonly SlotPlace[]> => {
  const { matches, selection, track } = pledge;
  const ids = [...matches.map(({ gapId }) => gapId), selection?.gapId ?? []].flat();
  const isOfPosts = track !== 'CAPABILITY' && hasPosts(pledge);
  if (ids.length === 0 && !isOfPosts) return [];
  const shelf = await views.find<RequirementRow>(REQUIREMENT_SHELF);
  const gaps = [...(await views.getMany<GapRow>(GAP_BOARD, [...new Set(ids)])).values()];
  const missions = isOfPosts ? missionsOfPosts(pledge, await missionsKnown(views)) : [];
  const code = pledge.capabilityCode ?? pledge.announcement?.capabilityCode;
  return slotsThat(
    shelf,
    (set, slot) =>
      gaps.some(({ gap }) => leadsToGap(set, slot, gap)) ||
      (isOfPosts &&
        slot.capabilityCode === code &&
        (slot.mission === null || missions.includes(slot.mission))),
  );
};
