/** A plan and its milestones: lifecycle page, section 7. What was met is not changed, and nothing is met without evidence. */
import { milestoneTemplate } from '@pledgeline/contracts';
import { isDay } from '../business-date.ts';
import type { Decision, Precondition } from '../circumstances.ts';
import { categoryOf } from '../category.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';
import type { Milestone, PlannedMilestone } from './implementation.state.ts';
import type { MilestoneWish } from './implementation.wishes.ts';

/** At least one milestone, due in the order in which they are named; two may be due on one day. */
export const planImplementation: Decision<'PlanImplementation'> = ({ data }, pledge) => {
  if (data.milestones.length === 0) {
    throw invalid('MILESTONES_MISSING', 'A plan has at least one milestone.', { field: 'milestones' });
  }
  const ids = new Set(data.milestones.map(({ milestoneId }) => milestoneId));
  if (ids.size < data.milestones.length) {
    throw conflict('MILESTONE_ID_REUSED', 'Two milestones have the same id.', { field: 'milestones' });
  }
  const milestones = data.milestones.map((wish) => spelledOut(wish, pledge));
  mustBeInOrder(milestones);
  return [{ type: 'ImplementationPlanned', data: { ...data, milestones } }];
};

const spelledOut = (wish: MilestoneWish, pledge: Pledge): PlannedMilestone => {
  if (wish.template === null) return { ...wish, text: mustSay('text', wish.text) };
  const template = milestoneTemplate(categoryOf(pledge), wish.template);
  if (template === undefined) {
    throw invalid('UNKNOWN_TEMPLATE', `${categoryOf(pledge)} has no milestone ${wish.template}.`, {
      field: 'template',
    });
  }
  return { ...wish, text: mustSay('text', wish.text ?? template.text) };
};

const mustBeInOrder = (milestones: readonly PlannedMilestone[]): void => {
  for (const [n, { dueOn }] of milestones.entries()) {
    if (!isDay(dueOn)) throw invalid('DATE_IMPOSSIBLE', `${dueOn} is no date.`, { field: 'dueOn' });
    const before = milestones[n - 1]?.dueOn ?? '';
    if (dueOn >= before) continue;
    throw invalid('DUE_DATES_OUT_OF_ORDER', `A milestone due on ${dueOn} follows one due on ${before}.`, {
      field: 'dueOn',
      after: before,
    });
  }
};

/** Also asked without a command: whether any milestone is open. */
export const openMilestone: Precondition<'ReviseMilestone' | 'MeetMilestone'> = (
  { implementation },
  _circumstances,
  command,
) => {
  const milestones = implementation?.milestones ?? [];
  const named =
    command === null
      ? (milestones.find(isOpen) ?? milestones[0])
      : milestones.find(({ milestoneId }) => milestoneId === command.data.milestoneId);
  if (named === undefined) return unknownMilestone();
  return isOpen(named)
    ? undefined
    : conflict('MILESTONE_ALREADY_MET', `This milestone was met on ${named.metOn ?? ''}.`, {
        field: 'milestoneId',
      });
};

const isOpen = ({ metOn }: Milestone): boolean => metOn === null;

const unknownMilestone = () =>
  missing('UNKNOWN_MILESTONE', 'The plan has no such milestone.', { field: 'milestoneId' });

/** The order of the plan stays; said twice, done once. */
export const reviseMilestone: Decision<'ReviseMilestone'> = ({ data }, { implementation }) => {
  const { pledgeId, milestoneId, reason, text, dueOn, measure } = data;
  const milestones = implementation?.milestones ?? [];
  const milestone = milestones.find((planned) => planned.milestoneId === milestoneId);
  if (milestone === undefined) throw unknownMilestone();
  if (text === null && dueOn === null && measure === null) {
    throw invalid('NOTHING_TO_CHANGE', 'A revision names at least one term.', {
      allowed: ['text', 'dueOn', 'measure'],
    });
  }
  const before = { text: milestone.text, dueOn: milestone.dueOn, measure: milestone.measure };
  const after = {
    text: mustSay('text', text ?? before.text),
    dueOn: dueOn ?? before.dueOn,
    measure: measure ?? before.measure,
  };
  if (sameContent(before, after)) return [];
  mustSay('reason', reason);
  mustBeInOrder(milestones.map((planned) => (planned === milestone ? { ...planned, ...after } : planned)));
  return [{ type: 'MilestoneRevised', data: { pledgeId, milestoneId, before, after, reason } }];
};

export const startImplementation: Decision<'StartImplementation'> = ({ data }, _pledge, { on }) => [
  { type: 'ImplementationStarted', data: { pledgeId: data.pledgeId, startedOn: on } },
];

/** By evidence that is on the pledge, each piece named once, and none that an evaluator has rejected. */
export const meetMilestone: Decision<'MeetMilestone'> = ({ data }, { implementation }, { on }) => {
  const named = [...new Set(data.evidence)];
  if (named.length === 0) {
    throw invalid('EVIDENCE_MISSING', 'A milestone is met by evidence.', { field: 'evidence' });
  }
  for (const id of named) {
    const evidence = implementation?.evidence.find(({ evidenceId }) => evidenceId === id);
    if (evidence === undefined) {
      throw missing('UNKNOWN_EVIDENCE', `No evidence ${id} was submitted.`, { field: 'evidence' });
    }
    if (evidence.standing === 'REJECTED') {
      throw conflict('EVIDENCE_REJECTED', `Evidence ${id} was rejected.`, { field: 'evidence' });
    }
  }
  return [{ type: 'MilestoneMet', data: { ...data, evidence: named, metOn: on } }];
};
