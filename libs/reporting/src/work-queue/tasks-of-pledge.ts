/** What a pledge waits for, rule by rule. Dates that no rule sets stay null. */
import { addDays, openProposals, rules, transitions } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from '../pledge-page/command-links.ts';
import { lastHeard, promiseEnds, renewalDue, reportDue } from '../register/due-dates.ts';
import { implementationTasks } from './implementation-tasks.ts';
import type { OpenVisits } from '../visits/open-visits.ts';
import type { RegisterRow } from '../register/pledge-register.projection.ts';
import { expectedTrack } from '../register/pledge-summary.ts';
import { rolesFor, task } from './task.ts';
import type { Task } from './task.ts';
import { tasksOfPartners } from './tasks-of-partners.ts';
import { tasksOfTheField } from './tasks-of-the-field.ts';
import type { VisitRow } from '../visits/visit-diary.projection.ts';

export const tasksOf = (row: RegisterRow, today: string, visits: OpenVisits): readonly Task[] => [
  ...questions(row),
  ...beforeRegistration(row, today),
  ...readiness(row, today, visits),
  ...renewal(row, today),
  ...selectionAndDeployment(row, today),
  ...implementationTasks(row, today),
  ...tasksOfTheField(row),
  ...corrections(row),
  ...tasksOfPartners(row, today),
  ...silence(row, today),
];

const questions = (row: RegisterRow): Task[] =>
  row.pledge.clarifications
    .filter(({ answered }) => !answered)
    .map(({ clarificationId, question, dueOn }) =>
      task(row, 'CLARIFICATION_OPEN', 'ProvideClarification', `Answer: ${question}`, {
        since: row.askedOn[clarificationId] ?? row.statusSince,
        due: dueOn,
        about: clarificationId,
        next: [commandLink('ProvideClarification', { pledgeId: row.pledge.pledgeId, clarificationId })],
      }),
    );

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
    const todo = `The state sends, and the Secretariat records: ${missing.join(', ')}.`;
    return [task(row, 'DOCUMENTS_MISSING', 'ReceiveDocumentation', todo, { waitsFor: ['MS', ...recorders] })];
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

/** Visits are SFGC's to arrange: lifecycle page, section 6. */
const VISITORS = ['SFGC'];

const readiness = (row: RegisterRow, today: string, visits: OpenVisits): Task[] => {
  const { pledge } = row;
  if (pledge.track !== 'CAPABILITY' || (pledge.status !== 'REGISTERED' && pledge.status !== 'MATCHED'))
    return [];
  const open = visits.get(pledge.pledgeId) ?? [];
  const tasks = open.flatMap((visit) => visitTask(row, visit, today));
  const carriedUntil = pledge.lastAav?.validUntil ?? null;
  const lacksVisit = pledge.level === 'L1' && (carriedUntil === null || carriedUntil < today);
  if (lacksVisit && open.length === 0) {
    tasks.push({
      ...task(row, 'VISIT_TO_SCHEDULE', 'NoteVisitOutcome', 'Schedule an assessment and advisory visit.'),
      waitsFor: VISITORS,
      next: [commandLink('ScheduleVisit')],
    });
  }
  const refused = transitions.AttainLevel.precondition?.(pledge, circumstances('SFGC', today), null);
  if (refused === undefined) {
    tasks.push(task(row, 'LEVEL_TO_ATTAIN', 'AttainLevel', 'Record the level that the visit carries.'));
  }
  return tasks;
};

const visitTask = (row: RegisterRow, visit: VisitRow, today: string): Task[] => {
  const { visitId, from, to } = visit.visit;
  const common = { waitsFor: VISITORS, about: visitId };
  if (visit.conducted !== null) {
    const recording = task(
      row,
      'VISIT_OUTCOME_TO_RECORD',
      'NoteVisitOutcome',
      'Record what the visit found.',
    );
    const next = [commandLink('RecordVisitOutcome', { visitId })];
    return [{ ...recording, ...common, since: visit.conducted.to, next }];
  }
  if (today < from) return [];
  const conducting = task(row, 'VISIT_TO_CONDUCT', 'NoteVisitOutcome', 'Report that the visit was held.');
  return [
    { ...conducting, ...common, since: from, due: to, next: [commandLink('ConductVisit', { visitId })] },
  ];
};

const circumstances = (role: string, today: string) => ({
  on: today,
  today,
  role,
  rules: rules.inForce(today),
});

/** From the reminder to the end of the grace; then the offer lapses by itself. */
const renewal = (row: RegisterRow, today: string): Task[] => {
  const due = renewalDue(row.pledge);
  if (due === null) return [];
  const { reminderDays, graceDays } = rules.inForce(today);
  const since = addDays(due, -reminderDays);
  const lastDay = addDays(due, graceDays);
  if (today < since || today > lastDay) return [];
  return [
    task(row, 'RENEWAL_DUE', 'RenewPledge', `Renew the offer, or it lapses after ${lastDay}.`, {
      since,
      due,
    }),
  ];
};

const selectionAndDeployment = (row: RegisterRow, today: string): Task[] => {
  const { pledge } = row;
  switch (pledge.status) {
    case 'MATCHED': {
      const waitsFor = [...rolesFor('SelectUnit', pledge), ...rolesFor('ReleaseMatch', pledge)];
      const refused = transitions.SelectUnit.precondition?.(pledge, circumstances('FGS', today), null);
      const next = [
        ...(refused ? [] : pledgeCommandLinks('SelectUnit', pledge)),
        ...pledgeCommandLinks('ReleaseMatch', pledge),
      ];
      const todo = 'Select the unit for the mission, or release the match.';
      return [
        task(row, 'MATCH_TO_DECIDE', 'SelectUnit', todo, {
          waitsFor,
          next,
          blockedBy: refused?.code ?? null,
        }),
      ];
    }
    case 'SELECTED':
      return [task(row, 'MOU_TO_SIGN', 'SignMou', 'Sign the memorandum of understanding.')];
    case 'MOU_SIGNED':
      return [task(row, 'PDV_TO_CONDUCT', 'ConductPdv', 'Hold the pre-deployment visit.')];
    case 'READY':
      return [task(row, 'DEPLOYMENT_TO_REPORT', 'DeployUnit', 'Report the deployment.')];
    case 'REPATRIATED':
      return [task(row, 'FULFILMENT_TO_DECIDE', 'FulfilPledge', 'Decide how much of the promise was kept.')];
    case 'DEPLOYED': {
      const ends = promiseEnds(pledge);
      if (ends === null || today <= ends) return [];
      const todo = 'The promised time is over: report the return, or decide how much was kept.';
      const next = [
        ...pledgeCommandLinks('RepatriateUnit', pledge),
        ...pledgeCommandLinks('FulfilPledge', pledge),
      ];
      const waitsFor = [...rolesFor('RepatriateUnit', pledge), ...rolesFor('FulfilPledge', pledge)];
      return [
        task(row, 'FULFILMENT_TO_DECIDE', 'FulfilPledge', todo, { waitsFor, since: ends, due: ends, next }),
      ];
    }
    default:
      return [];
  }
};

/** For another records officer than the one who asked: who that is, the decision knows. */
const corrections = (row: RegisterRow): Task[] =>
  openProposals(row.pledge).map(({ correctionId, correctedType, reason }) =>
    task(row, 'CORRECTION_TO_DECIDE', 'CorrectEvent', `Correct ${correctedType}, or not: ${reason}`, {
      about: correctionId,
      next: (['CorrectEvent', 'RejectCorrection'] as const).map((command) =>
        commandLink(command, { pledgeId: row.pledge.pledgeId, correctionId }),
      ),
    }),
  );

const silence = (row: RegisterRow, today: string): Task[] => {
  const due = reportDue(row);
  if (due === null || today < due) return [];
  const waitsFor = ['MS', ...rolesFor('RequestClarification', row.pledge)];
  const since = lastHeard(row);
  const todo = `Nothing was heard since ${since}: ask the state.`;
  return [task(row, 'SILENT', 'RequestClarification', todo, { waitsFor, since, due })];
};
