/** What a capability waits for on its way to a level: visits, and what they allow. */
import { addDays } from '@pledgeline/contracts';
import { rules, type Pledge } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from './command-links.ts';
import type { RegisterRow } from '../register/register-row.ts';
import type { VisitRow } from '../visit-diary.view.ts';
import { say } from './sentence.ts';
import { obstacleTo, task, type Task } from './task.ts';
import type { Around, TaskRules } from './task-rules.ts';
import { begins, underEachRuleSet, type Days } from './turning-days.ts';

/** Visits are SFGC's to arrange: lifecycle page, section 6. */
const VISITORS = ['SFGC'];

const tasksOfReadiness = (row: RegisterRow, days: Days, { visits }: Around): Task[] => {
  const { pledge } = row;
  if (!isOnItsWay(pledge)) return [];
  const open = visits.get(pledge.pledgeId) ?? [];
  const tasks = open.flatMap((visit) => visitTask(row, visit, days.today));
  const carriedUntil = pledge.lastAav?.validUntil ?? null;
  const lacksVisit = pledge.level === 'L1' && (carriedUntil === null || carriedUntil < days.today);
  if (lacksVisit && open.length === 0) {
    tasks.push({
      ...task(row, 'VISIT_TO_SCHEDULE', 'NoteVisitOutcome', say('SCHEDULE_VISIT')),
      waitsFor: VISITORS,
      next: [commandLink('ScheduleVisit')],
    });
  }
  if (open.length === 0) tasks.push(...levelEnds(row, days));
  const refused = obstacleTo('AttainLevel', pledge, 'SFGC', days);
  if (refused === undefined) {
    tasks.push(task(row, 'LEVEL_TO_ATTAIN', 'AttainLevel', say('RECORD_LEVEL')));
  }
  return tasks;
};

const isOnItsWay = ({ track, status }: Pledge): boolean =>
  track === 'CAPABILITY' && (status === 'REGISTERED' || status === 'MATCHED');

/** What carries a level counts from a day, and until one. */
export const rulesOfReadiness: TaskRules = {
  tasks: tasksOfReadiness,
  turns: ({ pledge }, { visits }) => {
    if (!isOnItsWay(pledge)) return [];
    const { pledgeId, documents, levelValidUntil } = pledge;
    const noted = [pledge.lastAav, pledge.lastRdlVerification].filter((visit) => visit !== null);
    return [
      ...(visits.get(pledgeId) ?? []).map(({ visit }) => begins(visit.from)),
      ...noted.map(({ conductedOn }) => begins(conductedOn)),
      ...noted.flatMap(({ validUntil }) => (validUntil === null ? [] : begins(validUntil, 1))),
      ...documents.flatMap(({ datedOn }) => (datedOn === null ? [] : begins(datedOn))),
      ...underEachRuleSet(({ endWarningDays }) =>
        levelValidUntil === null ? [] : [begins(levelValidUntil, -endWarningDays)],
      ),
    ];
  },
};

const visitTask = (row: RegisterRow, visit: VisitRow, today: string): Task[] => {
  const { visitId, from, to } = visit.visit;
  const common = { waitsFor: VISITORS, about: visitId };
  if (visit.conducted !== null) {
    const recording = task(row, 'VISIT_OUTCOME_TO_RECORD', 'NoteVisitOutcome', say('RECORD_VISIT_OUTCOME'));
    const next = [commandLink('RecordVisitOutcome', { visitId })];
    return [{ ...recording, ...common, since: visit.conducted.to, next }];
  }
  if (today < from) return [];
  const conducting = task(row, 'VISIT_TO_CONDUCT', 'NoteVisitOutcome', say('REPORT_VISIT'));
  return [
    { ...conducting, ...common, since: from, due: to, next: [commandLink('ConductVisit', { visitId })] },
  ];
};

/** The visit behind a level counts for a time only: PCRS page, section 4.5. */
const levelEnds = (row: RegisterRow, { today }: Days): Task[] => {
  const { level, levelValidUntil: due } = row.pledge;
  if (due === null) return [];
  const since = addDays(due, -rules.inForce(today).endWarningDays);
  if (today < since) return [];
  const todo = say('RENEW_LEVEL', { level: level ?? 'the level', until: due });
  return [
    task(row, 'LEVEL_ENDS', [], todo, {
      waitsFor: [...VISITORS, 'MS'],
      since,
      due,
      next: [commandLink('ScheduleVisit'), ...pledgeCommandLinks('RequestSupport', row.pledge)],
    }),
  ];
};
