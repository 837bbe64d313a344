/** What a pledge waits for because of what the field found. */
import { isGivenUp, liftingWaitsFor, openCaveats, openPlans, targetsSideBySide } from '@pledgeline/pledge';
import { caveatLink, commandLink, pledgeCommandLinks } from './command-links.ts';
import { hasClosed } from '../mission-calendar.view.ts';
import type { RegisterRow } from '../register/register-row.ts';
import type { Around, TaskRules } from './task-rules.ts';
import { say } from './sentence.ts';
import { rolesFor, task, type Task } from './task.ts';
import type { Days } from './turning-days.ts';

const tasksOfCaveats = (row: RegisterRow, { today }: Days, { missions }: Around): readonly Task[] => [
  ...discoveredCaveats(row),
  ...liftings(row, (code) => hasClosed(missions.get(code, today)?.closesOn ?? null, today)),
];

/** A mission that has closed confirms nothing. */
export const rulesOfCaveats: TaskRules = {
  tasks: tasksOfCaveats,
  ofItems: true,
  turns: ({ pledge }, { missions }) =>
    pledge.caveats.flatMap(({ foundIn }) => (foundIn === null ? [] : missions.turnsOf(foundIn))),
};

/** The state settles it, and those who choose units of this kind judge what it means for the requirements. */
const discoveredCaveats = (row: RegisterRow): Task[] => {
  const { pledge, statusSince } = row;
  return openCaveats(pledge)
    .filter(({ undeclared, lifting }) => undeclared && lifting === null)
    .map((caveat) =>
      task(row, 'CAVEAT_DISCOVERED', 'LiftCaveat', say('SETTLE_CAVEAT'), {
        waitsFor: ['MS', ...rolesFor('SelectUnit', pledge)],
        since: caveat.since ?? statusSince,
        about: caveat.caveatId,
        next: [caveatLink('LiftCaveat', pledge, caveat), caveatLink('NoteCaveatTalk', pledge, caveat)],
      }),
    );
};

/** What the state gave up waits for those whose confirmation is missing; what one of them refused, for the state again. */
const liftings = (row: RegisterRow, isClosed: (mission: string) => boolean): Task[] => {
  const { pledge, statusSince } = row;
  return openCaveats(pledge).flatMap((caveat): Task[] => {
    const { lifting, caveatId: about, foundIn } = caveat;
    if (isGivenUp(caveat)) {
      const next = (['ConfirmCaveatLifting', 'RefuseCaveatLifting'] as const).map((command) =>
        caveatLink(command, pledge, caveat),
      );
      const waitsFor = liftingWaitsFor(caveat, pledge, foundIn !== null && isClosed(foundIn));
      const since = lifting?.givenUpOn ?? statusSince;
      const todo = say('CONFIRM_LIFTING');
      const more = { waitsFor, since, about, next };
      return [task(row, 'LIFTING_TO_CONFIRM', 'ConfirmCaveatLifting', todo, more)];
    }
    if (lifting === null) return [];
    const since = lifting.refused?.on ?? statusSince;
    const next = [caveatLink('LiftCaveat', pledge, caveat)];
    const todo = say('GIVE_UP_CAVEAT');
    return [task(row, 'LIFTING_REFUSED', 'LiftCaveat', todo, { since, about, next })];
  });
};

/** Of a relative promise, until its state says what it starts from. */
const baselines = (row: RegisterRow): Task[] =>
  targetsSideBySide(row.pledge)
    .filter(({ baselineMissing }) => baselineMissing)
    .map(({ indicator: about, name }) => {
      const since = row.pledge.targets.find((one) => one.indicator === about)?.statedOn ?? row.statusSince;
      const todo = say('STATE_BASELINE', { indicator: name });
      return task(row, 'BASELINE_MISSING', 'StateTarget', todo, { since, about });
    });

export const rulesOfBaselines: TaskRules = { tasks: baselines };

/** The state improves and reports on it, the evaluator says when it has improved. The due date is here alone: `dueOn` of a pledge is public. */
const improvementPlans = (row: RegisterRow): Task[] => {
  const { pledge } = row;
  return openPlans(pledge).map(({ assessmentId, assessedOn, dueOn, text }) =>
    task(row, 'IMPROVEMENT_PLAN_DUE', 'CloseImprovementPlan', say('IMPROVE', { plan: text }), {
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

export const rulesOfPlans: TaskRules = { tasks: improvementPlans, ofItems: true };
