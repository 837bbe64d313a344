/** A promise that answered a need and ended leaves the need to the desk, whatever became of the pledge. Decision 56. */
import { END_STATUSES } from '@pledgeline/contracts';
import type { AnswerEnded } from '../answers-ended.ts';
import { memberStateName } from '../register/pledge-labels.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { commandLink } from './command-links.ts';
import { task, type Task } from './task.ts';
import type { Around, TaskRules } from './task-rules.ts';
import type { Days } from './turning-days.ts';

/** One for each offer that was chosen; until it is taken back, the need is closed, or others answer it. */
const tasksOfNeeds = (row: RegisterRow, _days: Days, { answers }: Around): readonly Task[] =>
  (answers.get(row.pledge.pledgeId) ?? []).map((ended) => {
    const { need, offer, others } = ended;
    const { needId } = need;
    const { offerId } = offer;
    return task(row, 'NEED_REOPENED', [], `${whyOf(row, ended)} ${whatIsOpen(ended)} ${WHAT_TO_DO}`, {
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

const WHAT_TO_DO = 'Find another offer, have this one taken back, or close the need.';

const whyOf = ({ pledge: { reference, status } }: RegisterRow, { offer, promise }: AnswerEnded): string => {
  const whose = offer.memberState === null ? (offer.body ?? '') : memberStateName(offer.memberState);
  const chosen = `The offer of ${whose} that was chosen was promised by ${reference}`;
  if (status === 'SPLIT' || status === 'MERGED') {
    const what = promise === 'ENDED' ? 'has ended' : 'has ended in part';
    return `${chosen}, and what came of that pledge ${what}.`;
  }
  if (status === 'LAPSED' || END_STATUSES.some((end) => end === status)) {
    const inPart = promise === 'IN_PART' ? ' after some of it was given' : '';
    return `${chosen}, which is ${status ?? ''}${inPart}.`;
  }
  return `${chosen}, which it left.`;
};

const whatIsOpen = ({ need, open }: AnswerEnded): string => {
  const sought = `of the need "${need.text}"`;
  if (open !== null) return `${open} ${sought} are open again.`;
  return need.number === null
    ? `It answers the need "${need.text}" no longer.`
    : `How many ${sought} are open is not known.`;
};
