/**
 * How far each state kept its word: all of it, a part, or nothing. Asked as of 17 June 2016 it answers what was counted then
 * (lifecycle page, section 8.4): states that fell short wholly or in part, and the share of promises that is going on.
 */
import { byMemberState } from './by-member-state.ts';
import { countedIds, type Figure, type FigureMeaning } from './figure.ts';
import { grouped } from './grouped.ts';
import type { Group, ReportDefinition } from './report.ts';
import { ALL } from './tallies.ts';
import { deliveryByState as figures } from './figures.data.ts';
import { whatBecameOf } from './what-became-of.ts';

interface Classes {
  readonly counted: number;
  readonly kept: number;
  readonly partly: number;
  /** Registered or further. */
  readonly goingOn: number;
  /** Taken back, or no more than announced. */
  readonly short: number;
}

const classesOf = (group: Group): Classes => {
  const of = (code: string): number => group.figures.find(({ figure }) => figure === code)?.value ?? 0;
  return {
    counted: of('pledgesCounted'),
    kept: of('keptComputed') + of('keptJudged'),
    partly: of('keptPartly'),
    goingOn: of('underWay') + of('registered'),
    short: of('takenBack') + of('announcedOnly'),
  };
};

const states = (meaning: Omit<FigureMeaning, 'unit'>, groups: readonly Group[]): Figure => ({
  ...meaning,
  unit: 'states',
  value: groups.length,
  counted: countedIds('states', new Set(groups.map(({ code }) => code))),
  published: [],
});

/** The four after the first add up to it; the last stands beside them. */
const overall = (parts: readonly Group[]): Figure[] => {
  const those = (are: (classes: Classes) => boolean): Group[] =>
    parts.filter((group) => are(classesOf(group)));
  return [
    states(figures.states, parts),
    states(
      figures.keepAll,
      those(({ counted, kept }) => kept === counted),
    ),
    states(
      figures.keepPart,
      those(({ counted, kept, partly }) => kept < counted && kept + partly > 0),
    ),
    states(
      figures.stillOpen,
      those(({ kept, partly, goingOn }) => kept + partly === 0 && goingOn > 0),
    ),
    states(
      figures.keepNothing,
      those(({ kept, partly, goingOn }) => kept + partly + goingOn === 0),
    ),
    states(
      figures.fallShort,
      those(({ short, partly }) => short + partly > 0),
    ),
  ];
};

export const deliveryByState: ReportDefinition = {
  report: 'delivery-by-state',
  title: 'Delivery by state',
  answers: 'Which states kept all, a part or none of what they promised?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const grouping = byMemberState(filters);
    const [all, ...parts] = await grouped(context, filters, whatBecameOf(context), { grouping });
    const total = {
      code: ALL,
      name: 'in all',
      figures: [...overall(parts.filter((group) => classesOf(group).counted > 0)), ...(all?.figures ?? [])],
    };
    return [total, ...parts];
  },
};
