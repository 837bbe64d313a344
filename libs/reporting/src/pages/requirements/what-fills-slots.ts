/** To which gaps and posts does a slot lead, and which pledges fill them? Accountability page, section 13. */
import { capability, unitMeasure, type Caller } from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';
import { everyRow } from '../../answers/every-row.ts';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { stands } from '../../reports/counting-rules.ts';
import { GAP_BOARD, type GapRow } from '../../views/gap-board.view.ts';
import { missionsKnown } from '../../views/missions-known.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { pledgesWhere } from '../../views/register/pledge-filters.ts';
import { hasPosts, missionsOfPosts, postsOf } from '../../views/register/posts-of.ts';
import { leadsToGap, type Edition, type Slot } from '../../views/requirement-shelf.view.ts';
import { gapAnswers } from '../gaps/gaps-and-what-fills-them.ts';
import type { FilledSlot } from './requirement-set.schema.ts';

/** As the caller may see it: the public reads the gaps that are public, and none of the pledges that fill them. */
export const slotsAndWhatFillsThem = async (
  context: QueryContext,
  { code: set, slots }: Edition,
  caller: Caller,
): Promise<FilledSlot[]> => {
  const gaps: GapRow[] = [];
  for await (const { row } of everyRow<GapRow>(context.views, GAP_BOARD)) gaps.push(row);
  const postsFor = await postsBySlot(context, slots);
  return Promise.all(
    slots.map(async (slot) => {
      const found = gaps.filter(({ gap }) => leadsToGap(set, slot, gap));
      const posts = postsFor(slot);
      return {
        ...slot,
        ...againstTheNumber(slot, found, posts),
        gaps: await gapAnswers(context, found, caller),
        posts,
      };
    }),
  );
};

/**
 * The open gaps and the posts together may come to more than the slot asks for: nobody is refused for it, since an implied gap may be
 * meant for another slot of its code, and it is marked. A gap in persons is not held against a number of units.
 */
const againstTheNumber = (
  { number }: Slot,
  gaps: readonly GapRow[],
  posts: FilledSlot['posts'],
): Pick<FilledSlot, 'sought' | 'surplus'> => {
  const inUnits = gaps.filter(({ isClosed, gap }) => !isClosed && unitMeasure(gap.unit) !== 'PERSONS');
  const sought = inUnits.reduce((sum, { gap }) => sum + gap.number, 0);
  const promised = posts.reduce((sum, post) => sum + Math.max(post.promised ?? 0, post.filled), 0);
  return { sought, surplus: Math.max(0, sought + promised - number) };
};

/** Experts are no units: what goes without PCRS is filled post by post. */
const isOfPosts = ({ capabilityCode }: Slot): boolean =>
  capability(capabilityCode)?.track === 'IMPLEMENTATION';

const postsBySlot = async ({ views, today }: QueryContext, slots: readonly Slot[]) => {
  const codes = [...new Set(slots.filter(isOfPosts).map(({ capabilityCode }) => capabilityCode))];
  const found: { readonly pledge: Pledge; readonly missions: readonly string[] }[] = [];
  if (codes.length > 0) {
    const known = await missionsKnown(views);
    const where = await pledgesWhere(views, { capabilityCode: codes });
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        const { pledge } = row;
        if (stands(row) && hasPosts(pledge)) found.push({ pledge, missions: missionsOfPosts(pledge, known) });
      }
    found.sort((one, other) => (one.pledge.reference < other.pledge.reference ? -1 : 1));
  }
  return ({ capabilityCode, mission }: Slot): FilledSlot['posts'] =>
    found
      .filter(({ pledge }) => codeOf(pledge) === capabilityCode)
      .filter(({ missions }) => mission === null || missions.includes(mission))
      .map(({ pledge }) => postsOnSlot(pledge, today));
};

const codeOf = ({ capabilityCode, announcement }: Pledge): string | null =>
  capabilityCode ?? announcement?.capabilityCode ?? null;

const postsOnSlot = (pledge: Pledge, day: string): FilledSlot['posts'][number] => {
  const { pledgeId, reference, memberState, status } = pledge;
  const { promised, filled, open, held } = postsOf(pledge, day);
  const name = memberStateName(memberState);
  return { pledgeId, reference, memberState, memberStateName: name, status, promised, filled, open, held };
};
