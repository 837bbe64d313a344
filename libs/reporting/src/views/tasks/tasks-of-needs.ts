/** A promise that answered a need and ended leaves the need to the desk, whatever became of the pledge. Decision 56. */
import { END_STATUSES } from '@pledgeline/contracts';
import type { AnswerEnded } from '../answers-ended.ts';
import { memberStateName } from '../register/pledge-labels.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { commandLink } from './command-links.ts';
import { say, type Sentence } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { Around, TaskRules } from './task-rules.ts';
import type { Days } from './turning-days.ts';

/** One for each offer that was chosen; until it is taken back, the need is closed, or others answer it. */
const tasksOfNeeds = (row: RegisterRow, _days: Days, { answers }: Around): readonly Task[] =>
  (answers.get(row.pledge.pledgeId) ?? []).map((ended) => {
    const { need, offer, others } = ended;
    const { needId } = need;
    const { offerId } = offer;
    return task(row, 'NEED_REOPENED', [], [whyOf(row, ended), whatIsOpen(ended), say('ANSWER_NEED')], {
      about: offerId,
      waitsFor: ['DESK'],
      next: [
        ...others.map((other) => commandLink('ChooseOffer', { needId, offerId: other.offerId })),
        commandLink('WithdrawOffer', { needId, offerId }),
        commandLink('CloseNeed', { needId }),
      ],
    });
  });

export const rulesOfNeeds: TaskRules = { tasks: tasksOfNeeds };

const whyOf = ({ pledge: { reference, status } }: RegisterRow, { offer, promise }: AnswerEnded): Sentence => {
  const whose = offer.memberState === null ? (offer.body ?? '') : memberStateName(offer.memberState);
  const chosen = { of: whose, reference };
  if (status === 'SPLIT' || status === 'MERGED') {
    return say(promise === 'ENDED' ? 'ANSWER_PARTED' : 'ANSWER_PARTED_IN_PART', chosen);
  }
  if (status === 'LAPSED' || END_STATUSES.some((end) => end === status)) {
    const ended = { ...chosen, status: status ?? '' };
    return say(promise === 'IN_PART' ? 'ANSWER_ENDED_AFTER_PART' : 'ANSWER_CAME_TO_NOTHING', ended);
  }
  return say('ANSWER_LEFT', chosen);
};

const whatIsOpen = ({ need, open }: AnswerEnded): Sentence => {
  const sought = { need: need.text };
  if (open !== null) return say('NEED_OPEN', { open, ...sought });
  return say(need.number === null ? 'NEED_UNANSWERED' : 'NEED_UNCLEAR', sought);
};
