/** How many pledges there are, and of how many states, in the groupings that people ask for. */
import { capability, nameKey, nameOfCode, regionOf, tags } from '@pledgeline/contracts';
import { categoryOf, isRepeat, promisedBy, statesOf, termsPromised, type Pledge } from '@pledgeline/pledge';
import { byCategory } from './by-category.ts';
import { byConference } from './by-conference.ts';
import { byTrack } from './by-track.ts';
import { expectedTrack } from '../views/register/pledge-labels.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { countPledges, countStates, withdrawnBeforeClosing } from './counting-rules.ts';
import { languagesOf } from '../views/register/languages-of.ts';
import { measuresOf } from '../views/register/measures-of.ts';
import { missionsNamed } from '../views/register/missions-named.ts';
import { namesKnown, type NamesKnown } from '../views/names-known.ts';
import { themesOf } from '../views/register/themes-of.ts';
import { namedGroups } from './named-groups.ts';
import { counting } from './figure.ts';
import { grouped, type Grouping } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { isOwnPromise, standsAs } from './standing.ts';
import { pledgesAndStates as figures, whatBecame } from './figures.data.ts';
import { isCounted } from './what-became-of.ts';

const NOT_STATED = 'NOT_STATED';

/** Of ISO 639-1. */
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

const themeName = (code: string): string => tags.find((tag) => tag.code === code)?.name ?? code;

const CLUSTERS = {
  expertise: 'expertise',
  funding: 'funding',
  indirect: 'indirect assistance',
  units: 'uniformed units',
} as const;

/** Offers of the white paper (seed 004) cluster into expertise, funding and indirect assistance; units stand beside them. */
const clusterOf = (pledge: Pledge): keyof typeof CLUSTERS => {
  if (expectedTrack(pledge) === 'CAPABILITY') return 'units';
  const category = categoryOf(pledge);
  if (category === 'EXPERTISE' || category === 'TRAINING') return 'expertise';
  return category === 'FINANCE' ? 'funding' : 'indirect';
};

const groupings = {
  category: byCategory,
  theme: { codesOf: ({ pledge }) => themesOf(pledge), nameOf: themeName },
  region: {
    codesOf: ({ pledge }) => statesOf(pledge).map(regionOf),
    nameOf: (code) => nameOfCode('region', code),
  },
  capability: {
    codesOf: ({ pledge }) => (pledge.capabilityCode === null ? [] : [pledge.capabilityCode]),
    nameOf: (code) => capability(code)?.name ?? code,
  },
  rank: {
    codesOf: ({ pledge }) => [pledge.announcement?.speaker?.rank ?? NOT_STATED],
    nameOf: (code) => (code === NOT_STATED ? 'not stated' : nameOfCode('speakerRank', code)),
  },
  language: { codesOf: ({ pledge }) => languagesOf(pledge), nameOf: (code) => LANGUAGES.of(code) ?? code },
  track: byTrack,
  cluster: {
    codesOf: ({ pledge }) => [clusterOf(pledge)],
    nameOf: (code) => CLUSTERS[code as keyof typeof CLUSTERS],
  },
} as const satisfies Record<string, Grouping>;

/** Groups by names that registers know. */
const BY_NAME = ['ministry', 'implementingBody', 'measure', 'priority', 'mission'] as const;

const byName = (names: NamesKnown, by: (typeof BY_NAME)[number]): Grouping => {
  if (by === 'mission') return byMission(names);
  if (by === 'measure')
    return { codesOf: ({ pledge }) => measuresOf(pledge), nameOf: (code) => names.nameOf('measures', code) };
  if (by === 'priority')
    return {
      codesOf: ({ pledge }) => themesOf(pledge).filter((tag) => names.codeOf('priorities', tag) === tag),
      nameOf: (code) => names.nameOf('priorities', code),
    };
  const { codesOf, ...groups } = namedGroups(names, by === 'ministry' ? 'ministries' : 'bodies');
  return {
    ...groups,
    codesOf: ({ pledge }) =>
      codesOf([
        by === 'ministry'
          ? (pledge.announcement?.speaker?.ministry ?? 'not stated')
          : (pledge.implementation?.implementingBody ?? termsPromised(pledge)?.implementingBody),
      ]),
  };
};

const byMission = (names: NamesKnown): Grouping => ({
  codesOf: ({ pledge }) => missionsNamed(pledge).map((name) => names.codeOf('missions', name) ?? name),
  nameOf: (code) => names.nameOf('missions', code),
  keyOf: nameKey,
});

const isByName = (by: string): by is (typeof BY_NAME)[number] => BY_NAME.some((one) => one === by);

const BY_STATE = 'memberState';
const BY_CONFERENCE = 'conference';

const isNew = standsAs('NEW');
/** Counting rule 1 of the lifecycle page, section 10. */
const isNewAtMeeting = (row: RegisterRow): boolean =>
  isNew(row) && !isRepeat(row.pledge) && !withdrawnBeforeClosing(row.pledge);
const isNewOrUpdated = (row: RegisterRow): boolean =>
  standsAs('NEW', 'RENEWED', 'UPDATED')(row) && !withdrawnBeforeClosing(row.pledge);

const measures = [
  countPledges(whatBecame.promisesMade, isOwnPromise),
  countStates(figures.states, isOwnPromise),
  countPledges(whatBecame.pledgesCounted, isCounted),
  countPledges(figures.newPledges, isNewAtMeeting),
  counting<RegisterRow>(figures.statesWithNewPledges, 'states', (row) =>
    isNewAtMeeting(row) ? promisedBy(row.pledge) : [],
  ),
  countPledges(figures.newRenewedOrUpdated, isNewOrUpdated),
];

export const pledgesAndStates: ReportDefinition = {
  report: 'pledges-and-states',
  title: 'Pledges and states',
  answers: 'How many pledges were made, and by how many states?',
  readers: 'PUBLIC',
  by: [BY_CONFERENCE, ...Object.keys(groupings), ...BY_NAME, BY_STATE],
  make: async (context, { by = BY_CONFERENCE, ...filters }) => {
    if (isByName(by)) {
      const grouping = byName(await namesKnown(context.views), by);
      return grouped(context, filters, measures, { grouping });
    }
    if (by === BY_CONFERENCE)
      return grouped(context, filters, measures, { grouping: await byConference(context.views) });
    const grouping = by === BY_STATE ? byMemberState(filters) : groupings[by as keyof typeof groupings];
    return grouped(context, filters, measures, { grouping });
  },
};
