/** What a state asked of the Secretariat waits for an answer, and the answer for the state: issue 15, point 5. */
import { addDays } from '@pledgeline/contracts';
import { openSupportRequests, type SupportRequest } from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { isOver, type Days } from './turning-days.ts';

/** So long an answer is in the queue of the state, as an act that was recorded for it is. */
const SHOWN_DAYS = 30;

const ANSWERS = ['AnswerSupportRequest', 'DeclineSupportRequest'] as const;

const tasksOfSupport = (row: RegisterRow, days: Days): readonly Task[] => [
  ...openSupportRequests(row.pledge).map(({ requestId, kind, text, askedOn, neededBy }) =>
    task(row, 'SUPPORT_TO_ANSWER', ANSWERS, say('ANSWER_SUPPORT', { support: kind, request: text }), {
      since: askedOn ?? row.statusSince,
      due: neededBy,
      about: requestId,
      next: ANSWERS.map((command) => commandLink(command, { pledgeId: row.pledge.pledgeId, requestId })),
    }),
  ),
  ...row.pledge.supportRequests.flatMap((asked) => answered(row, asked, days)),
];

export const rulesOfSupport: TaskRules = {
  tasks: tasksOfSupport,
  ofItems: true,
  turns: ({ pledge }) =>
    pledge.supportRequests.flatMap(({ settledOn }) =>
      settledOn === null ? [] : isOver(settledOn, SHOWN_DAYS),
    ),
};

/** The state goes by the answer, and reports, or asks again. */
const answered = (
  row: RegisterRow,
  { requestId, kind, outcome, settledOn, answer }: SupportRequest,
  { earliest }: Days,
): Task[] => {
  if (outcome === null || settledOn === null || earliest > addDays(settledOn, SHOWN_DAYS)) return [];
  const said = outcome === 'ANSWERED' ? 'READ_ANSWER' : 'READ_DECLINED';
  const todo = say(said, { support: kind, answer: answer ?? '' });
  return [
    task(row, 'SUPPORT_ANSWERED', ['ReportProgress', 'RequestSupport'], todo, {
      waitsFor: ['MS'],
      states: [row.pledge.memberState],
      since: settledOn,
      about: requestId,
    }),
  ];
};
