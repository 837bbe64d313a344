/** What a pledge waits for because of what the field found. */
import { openCaveats, openPlans } from '@pledgeline/pledge';
import { caveatLink, commandLink, pledgeCommandLinks } from '../pledge/command-links.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { rolesFor, task, type Task } from './task.ts';

export const tasksOfTheField = (row: RegisterRow): readonly Task[] => [
  ...discoveredCaveats(row),
  ...improvementPlans(row),
];

/** The state settles it, and those who choose units of this kind judge what it means for the requirements. */
const discoveredCaveats = (row: RegisterRow): Task[] => {
  const { pledge, statusSince } = row;
  return openCaveats(pledge)
    .filter(({ undeclared }) => undeclared)
    .map((caveat) =>
      task(
        row,
        'CAVEAT_DISCOVERED',
        'LiftCaveat',
        'Settle a caveat that was not declared: lift it, or talk.',
        {
          waitsFor: ['MS', ...rolesFor('SelectUnit', pledge)],
          since: caveat.since ?? statusSince,
          about: caveat.caveatId,
          next: [caveatLink('LiftCaveat', pledge, caveat), caveatLink('NoteCaveatTalk', pledge, caveat)],
        },
      ),
    );
};

/** The state improves and reports on it, the evaluator says when it has improved. The due date is here alone: `dueOn` of a pledge is public. */
const improvementPlans = (row: RegisterRow): Task[] => {
  const { pledge } = row;
  return openPlans(pledge).map(({ assessmentId, assessedOn, dueOn, text }) =>
    task(row, 'IMPROVEMENT_PLAN_DUE', 'CloseImprovementPlan', `Improve: ${text}`, {
      waitsFor: ['MS', ...rolesFor('CloseImprovementPlan', pledge)],
      since: assessedOn,
      due: dueOn,
      about: assessmentId,
      next: [
        commandLink('CloseImprovementPlan', { pledgeId: pledge.pledgeId, assessmentId }),
        ...pledgeCommandLinks('ReportProgress', pledge),
      ],
    }),
  );
};
