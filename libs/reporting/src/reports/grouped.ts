/** Reports over the register: every pledge that fits the filters, once, tallied in its groups and in all. */
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { QueryContext } from '../answers/query-context.ts';
import type { Measure } from './figure.ts';
import type { Group } from './report.ts';
import type { ReportFilters } from './report-question.ts';
import { talliesOf, type KeyOf } from './tallies.ts';

export interface Grouping {
  /** The groups a pledge is in: none, one or several. */
  readonly codesOf: (row: RegisterRow) => readonly string[];
  readonly nameOf: (code: string) => string;
  /** Where codes are written by people: by which two of them are one. */
  readonly keyOf?: KeyOf;
  /** What is to be known of every figure of a group. */
  readonly note?: string;
}

interface GroupedOptions {
  /** False where figures of groups overlap so that a total would mislead. */
  readonly withTotal?: boolean;
  readonly grouping?: Grouping | undefined;
  /** The row as it counts; undefined for one that does not. */
  readonly counted?: (row: RegisterRow) => RegisterRow | undefined;
}

/** Groups that are fed row by row. */
export interface BegunGroups {
  readonly add: (row: RegisterRow) => void;
  /** In the order of their codes, the total first. */
  readonly made: () => readonly Group[];
}

export const beginGroups = (
  measures: readonly Measure<RegisterRow>[],
  { withTotal = true, grouping, counted = (row) => row }: GroupedOptions = {},
): BegunGroups => {
  const tallies = talliesOf(measures, grouping?.keyOf);
  return {
    add: (found) => {
      const row = counted(found);
      if (row !== undefined) tallies.add(row, grouping?.codesOf(row) ?? []);
    },
    made: () => {
      const parts = tallies.parts(grouping?.nameOf, grouping?.note);
      return withTotal ? [tallies.total(), ...parts] : parts;
    },
  };
};

/** The groups of all pledges that fit. */
export const grouped = async (
  { views }: QueryContext,
  filters: ReportFilters,
  measures: readonly Measure<RegisterRow>[],
  options: GroupedOptions = {},
): Promise<readonly Group[]> => {
  const groups = beginGroups(measures, options);
  for await (const page of pagesOfPledges(views, await pledgesWhere(views, filters)))
    for (const { row } of page) groups.add(row);
  return groups.made();
};
