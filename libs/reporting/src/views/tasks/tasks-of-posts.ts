/** What a pledge waits for because of its posts, and of the agreement of their host: accountability page, section 12. */
import { addDays, laterDay } from '@pledgeline/contracts';
import {
  categoryOf,
  deliveryOf,
  postOf,
  rules,
  suspendedNow,
  termsPromised,
  type Secondment,
} from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import { isOpen } from '../register/due-dates.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, isOver, underEachRuleSet, type Days } from './turning-days.ts';

const tasksOfPosts = (row: RegisterRow, days: Days): readonly Task[] => {
  if (row.pledge.track !== 'IMPLEMENTATION') return [];
  const isAtRest = suspendedNow(row.pledge) !== undefined;
  return [
    ...(isAtRest || !isOpen(row.pledge) ? [] : [...openPosts(row, days), ...hostAgreement(row)]),
    ...endingPosts(row, days),
  ];
};

export const rulesOfPosts: TaskRules = {
  tasks: tasksOfPosts,
  asksBodies: true,
  turns: ({ pledge }) =>
    (pledge.delivered?.secondments ?? [])
      .filter(({ endedOn }) => endedOn === null)
      .flatMap(({ from, to }) => [
        isOver(to),
        begins(from),
        ...underEachRuleSet(({ endWarningDays }) => [begins(to, -endWarningDays)]),
      ]),
};

/** Promised and never filled: due on the stated start, since whoever comes then is named before. */
const openPosts = (row: RegisterRow, { today }: Days): Task[] => {
  const { dimensions } = deliveryOf(row.pledge, today, rules.inForce(today).fulfilledFromShare);
  return dimensions
    .filter(({ dimension }) => dimension === 'POSTS' || (dimension === 'PERSONS' && isOfExperts(row)))
    .filter(({ promised, delivered }) => delivered < promised)
    .map(({ promised, delivered }) =>
      task(row, 'POSTS_OPEN', 'SecondExpert', say('FILL_POSTS', { open: promised - delivered, promised }), {
        due: termsPromised(row.pledge)?.postsFrom ?? null,
      }),
    );
};

const isOfExperts = ({ pledge }: RegisterRow): boolean => categoryOf(pledge) === 'EXPERTISE';

/** From the warning until somebody says that it ended; where the next person is named, only once the time is over. */
const endingPosts = (row: RegisterRow, { today, earliest }: Days): Task[] => {
  const held = row.pledge.delivered?.secondments ?? [];
  const warned = rules.inForce(today).endWarningDays;
  return held
    .filter(({ endedOn }) => endedOn === null)
    .map((post) => ({ post, since: laterDay(addDays(post.to, -warned), post.from) ?? post.from }))
    .filter(({ post, since }) => since <= today && (post.to < earliest || !isFollowed(post, held)))
    .map(({ post, since }) => {
      const { secondmentId, to } = post;
      const place = post.mission ?? post.hostInstitution;
      const title = place === null ? post.post : `${post.post} in ${place}`;
      const { pledgeId } = row.pledge;
      return task(
        row,
        'POST_ENDS',
        ['EndSecondment', 'SecondExpert'],
        say(to < earliest ? 'END_POST' : 'FOLLOW_POST', { post: title, until: to }),
        {
          since,
          due: to,
          about: secondmentId,
          next: [
            commandLink('EndSecondment', { pledgeId, secondmentId }),
            commandLink('SecondExpert', { pledgeId }),
          ],
        },
      );
    });
};

const isFollowed = (post: Secondment, held: readonly Secondment[]): boolean =>
  held.some(
    (other) =>
      other.secondmentId !== post.secondmentId && postOf(other) === postOf(post) && other.from > post.from,
  );

/** Secondments to institutions of a host, and the assets of a mission that are handed over: seed 004. */
const WITH_THE_HOST: readonly (string | null)[] = ['HOST-SECOND', 'POL-ASSET'];

/** Evidence that is open until it is there. */
const hostAgreement = (row: RegisterRow): Task[] => {
  const { capabilityCode, implementation } = row.pledge;
  const isThere = implementation?.evidence.some(
    ({ kind, standing }) => kind === 'AGREEMENT' && standing !== 'REJECTED',
  );
  if (!WITH_THE_HOST.includes(capabilityCode) || isThere === true) return [];
  return [task(row, 'HOST_AGREEMENT_MISSING', 'SubmitEvidence', say('SEND_HOST_AGREEMENT'))];
};
