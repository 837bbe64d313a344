/** What a pledge of the implementation track waits for, from its plan to the decision how much of it was kept. */
import { addDays } from '@pledgeline/contracts';
import { suspendedNow, type Milestone } from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import { awaitedMilestones, openMilestones } from '../register/due-dates.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { closingTask } from './closing-task.ts';
import { say } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, type Days } from './turning-days.ts';

/** A milestone is on the list so many days before it is due, so that the state can still meet it. */
const NOTICE_DAYS = 30;

const implementationTasks = (row: RegisterRow, days: Days): Task[] => {
  const { status, track } = row.pledge;
  if (track !== 'IMPLEMENTATION') return [];
  switch (status) {
    case 'REGISTERED':
      return [task(row, 'IMPLEMENTATION_TO_PLAN', 'PlanImplementation', say('PLAN'))];
    case 'PLANNED':
      return [
        task(row, 'IMPLEMENTATION_TO_START', 'StartImplementation', say('START'), {
          due: openMilestones(row.pledge)[0]?.dueOn ?? null,
        }),
      ];
    case 'IN_PROGRESS':
      return [...rejected(row), ...decision(row, days)];
    case 'PARTIALLY_FULFILLED':
      return rejected(row);
    default:
      return [];
  }
};

export const rulesOfImplementation: TaskRules = { tasks: implementationTasks, asksBodies: true };

/** Milestones and evidence. */
const tasksOfItsItems = (row: RegisterRow, { today }: Days): Task[] => {
  const { status, track } = row.pledge;
  if (track !== 'IMPLEMENTATION') return [];
  if (status === 'IN_PROGRESS') return [...milestones(row, today), ...evidence(row)];
  return status === 'PARTIALLY_FULFILLED' ? evidence(row) : [];
};

export const rulesOfItsItems: TaskRules = {
  tasks: tasksOfItsItems,
  asksBodies: true,
  ofItems: true,
  turns: ({ pledge }) =>
    pledge.status === 'IN_PROGRESS'
      ? awaitedMilestones(pledge).map(({ dueOn }) => begins(dueOn, -NOTICE_DAYS))
      : [],
};

const milestones = (row: RegisterRow, today: string): Task[] =>
  awaitedMilestones(row.pledge)
    .map((milestone) => ({ milestone, since: addDays(milestone.dueOn, -NOTICE_DAYS) }))
    .filter(({ since }) => since <= today)
    .map(({ milestone, since }) => milestoneDue(row, milestone, since));

const milestoneDue = (
  row: RegisterRow,
  { milestoneId, text: milestone, dueOn }: Milestone,
  since: string,
): Task => {
  const { pledgeId } = row.pledge;
  return task(row, 'MILESTONE_DUE', 'MeetMilestone', say('MEET_MILESTONE', { milestone }), {
    since: latest(since, row.statusSince, row.pledge.suspensions?.at(-1)?.resumedOn ?? since),
    due: dueOn,
    about: milestoneId,
    next: [
      commandLink('MeetMilestone', { pledgeId, milestoneId }),
      commandLink('ReviseMilestone', { pledgeId, milestoneId }),
    ],
  });
};

const latest = (...days: readonly string[]): string => [...days].sort().at(-1) ?? '';

const evidence = (row: RegisterRow): Task[] => {
  const { pledgeId, implementation } = row.pledge;
  return (implementation?.evidence ?? [])
    .filter(({ standing }) => standing === 'SUBMITTED')
    .map(({ evidenceId, kind, submittedOn }) =>
      task(row, 'EVIDENCE_TO_JUDGE', 'VerifyEvidence', say('JUDGE_EVIDENCE', { evidence: kind }), {
        since: submittedOn,
        about: evidenceId,
        next: [
          commandLink('VerifyEvidence', { pledgeId, evidenceId }),
          commandLink('RejectEvidence', { pledgeId, evidenceId }),
        ],
      }),
    );
};

/** It is sent again, unless other evidence came later; it is not asked for while the pledge is suspended. */
const rejected = (row: RegisterRow): Task[] => {
  const sent = row.pledge.implementation?.evidence ?? [];
  const last = sent.at(-1);
  if (last?.standing !== 'REJECTED' || suspendedNow(row.pledge) !== undefined) return [];
  const { evidenceId, kind, judgedOn, submittedOn } = last;
  return [
    task(row, 'EVIDENCE_REJECTED', 'SubmitEvidence', say('REPLACE_EVIDENCE', { evidence: kind }), {
      since: judgedOn ?? submittedOn,
      about: evidenceId,
    }),
  ];
};

/** The decision is due once no milestone is open. */
const decision = (row: RegisterRow, days: Days): Task[] =>
  openMilestones(row.pledge).length > 0 ? [] : [closingTask(row, days)];
