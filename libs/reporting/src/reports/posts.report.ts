/**
 * Experts and their posts: promised, filled, open, and how long they are held. Longer tours are asked for (seed 003). Accountability
 * page, section 12.
 */
import { postMonthsServed, postsFilled, type Secondment } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import type { QueryContext } from '../answers/query-context.ts';
import { missionsKnown, type MissionsKnown } from '../views/missions-known.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { hasPosts, isLongTour, postsOf, toursOf } from '../views/register/posts-of.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { referenceOf, stands } from './counting-rules.ts';
import { adding, counting, type FigureMeaning, type Measure } from './figure.ts';
import { posts as figures } from './figures.data.ts';
import type { ReportDefinition } from './report.ts';
import type { ReportFilters } from './report-question.ts';
import { talliesOf } from './tallies.ts';

/** What a pledge has of posts, in all or in one mission. */
interface Posts {
  readonly reference: string;
  /** Null where no number was promised, and for a pledge that was taken back. */
  readonly promised: number | null;
  readonly vacant: number | null;
  readonly monthsPromised: number | null;
  readonly tours: readonly Secondment[];
}

/** Begun somewhere in the world, and not over everywhere: by the same rule as whatever else is over. */
type Now = Pick<QueryContext, 'latestToday' | 'earliestToday' | 'today'>;

const isHeldOn =
  ({ latestToday, earliestToday }: Now) =>
  ({ from, to, endedOn }: Secondment): boolean =>
    from <= latestToday && (endedOn ?? to) >= earliestToday;

const personsIn = (tours: readonly Secondment[]): number =>
  tours.reduce((sum, { persons }) => sum + persons, 0);

const add = (meaning: FigureMeaning, amountOf: (posts: Posts) => number | null): Measure<Posts> =>
  adding(meaning, 'pledges', ({ reference }) => reference, amountOf);

const measuresOn = (now: Now): readonly Measure<Posts>[] => [
  add(figures.promised, ({ promised }) => promised),
  add(figures.filled, ({ tours }) => postsFilled(tours) || null),
  add(figures.vacant, ({ vacant }) => vacant),
  add(figures.seconded, ({ tours }) => personsIn(tours.filter(isHeldOn(now))) || null),
  add(figures.monthsPromised, ({ monthsPromised }) => monthsPromised),
  add(figures.monthsServed, ({ tours }) => postMonthsServed(tours, now.today) || null),
  counting(figures.longTours, 'pledges', ({ reference, tours }) =>
    tours.some((tour) => isLongTour(tour, now.today)) ? [reference] : [],
  ),
];

/** In all. */
const postsIn = (row: RegisterRow, day: string): Posts => {
  const { promised, vacant, postMonthsPromised: monthsPromised } = postsOf(row.pledge, day);
  const stated = stands(row) ? { promised, vacant, monthsPromised } : NOTHING_PROMISED;
  return { reference: referenceOf(row), ...stated, tours: toursOf(row.pledge) };
};

const NOTHING_PROMISED = { promised: null, vacant: null, monthsPromised: null };

/** For posts of which no mission is named. */
const NO_MISSION = 'none';

/** What was promised, and is open, is so for the mission that the promise names; tours are where they are. */
const byMission = (row: RegisterRow, day: string, known: MissionsKnown): ReadonlyMap<string, Posts> => {
  const of = (mission: string | null): string =>
    mission === null ? NO_MISSION : (known.codeOf(mission) ?? mission);
  const all = postsIn(row, day);
  const promisedFor = of(postsOf(row.pledge, day).mission);
  return new Map(
    [promisedFor, ...all.tours.map(({ mission }) => of(mission))].map((mission) => [
      mission,
      {
        ...(mission === promisedFor ? all : { ...all, ...NOTHING_PROMISED }),
        tours: all.tours.filter((tour) => of(tour.mission) === mission),
      },
    ]),
  );
};

const codesOf = ({ pledge: { capabilityCode } }: RegisterRow): readonly string[] =>
  capabilityCode === null ? [] : [capabilityCode];

export const posts: ReportDefinition = {
  report: 'posts',
  title: 'Experts and their posts',
  answers: 'How many posts are promised, filled and open, and how long are they held?',
  readers: 'PUBLIC',
  by: ['capability', 'memberState', 'mission'],
  make: async (context, { by = 'capability', ...filters }) => {
    const { views, today } = context;
    const known = await missionsKnown(views);
    const [inAll, parts] = [talliesOf(measuresOn(context)), talliesOf(measuresOn(context))];
    const states = byMemberState(filters, ({ pledge }) => hasPosts(pledge));
    for await (const { row } of rowsWithPosts(context, filters)) {
      const posts = postsIn(row, today);
      inAll.add(posts, []);
      if (by === 'mission') for (const [code, part] of byMission(row, today, known)) parts.add(part, [code]);
      else parts.add(posts, by === 'memberState' ? states.codesOf(row) : codesOf(row));
    }
    const named = by === 'memberState' ? parts.parts(states.nameOf, states.note) : parts.parts(nameOfMission);
    return [inAll.total(), ...named];
  },
};

const nameOfMission = (code: string): string => (code === NO_MISSION ? 'in no mission' : code);

async function* rowsWithPosts({ views }: QueryContext, filters: ReportFilters) {
  const where = await pledgesWhere(views, filters);
  for await (const page of pagesOfPledges(views, where))
    for (const found of page) if (hasPosts(found.row.pledge)) yield found;
}
