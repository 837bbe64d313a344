/** What a pledge waits for, rule by rule. Rules of one chapter of its life are in files beside this one. */
import { addDays, laterDay } from '@pledgeline/contracts';
import { rules } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from './command-links.ts';
import { heardOn, isOpen, isSilentRow, renewalDue, wordDue } from '../register/due-dates.ts';
import { rulesOfImplementation, rulesOfItsItems } from './implementation-tasks.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { expectedTrack } from '../register/pledge-labels.ts';
import { say } from './sentence.ts';
import { rolesFor, task, tasksAlike, type Task } from './task.ts';
import type { Around, TaskRules } from './task-rules.ts';
import { begins, begunEverywhere, isOver, underEachRuleSet, type Days } from './turning-days.ts';
import { rulesAtRest } from './tasks-at-rest.ts';
import { rulesOfConditions } from './tasks-of-conditions.ts';
import { rulesOfDecisions, rulesOfProposals } from './tasks-of-decisions.ts';
import { rulesOfDeployment } from './tasks-of-deployment.ts';
import { rulesOfMissions } from './tasks-of-missions.ts';
import { rulesOfMoney } from './tasks-of-money.ts';
import { rulesOfPartners } from './tasks-of-partners.ts';
import { rulesOfPosts } from './tasks-of-posts.ts';
import { rulesOfSupport } from './tasks-of-support.ts';
import { rulesOfReadiness } from './tasks-of-readiness.ts';
import { rulesOfBaselines, rulesOfCaveats, rulesOfPlans } from './tasks-of-the-field.ts';
import { rulesOfValidity } from './tasks-of-validity.ts';

/** Of a pledge that is open: whatever its rules say waits. */
const OPEN: readonly TaskRules[] = [
  { tasks: (row) => questions(row), ofItems: true },
  rulesOfSupport,
  { tasks: (row, days) => beforeRegistration(row, days.today), turns: (row) => turnsBefore(row) },
  rulesOfReadiness,
  { tasks: (row, days) => renewal(row, days), turns: (row) => turnsOfRenewal(row) },
  rulesOfDeployment,
  rulesOfItsItems,
  rulesOfImplementation,
  rulesOfMoney,
  rulesOfValidity,
  rulesOfCaveats,
  rulesOfBaselines,
  rulesOfPlans,
  rulesOfPosts,
  rulesOfConditions,
  rulesOfMissions,
  rulesOfDecisions,
  rulesOfProposals,
  rulesAtRest,
  rulesOfPartners,
  { tasks: (row, days) => silence(row, days), asksBodies: true, turns: (row) => turnsOfSilence(row) },
];

const LAPSED: readonly TaskRules[] = [rulesAtRest];

/** What was closed in part may still be closed in full, and what lapsed be revived, which is all that it waits for. */
export const rulesFor = ({ pledge }: RegisterRow): readonly TaskRules[] => {
  if (pledge.status === 'LAPSED') return LAPSED;
  return isOpen(pledge) || pledge.status === 'PARTIALLY_FULFILLED' ? OPEN : [];
};

/** Dates that no rule sets are null. Nothing waits that nobody may do. */
export const tasksOf = (row: RegisterRow, days: Days, around: Around): readonly Task[] =>
  rulesFor(row)
    .flatMap(({ tasks }) => tasks(row, days, around))
    .filter(({ next }) => next.length > 0);

const questions = (row: RegisterRow): readonly Task[] => {
  const { clarifications, pledgeId } = row.pledge;
  const askedOn = new Map(row.asked.map(({ clarificationId, on }) => [clarificationId, on]));
  const open = clarifications.filter(({ answered }) => !answered);
  return tasksAlike(
    row,
    'CLARIFICATION_OPEN',
    'ProvideClarification',
    open.map(({ clarificationId, question, dueOn }) => ({
      todo: say('ANSWER_QUESTION', { question }),
      since: askedOn.get(clarificationId) ?? row.statusSince,
      due: dueOn,
      about: clarificationId,
      next: [commandLink('ProvideClarification', { pledgeId, clarificationId })],
    })),
  );
};

const REGISTRARS = { CAPABILITY: ['SFGC'], IMPLEMENTATION: ['DESK'] } as const;

const beforeRegistration = (row: RegisterRow, today: string): Task[] => {
  const { pledge } = row;
  if (pledge.status === 'ANNOUNCED') {
    return [task(row, 'ACKNOWLEDGEMENT', 'AcknowledgePledge', say('ACKNOWLEDGE'))];
  }
  if (pledge.status !== 'ACKNOWLEDGED') return [];
  const track = expectedTrack(pledge);
  const missing = rules
    .inForce(today)
    .level1Documents.filter((kind) => !pledge.documents.some((held) => held.kind === kind));
  if (track === 'CAPABILITY' && missing.length > 0) {
    const recorders = rolesFor('ReceiveDocumentation', pledge);
    const todo = say('SEND_DOCUMENTS', { documents: missing });
    const answers = ['ReceiveDocumentation', 'ReportProgress'] as const;
    return [task(row, 'DOCUMENTS_MISSING', answers, todo, { waitsFor: ['MS', ...recorders] })];
  }
  if (pledge.clarifications.some(({ blocking, answered }) => blocking && !answered)) return [];
  const waitsFor = track === null ? rolesFor('RegisterPledge', pledge) : REGISTRARS[track];
  return [
    task(row, 'REGISTRATION', 'RegisterPledge', say('REGISTER'), {
      waitsFor,
      next: [
        ...pledgeCommandLinks('RegisterPledge', pledge),
        ...pledgeCommandLinks('DeclineRegistration', pledge),
      ],
    }),
  ];
};

const turnsBefore = ({ pledge: { status } }: RegisterRow) =>
  status === 'ACKNOWLEDGED' ? underEachRuleSet(() => []) : [];

/** The task stands from the reminder to the end of the grace, or of a late entry; then the offer lapses by itself. */
const renewal = (row: RegisterRow, { today, earliest }: Days): Task[] => {
  const due = renewalDue(row.pledge);
  if (due === null) return [];
  const { reminderDays, graceDays, lateEntryDays } = rules.inForce(today);
  const { lateEntry } = row.pledge;
  const entered = lateEntry === null ? null : addDays(lateEntry.lastRecordedOn, lateEntryDays);
  const since = addDays(due, -reminderDays);
  const lastDay = laterDay(addDays(due, graceDays), entered) ?? due;
  if (today < since || earliest > lastDay) return [];
  return [
    task(row, 'RENEWAL_DUE', 'RenewPledge', say('RENEW', { lastDay }), {
      since,
      due,
    }),
  ];
};

const turnsOfRenewal = ({ pledge }: RegisterRow) => {
  const due = renewalDue(pledge);
  if (due === null) return [];
  const { lateEntry } = pledge;
  return underEachRuleSet(({ reminderDays, graceDays, lateEntryDays }) => [
    begins(due, -reminderDays),
    isOver(due, graceDays),
    ...(lateEntry === null ? [] : [isOver(lateEntry.lastRecordedOn, lateEntryDays)]),
  ]);
};

const silence = (row: RegisterRow, { earliest }: Days): Task[] => {
  if (!isSilentRow(row, earliest)) return [];
  const { pledge } = row;
  const waitsFor = ['MS', ...rolesFor('RequestClarification', pledge)];
  const since = heardOn(row);
  const todo = say('BREAK_SILENCE', { since });
  // Who has been asked, and may still answer in time, is not asked once more.
  const isAsked = (lastAnswerDue(pledge) ?? '') >= earliest;
  const next = [
    ...pledgeCommandLinks('ReportProgress', pledge),
    ...(isAsked ? [] : pledgeCommandLinks('RequestClarification', pledge)),
  ];
  return [task(row, 'SILENT', 'ReportProgress', todo, { waitsFor, since, due: wordDue(row), next })];
};

const turnsOfSilence = (row: RegisterRow) => {
  const due = wordDue(row);
  if (due === null) return [];
  const answerDue = lastAnswerDue(row.pledge);
  return [begunEverywhere(due), ...(answerDue === null ? [] : [isOver(answerDue)])];
};

/** Until when the last of the questions that are open is to be answered; null where none is. */
const lastAnswerDue = ({ clarifications }: RegisterRow['pledge']): string | null =>
  clarifications.reduce<string | null>(
    (last, { answered, dueOn }) => (answered ? last : laterDay(last, dueOn)),
    null,
  );
