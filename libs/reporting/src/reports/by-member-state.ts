/** Groups by state: a pledge that several carry stands with each of them, and once in all. */
import { statesOf } from '@pledgeline/pledge';
import { memberStateName } from '../views/register/pledge-labels.ts';
import { stateCode } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import type { Grouping } from './grouped.ts';
import type { ReportFilters } from './report-question.ts';

export const SHARED =
  'a pledge that several states carry counts in full with each of them, so that the groups are not added up; in all it counts once';

/** A report about one state has the group of that state alone: for the states it shares pledges with, it would be incomplete. */
export const byMemberState = (
  { memberState }: ReportFilters,
  counts: (row: RegisterRow) => boolean = () => true,
): Grouping => {
  const asked = memberState === undefined ? undefined : stateCode(memberState);
  return {
    codesOf: (row) =>
      counts(row) ? statesOf(row.pledge).filter((state) => asked === undefined || state === asked) : [],
    nameOf: memberStateName,
    note: SHARED,
  };
};
