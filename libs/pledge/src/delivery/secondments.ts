/** People given to posts for a time: lifecycle page, section 7; accountability page, section 12. */
import { under, type Decision, type Precondition } from '../decision-context.ts';
import { mustBeOpenMission } from '../deployment/mission-on-record.ts';
import { mustBePeriod } from '../period.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge } from '../state.ts';
import type { Secondment } from './delivery.state.ts';
import { endOf, mostPostsHeld, postOf, postsHeldOn } from './posts.ts';
import { postsPromised } from './posts-promised.ts';

/**
 * The beginning may lie ahead: a post is agreed before the person arrives. Some posts are in no mission; another is open, with the
 * consent of its host, on the day of the act or of the beginning if that was earlier, and does not close before the beginning.
 */
export const secondExpert: Decision<'SecondExpert'> = ({ data }, pledge, { on, rules }) => {
  if (find(pledge, data.secondmentId) !== undefined) {
    throw conflict('SECONDMENT_ID_REUSED', 'Another secondment has this id.', { field: 'secondmentId' });
  }
  mustSay('post', data.post);
  mustBePeriod(data.from, data.to);
  mustBeOpenMission(data, data.from < on ? data.from : on, data.mission, rules);
  mustBeOpenMission(data, data.from, data.mission, rules);
  mustBeFree({ ...data, endedOn: null }, pledge, rules);
  return [under(rules, { type: 'ExpertSeconded', data })];
};

/** Also asked without a command: whether any post is held. */
export const heldPost: Precondition<'EndSecondment'> = (pledge, _context, command) => {
  const held = pledge.delivered?.secondments ?? [];
  const named =
    command === null
      ? (held.find(({ endedOn }) => endedOn === null) ?? held[0])
      : find(pledge, command.data.secondmentId);
  if (named === undefined) {
    return missing('UNKNOWN_SECONDMENT', 'There is no such secondment.', { field: 'secondmentId' });
  }
  return named.endedOn === null
    ? undefined
    : conflict('SECONDMENT_ENDED', `The secondment ended on ${named.endedOn}.`, { field: 'secondmentId' });
};

/** The end may be earlier or later than planned, but not within the time of the next person on the post. */
export const endSecondment: Decision<'EndSecondment'> = ({ data }, pledge, { on, rules }) => {
  const secondment = find(pledge, data.secondmentId);
  if (secondment !== undefined) {
    if (on <= secondment.from) {
      throw invalid('PERIOD_INVALID', `${on} is not after ${secondment.from}.`, { field: 'occurredOn' });
    }
    // Who left as planned, or earlier, took nobody's post.
    if (!rules.postsAreCounted || on > secondment.to)
      mustBeFree({ ...secondment, endedOn: on }, pledge, rules);
  }
  return [under(rules, { type: 'SecondmentEnded', data: { ...data, endedOn: on } })];
};

/**
 * Whether there are posts for all. The posts that were promised are free or held, whatever their titles; where no number was promised,
 * each title is one post. The day of handing over belongs to both.
 */
const mustBeFree = (wanted: Secondment, pledge: Pledge, rules: RuleSet): void => {
  const others = (pledge.delivered?.secondments ?? []).filter(
    ({ secondmentId }) => secondmentId !== wanted.secondmentId,
  );
  const promised = rules.postsAreCounted ? postsPromised(pledge) : 'NOT_STATED';
  if (wanted.beyondPledge || promised === 'OPEN_ENDED') return;
  if (promised === 'NOT_STATED') mustBeFreePost(wanted, others, rules);
  else mustFillPosts(wanted, others, promised);
};

/** @throws {Rejected} POST_OCCUPIED */
const mustBeFreePost = (wanted: Secondment, others: readonly Secondment[], rules: RuleSet): void => {
  const other = others.find(
    (held) =>
      postOf(held) === postOf(wanted) &&
      held.from < endOf(wanted) &&
      wanted.from < endOf(held) &&
      !(rules.postsAreCounted && mostPostsHeld([held, wanted]) < held.persons + wanted.persons),
  );
  if (other === undefined) return;
  throw conflict('POST_OCCUPIED', `${other.post} is held from ${other.from} to ${endOf(other)}.`, {
    field: 'post',
    secondmentId: other.secondmentId,
  });
};

/** @throws {Rejected} MORE_THAN_POSTS */
const mustFillPosts = (wanted: Secondment, others: readonly Secondment[], promised: number): void => {
  const held = others.filter(({ beyondPledge }) => !beyondPledge);
  const together = [...held, wanted];
  const meanwhile = together
    .map(({ from }) => from)
    .filter((day) => wanted.from <= day && day < endOf(wanted));
  const needed = Math.max(...meanwhile.map((day) => postsHeldOn(day, together)));
  if (needed <= promised) return;
  const filled = Math.max(...meanwhile.map((day) => postsHeldOn(day, held)));
  throw conflict(
    'MORE_THAN_POSTS',
    `${promised} posts are promised, and ${filled} of them are held in that time. Say beyondPledge if there are to be more.`,
    { field: 'persons', promised, open: Math.max(promised - filled, 0) },
  );
};

const find = ({ delivered }: Pledge, id: string): Secondment | undefined =>
  delivered?.secondments.find(({ secondmentId }) => secondmentId === id);
