/** People given to a post for a time: lifecycle page, section 7. A post is held by one secondment at a time. */
import { addMonths } from '@pledgeline/contracts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBePeriod } from '../period.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import type { Secondment } from './delivery.state.ts';

/** The beginning may lie ahead: a post is agreed before the person arrives. Some posts are in no mission. */
export const secondExpert: Decision<'SecondExpert'> = ({ data }, pledge) => {
  if (find(pledge, data.secondmentId) !== undefined) {
    throw conflict('SECONDMENT_ID_REUSED', 'Another secondment has this id.', { field: 'secondmentId' });
  }
  mustSay('post', data.post);
  mustBePeriod(data.from, data.to);
  mustBeFree({ ...data, endedOn: null }, pledge);
  return [{ type: 'ExpertSeconded', data }];
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
export const endSecondment: Decision<'EndSecondment'> = ({ data }, pledge, { on }) => {
  const secondment = find(pledge, data.secondmentId);
  if (secondment !== undefined) {
    if (on <= secondment.from) {
      throw invalid('PERIOD_INVALID', `${on} is not after ${secondment.from}.`, { field: 'occurredOn' });
    }
    mustBeFree({ ...secondment, endedOn: on }, pledge);
  }
  return [{ type: 'SecondmentEnded', data: { ...data, endedOn: on } }];
};

/** The day of handing over belongs to both. */
const mustBeFree = (wanted: Secondment, { delivered }: Pledge): void => {
  const other = delivered?.secondments.find(
    (held) =>
      held.secondmentId !== wanted.secondmentId &&
      postOf(held) === postOf(wanted) &&
      held.from < endOf(wanted) &&
      wanted.from < endOf(held),
  );
  if (other === undefined) return;
  throw conflict('POST_OCCUPIED', `${other.post} is held from ${other.from} to ${endOf(other)}.`, {
    field: 'post',
    secondmentId: other.secondmentId,
  });
};

export type Period = Pick<Secondment, 'from' | 'to' | 'endedOn'>;

const endOf = ({ endedOn, to }: Period): string => endedOn ?? to;

/** Upper and lower case and outer blanks do not count. */
export const postOf = ({ post, mission, hostInstitution }: Secondment): string =>
  [post, mission ?? '', hostInstitution ?? ''].map((text) => text.trim().toLowerCase()).join('\n');

const find = ({ delivered }: Pledge, id: string): Secondment | undefined =>
  delivered?.secondments.find(({ secondmentId }) => secondmentId === id);

/** Whole months from the first day to the last, by plan or as it was. */
export const tourMonths = (period: Period): number => {
  const { from } = period;
  const end = endOf(period);
  const months = (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
  const counted = months + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, counted) > end ? counted - 1 : counted;
};
