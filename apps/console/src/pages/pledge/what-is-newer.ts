/** What a reader is told of a pledge that he has open and that is not as he read it any more. Pure. */
import type { Answer } from '../../server/api.ts';
import { statusName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

type Standing = Pick<Answer<'/pledges/{pledgeId}'>, 'revision' | 'status'>;

/** Much of the page moves with the day, with other pledges and with who reads, and nothing was added. */
export const whatIsNewer = (before: Standing, after: Standing): string => {
  const words = say().newer;
  const { status } = after;
  return [
    after.revision > before.revision ? words.pledge : words.pledgeOtherwise,
    ...(status !== null && status !== before.status ? [words.status(statusName(status))] : []),
  ].join(' ');
};
