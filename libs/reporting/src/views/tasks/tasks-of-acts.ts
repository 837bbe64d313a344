/** What waits of acts that officers recorded for others, also of a pledge that is closed: accountability page, section 8. */
import { addDays } from '@pledgeline/contracts';
import { isOpenToObjection, stateOfAct, type Act, type Objection } from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say, inTheirWords } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { isOver, type Days } from './turning-days.ts';

/** As long as the state is asked to look at an act. Afterwards it may still object. */
const DAYS_TO_CHECK = 30;

const tasksOfActs = (row: RegisterRow, { earliest }: Days): readonly Task[] => {
  const { acts } = row.pledge;
  return [
    ...acts.filter(({ standing }) => standing === 'PROPOSED').map((act) => toApprove(row, act)),
    ...acts
      .filter((act) => isOpenToObjection(act) && earliest <= addDays(act.recordedOn, DAYS_TO_CHECK))
      .map((act) => toCheck(row, act)),
  ];
};

const tasksOfObjections = (row: RegisterRow): readonly Task[] =>
  row.pledge.objections.filter((one) => isOpen(row, one)).map((one) => toSettle(row, one));

export const rulesOfActs: readonly TaskRules[] = [
  {
    tasks: tasksOfActs,
    ofItems: true,
    turns: ({ pledge }) => pledge.acts.map(({ recordedOn }) => isOver(recordedOn, DAYS_TO_CHECK)),
  },
  // Whether one is settled is seen in other lists.
  { tasks: tasksOfObjections },
];

const whatItIs = ({ command, paper: { reference, date } }: Act) => ({ command, paper: reference, date });

/** Another officer than the one who recorded it; the decider knows who did. */
const toApprove = (row: RegisterRow, act: Act): Task => {
  const { actId, recordedOn: since } = act;
  const { pledgeId, memberState } = row.pledge;
  const of = act.body ?? stateOfAct(act, memberState);
  const todo = [say('APPROVE_ACT', { of, ...whatItIs(act) }), ...inTheirWords(act.ground)];
  return task(row, 'ACT_TO_APPROVE', ['ApproveAct', 'RejectAct'], todo, {
    since,
    about: actId,
    next: (['ApproveAct', 'RejectAct'] as const).map((command) => commandLink(command, { pledgeId, actId })),
  });
};

const toCheck = (row: RegisterRow, act: Act): Task => {
  const { actId, recordedOn: since } = act;
  const { pledgeId, memberState } = row.pledge;
  return task(row, 'ACT_TO_CHECK', 'ObjectToAct', say('CHECK_ACT', whatItIs(act)), {
    since,
    about: actId,
    states: [stateOfAct(act, memberState)],
    next: [commandLink('ObjectToAct', { pledgeId, actId })],
  });
};

/**
 * Neither a correction nor an annulment of one of its events was asked for. An objection that was recorded is no part of the life
 * of the pledge: to say that it was not the state's is for those who decide what it asked for.
 */
const isOpen = (
  { pledge: { acts, corrections, annulments } }: RegisterRow,
  { actId, events }: Objection,
): boolean => {
  const asked = [
    ...corrections.map(({ corrects }) => corrects),
    ...annulments.flatMap(({ annuls }) => annuls),
  ];
  const isToObjection = acts.some((act) => act.actId === actId && act.command === 'ObjectToAct');
  return events.length > 0 && !isToObjection && !events.some((id) => asked.includes(id));
};

const toSettle = (
  row: RegisterRow,
  { actId, objectedOn: since, reason, wholeAct, blocked }: Objection,
): Task => {
  const todo = wholeAct
    ? say('ANNUL_ACT', { reason })
    : say('CORRECT_ACT', { events: blocked.map(({ event }) => event), reason });
  const command = wholeAct ? 'ProposeAnnulment' : 'ProposeCorrection';
  return task(row, 'OBJECTION_TO_SETTLE', command, todo, { since, about: actId });
};
