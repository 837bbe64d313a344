/** Reports over the register: every pledge that fits the filters, once, tallied in its groups and in all. */
import { everyRow } from '../every-row.ts';
import { PLEDGE_REGISTER } from '../pledge-register.projection.ts';
import type { RegisterRow } from '../pledge-register.projection.ts';
import { pledgesWhere } from '../pledges-matching.ts';
import type { Reading } from '../read-models.ts';
import type { Measure, Tally } from './figure.ts';
import type { Group, ReportFilters } from './report.ts';

export interface Grouping {
  /** The groups a pledge is in: none, one or several. */
  readonly codesOf: (row: RegisterRow) => readonly string[];
  readonly nameOf: (code: string) => string;
}

export const ALL = 'all';

interface GroupedOptions {
  /** False where figures of groups overlap so that a total would mislead. */
  readonly withTotal?: boolean;
  readonly grouping?: Grouping | undefined;
  /** The row as it counts; undefined for one that does not. */
  readonly counted?: (row: RegisterRow) => RegisterRow | undefined;
}

/** Groups in the order of their codes, the total first. */
export const grouped = async (
  { views }: Reading,
  filters: ReportFilters,
  measures: readonly Measure<RegisterRow>[],
  { withTotal = true, grouping, counted = (row) => row }: GroupedOptions = {},
): Promise<readonly Group[]> => {
  const begun = (): Tally<RegisterRow>[] => measures.map((measure) => measure());
  const total = begun();
  const groups = new Map<string, Tally<RegisterRow>[]>();
  for await (const { row: found } of everyRow<RegisterRow>(
    views,
    PLEDGE_REGISTER,
    await pledgesWhere(views, filters),
  )) {
    const row = counted(found);
    if (row === undefined) continue;
    for (const tally of total) tally.add(row);
    for (const code of new Set(grouping?.codesOf(row) ?? [])) {
      const tallies = groups.get(code) ?? begun();
      groups.set(code, tallies);
      for (const tally of tallies) tally.add(row);
    }
  }
  const all = group(ALL, 'in all', total);
  const parts = [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, tallies]) => group(code, grouping?.nameOf(code) ?? code, tallies));
  return withTotal ? [all, ...parts] : parts;
};

const group = (code: string, name: string, tallies: readonly Tally<RegisterRow>[]): Group => ({
  code,
  name,
  figures: tallies.map((tally) => tally.figure()),
});
