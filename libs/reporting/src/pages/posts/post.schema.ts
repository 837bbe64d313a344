/** How the register of posts looks. */
import { STATUSES } from '@pledgeline/contracts';
import {
  countedPage,
  day,
  flag,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { TOUR_STATES, type PostsOf } from '../../views/register/posts-of.ts';

const tour = object('TourInPost', {
  secondmentId: uuid,
  title: text,
  mission: orNull(text),
  institution: orNull(text),
  persons: said(whole, 'each in a post of that title'),
  from: day,
  to: said(day, 'the planned end'),
  endedOn: orNull(day),
  beyondPledge: said(flag, 'more than the posts that were promised'),
  monthsServed: said(whole, 'by each of them, up to the day of the question'),
  state: oneOf(TOUR_STATES, 'TourState'),
});

const posts = object('PostsOfPledge', {
  pledgeId: uuid,
  reference: text,
  memberState: text,
  memberStateName: text,
  status: orNull(oneOf(STATUSES)),
  capabilityCode: orNull(text),
  title: said(orNull(text), 'as promised, or the name of the capability'),
  mission: said(orNull(text), 'for which they were promised; its code where it is known'),
  institution: said(orNull(text), 'for which they were promised'),
  startsOn: said(orNull(day), 'the first day on which somebody is in a post'),
  postsFrom: said(orNull(day), 'from which they are to be filled, as stated'),
  postsUntil: said(orNull(day), 'the last day of the months promised, counted from the stated start'),
  monthsPromised: orNull(whole),
  promised: said(orNull(whole), 'that have to be filled; null where no number was promised'),
  filled: said(whole, 'at some time; who follows in a post fills the same one'),
  open: said(orNull(whole), 'null where no number was promised, 0 once the pledge is over'),
  vacant: said(
    orNull(whole),
    'those that are open, on the day of the question; none before the stated start',
  ),
  held: said(whole, 'on the day of the question'),
  postMonthsPromised: orNull(whole),
  postMonthsServed: whole,
  posts: said(list(tour), 'who is, was or will be in them'),
} satisfies Including<PostsOf>);

export const postList = countedPage('PostPage', posts);

export type PostsAnswer = Static<typeof posts>;
export type PostList = Static<typeof postList>;
