/** How far a pledge of the implementation track has come. Everybody sees the plan; member states see the evidence as well. */
import { readsAmongStates, type Caller } from '@pledgeline/contracts';
import type { Milestone, Pledge } from '@pledgeline/pledge';
import type { ImplementationOnPage } from './implementation.schema.ts';

export const implementationOnPage = (
  { implementation }: Pledge,
  caller: Caller,
  today: string,
): ImplementationOnPage | null => {
  if (implementation === null) return null;
  const { implementingBody, startedOn, milestones, evidence } = implementation;
  return {
    implementingBody,
    startedOn,
    milestonesMet: milestones.filter(({ metOn }) => metOn !== null).length,
    milestones,
    years: yearsOf(startedOn, milestones, today),
    evidence: readsAmongStates(caller) ? evidence.map(({ submittedBy: _, ...shown }) => shown) : null,
  };
};

/** "Year 2 of 4". From the year of the start, or of the first due date where that is earlier or nothing has begun, to that of the last. */
const yearsOf = (
  startedOn: string | null,
  milestones: readonly Milestone[],
  today: string,
): ImplementationOnPage['years'] => {
  const due = milestones.map(({ dueOn }) => yearOf(dueOn));
  const first = Math.min(...due, ...(startedOn === null ? [] : [yearOf(startedOn)]));
  const of = Math.max(...due) - first + 1;
  if (of <= 1) return null;
  return { year: Math.min(Math.max(yearOf(today) - first + 1, 1), of), of };
};

const yearOf = (day: string): number => Number(day.slice(0, 4));
