/** How far did the promises come? The funnel from announcement to deployment, in all and by track, conference, state, category. */
import { dayOf } from '@pledgeline/contracts';
import { categoryOf, rules } from '@pledgeline/pledge';
import { conferenceNames } from './conference-names.ts';
import { definedBy } from '../../answers/definitions.ts';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import { byCategory } from '../by-category.ts';
import { trackName, UNDECIDED } from '../by-track.ts';
import { newestAmong } from '../newest.ts';
import { offersCapability, offeredTally } from './offered-in-total.ts';
import { partsOfTotals } from './parts-of-totals.ts';
import { expectedTrack, memberStateName } from '../../views/register/pledge-labels.ts';
import { NO_CONFERENCE, pledgesWhere } from '../../views/register/pledge-filters.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { DEFINITIONS } from './progress.data.ts';
import { progressOf, tally, type PledgeProgress, type Tally } from './progress-figures.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import type { GroupFigures, ProgressFilters, ProgressReport } from './progress.schema.ts';

/** @param also is given each row that fits, so that nobody else need pass over them for the same answer. */
export const progressReport = async (
  { views, answeredAt, earliestToday, isSimulated }: QueryContext,
  filters: ProgressFilters,
  now: string,
  also: (row: RegisterRow) => void = () => undefined,
): Promise<ProgressReport> => {
  const where = await pledgesWhere(views, filters);
  const overall = tally();
  const offered = offeredTally(await partsOfTotals(views, where));
  const isNewest = await newestAmong(views, offersCapability);
  const tracks = groups();
  const conferences = groups();
  const states = groups();
  const categories = groups();
  for await (const page of pagesOfPledges(views, where))
    for (const { row } of page) {
      also(row);
      const { pledge } = row;
      const one = progressOf(row, earliestToday);
      overall.add(one);
      if (isNewest(row)) offered.add(row);
      tracks.add(expectedTrack(pledge) ?? UNDECIDED, one);
      conferences.add(pledge.announcement?.conference ?? NO_CONFERENCE, one);
      for (const state of one.states) states.add(state, one);
      categories.add(categoryOf(pledge), one);
    }
  const names = await conferenceNames(views);
  return {
    computedAt: now,
    ...definedBy({ answeredAt, isSimulated }),
    ...answeredAt,
    ruleSet: rules.inForce(dayOf(now)).name,
    filters,
    meanings: DEFINITIONS,
    overall: { ...overall.figures(), offered: offered.figures() },
    byTrack: tracks.figures(trackName),
    byConference: conferences.figures((code) => names.get(code) ?? code),
    byState: states.figures(memberStateName),
    byCategory: categories.figures(byCategory.nameOf),
  };
};

const groups = () => {
  const tallies = new Map<string, Tally>();
  return {
    add: (code: string, one: PledgeProgress): void => {
      const known = tallies.get(code) ?? tally();
      known.add(one);
      tallies.set(code, known);
    },
    figures: (nameOf: (code: string) => string): GroupFigures[] =>
      [...tallies]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([code, group]) => ({ code, name: nameOf(code), ...group.figures() })),
  };
};
