/** Which posts were promised, which are filled, and which are open? */
import { monthsServed, type Pledge, type Secondment } from '@pledgeline/pledge';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../../answers/cursor.ts';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { postList } from './post.schema.ts';
import { missionsKnown, type MissionsKnown } from '../../views/missions-known.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { pledgesWhere } from '../../views/register/pledge-filters.ts';
import {
  hasPosts,
  missionsOfPosts,
  postsOf,
  tourState,
  toursOf,
  vacantPosts,
} from '../../views/register/posts-of.ts';
import { stands } from '../../reports/counting-rules.ts';
import type { ListPostsRequest } from './post.request.ts';
import type { PostList, PostsAnswer } from './post.schema.ts';

/** In the order of their references. @param question with the code of its mission. @throws {Rejected} UNKNOWN_STATE */
export const postsAndWhoHoldsThem = async (
  context: QueryContext,
  question: ListPostsRequest,
): Promise<PostList> => {
  const { views, answeredAt, today } = context;
  const { memberState, capabilityCode, mission, vacant } = question;
  const known = await missionsKnown(views);
  const place = placeOf(question, question, isReference);
  const limit = question.limit ?? DEFAULT_LIMIT;
  const found: Pledge[] = [];
  const where = await pledgesWhere(views, { memberState, capabilityCode });
  for await (const page of pagesOfPledges(views, where))
    for (const { row } of page) {
      const { pledge } = row;
      if (!hasPosts(pledge) || (!stands(row) && toursOf(pledge).length === 0)) continue;
      if (mission !== undefined && !missionsOfPosts(pledge, known).includes(mission)) continue;
      if (vacant === undefined || (vacant === 'true') === (vacantPosts(pledge, today) ?? 0) > 0)
        found.push(pledge);
    }
  found.sort((one, other) => (one.reference < other.reference ? -1 : 1));
  const left = found.filter(({ reference }) => place === undefined || reference > place[0]);
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((pledge) => answer(pledge, today, known)),
    next: left.length > limit && last ? cursorFor(question, [last.reference]) : null,
    total: found.length,
    ...answeredAt,
  };
};

const isReference = (place: readonly unknown[]): place is readonly [string] =>
  place.length === 1 && typeof place[0] === 'string';

const answer = (pledge: Pledge, day: string, known: MissionsKnown): PostsAnswer => {
  const { pledgeId, reference, memberState, status, capabilityCode, announcement } = pledge;
  const posts = postsOf(pledge, day);
  return {
    pledgeId,
    reference,
    memberState,
    memberStateName: memberStateName(memberState),
    status,
    capabilityCode: capabilityCode ?? announcement?.capabilityCode ?? null,
    ...posts,
    mission: posts.mission === null ? null : (known.codeOf(posts.mission) ?? posts.mission),
    posts: toursOf(pledge).map((tour) => tourOnPage(tour, day)),
  };
};

const tourOnPage = (tour: Secondment, day: string): PostsAnswer['posts'][number] => {
  const { post, hostInstitution, ...rest } = tour;
  return {
    ...rest,
    title: post,
    institution: hostInstitution,
    monthsServed: monthsServed(tour, day),
    state: tourState(tour, day),
  };
};

export const listPosts = asList(question('listPosts', 'LIST', postsAndWhoHoldsThem), {
  name: 'posts',
  schema: postList,
});
