/** What a pledge waits for, rule by rule. Rules of one chapter of its life are in files beside this one. */
import { addDays, laterDay } from '@pledgeline/contracts';
import { rules } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from '../pledge/command-links.ts';
import { heardOn, isSilentRow, renewalDue, wordDue } from '../../views/register/due-dates.ts';
import { implementationTasks } from './implementation-tasks.ts';
import type { OpenMergers } from '../../views/open-mergers.ts';
import type { OpenVisits } from '../../views/open-visits.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { expectedTrack } from '../../views/register/pledge-labels.ts';
import { rolesFor, task, type Days, type Task } from './task.ts';
import { tasksAtRest } from './tasks-at-rest.ts';
import { tasksOfConditions } from './tasks-of-conditions.ts';
import { tasksOfDecisions } from './tasks-of-decisions.ts';
import { tasksOfDeployment } from './tasks-of-deployment.ts';
import { tasksOfMissions, type MissionsInDoubt } from './tasks-of-missions.ts';
import { tasksOfMoney } from './tasks-of-money.ts';
import { tasksOfPartners } from './tasks-of-partners.ts';
import { tasksOfPosts } from './tasks-of-posts.ts';
import { tasksOfSupport } from './tasks-of-support.ts';
import { tasksOfReadiness } from './tasks-of-readiness.ts';
import { tasksOfTheField } from './tasks-of-the-field.ts';
import { tasksOfValidity } from './tasks-of-validity.ts';

/** What is read once for all pledges. */
export interface Around {
  /** Those that are under way. */
  readonly visits: OpenVisits;
  readonly missions: MissionsInDoubt;
  readonly mergers: OpenMergers;
}

/** Dates that no rule sets are null. What lapsed waits for its revival alone, and nothing waits that nobody may do. */
export const tasksOf = (row: RegisterRow, days: Days, around: Around): readonly Task[] => {
  const hasLapsed = row.pledge.status === 'LAPSED';
  const tasks = hasLapsed ? tasksAtRest(row, days) : tasksOfOpen(row, days, around);
  return tasks.filter(({ next }) => next.length > 0);
};

const tasksOfOpen = (
  row: RegisterRow,
  days: Days,
  { visits, missions, mergers }: Around,
): readonly Task[] => [
  ...questions(row),
  ...tasksOfSupport(row, days),
  ...beforeRegistration(row, days.today),
  ...tasksOfReadiness(row, days, visits),
  ...renewal(row, days),
  ...tasksOfDeployment(row, days),
  ...implementationTasks(row, days),
  ...tasksOfMoney(row, days),
  ...tasksOfValidity(row, days),
  ...tasksOfTheField(row, days, missions),
  ...tasksOfPosts(row, days),
  ...tasksOfConditions(row),
  ...tasksOfMissions(row, days, missions),
  ...tasksOfDecisions(row, mergers),
  ...tasksAtRest(row, days),
  ...tasksOfPartners(row, days),
  ...silence(row, days),
];

const questions = (row: RegisterRow): Task[] => {
  const askedOn = new Map(row.asked.map(({ clarificationId, on }) => [clarificationId, on]));
  return row.pledge.clarifications
    .filter(({ answered }) => !answered)
    .map(({ clarificationId, question, dueOn }) =>
      task(row, 'CLARIFICATION_OPEN', 'ProvideClarification', `Answer: ${question}`, {
        since: askedOn.get(clarificationId) ?? row.statusSince,
        due: dueOn,
        about: clarificationId,
        next: [commandLink('ProvideClarification', { pledgeId: row.pledge.pledgeId, clarificationId })],
      }),
    );
};

const REGISTRARS = { CAPABILITY: ['SFGC'], IMPLEMENTATION: ['DESK'] } as const;

const beforeRegistration = (row: RegisterRow, today: string): Task[] => {
  const { pledge } = row;
  if (pledge.status === 'ANNOUNCED') {
    return [
      task(row, 'ACKNOWLEDGEMENT', 'AcknowledgePledge', 'Tell the state that the pledge was received.'),
    ];
  }
  if (pledge.status !== 'ACKNOWLEDGED') return [];
  const track = expectedTrack(pledge);
  const missing = rules
    .inForce(today)
    .level1Documents.filter((kind) => !pledge.documents.some((held) => held.kind === kind));
  if (track === 'CAPABILITY' && missing.length > 0) {
    const recorders = rolesFor('ReceiveDocumentation', pledge);
    const todo = `The state sends, and tells when; the Secretariat records: ${missing.join(', ')}.`;
    const answers = ['ReceiveDocumentation', 'ReportProgress'] as const;
    return [task(row, 'DOCUMENTS_MISSING', answers, todo, { waitsFor: ['MS', ...recorders] })];
  }
  if (pledge.clarifications.some(({ blocking, answered }) => blocking && !answered)) return [];
  const waitsFor = track === null ? rolesFor('RegisterPledge', pledge) : REGISTRARS[track];
  return [
    task(row, 'REGISTRATION', 'RegisterPledge', 'Register the pledge, or decline it with a reason.', {
      waitsFor,
      next: [
        ...pledgeCommandLinks('RegisterPledge', pledge),
        ...pledgeCommandLinks('DeclineRegistration', pledge),
      ],
    }),
  ];
};

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
    task(row, 'RENEWAL_DUE', 'RenewPledge', `Renew the offer, or it lapses after ${lastDay}.`, {
      since,
      due,
    }),
  ];
};

const silence = (row: RegisterRow, { earliest }: Days): Task[] => {
  if (!isSilentRow(row, earliest)) return [];
  const { pledge } = row;
  const waitsFor = ['MS', ...rolesFor('RequestClarification', pledge)];
  const since = heardOn(row);
  const todo = `The state, its partners and the implementing body have said nothing since ${since}: report on it, or ask the state.`;
  const next = [
    ...pledgeCommandLinks('ReportProgress', pledge),
    ...pledgeCommandLinks('RequestClarification', pledge),
  ];
  return [task(row, 'SILENT', 'ReportProgress', todo, { waitsFor, since, due: wordDue(row), next })];
};
