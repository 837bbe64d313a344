/**
 * Which pledges may wait for something else after rows changed: their own, those of visits, of missions, of pledges they join, or of
 * needs that they answer.
 */
import type { ChangedRow, Views } from '@pledgeline/event-sourcing';
import { answersEnded, needsNaming, type AnswersEnded } from '../answers-ended.ts';
import { MISSION_CALENDAR, type MissionRow } from '../mission-calendar.view.ts';
import { missionsFrom, missionsKnown, type MissionsKnown } from '../missions-known.ts';
import { mergersIn, namedIn, openMergerRows } from '../open-mergers.ts';
import { NEED_BOARD, pledgesChosen, type NeedRow } from '../need-board.view.ts';
import { pledgesIn, promisesOf, type FindPledges } from '../promises-of-offers.ts';
import { repeatsAmong, uncheckedBeside } from '../repeats-unseen.ts';
import { rowsOfPledges } from '../register/rows-of-pledges.ts';
import { VOID_PLEDGES } from '../register/void-pledges.view.ts';
import { visitsByUnit, visitsOwing } from '../open-visits.ts';
import { missionsOfTasks, missionsOfColumn } from '../register/missions-named.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../register/register-row.ts';
import { VISIT_DIARY, type VisitRow } from '../visit-diary.view.ts';
import { missionsInDoubt, NO_MISSION_IN_DOUBT } from './missions-in-doubt.ts';
import type { Around } from './task-rules.ts';

type Changed = readonly ChangedRow[];

/** Rows by key as they are now; undefined for those that are gone. */
type Rows<Row> = ReadonlyMap<string, Row | undefined>;

export interface Affected {
  readonly pledges: Rows<RegisterRow>;
  /** Those of them that wait for something else because of what changed around them, whether they changed themselves or not. */
  readonly outside: ReadonlySet<string>;
  /** As it is after the changes. */
  readonly around: Around;
}

export const pledgesAffected = async (changed: Changed, views: Views): Promise<Affected> => {
  const ownRows = registered(changed);
  const visits = rowsIn<VisitRow>(changed, VISIT_DIARY);
  const missions = rowsIn<MissionRow>(changed, MISSION_CALENDAR);
  const needs = rowsIn<NeedRow>(changed, NEED_BOARD);
  if (ownRows.size + visits.size + missions.size + needs.size === 0)
    return { pledges: ownRows, outside: new Set(), around: NOTHING_AROUND };
  const consentsBefore = await openMergerRows(views);
  const consents = after(consentsBefore, ownRows);
  const others = new Set([
    ...[...consentsBefore, ...consents].flatMap(([key, row]) =>
      ownRows.has(key) && row ? namedIn(row) : [],
    ),
    ...(await unitsOf(visits, views)),
    ...(await pledgesOfMissions(missions, views)),
    ...(await pledgesOfNeeds(needs, ownRows, views)),
    ...(await uncheckedBeside(ownRows, views)),
  ]);
  const pledges = after(await rowsOfPledges(views, [...others]), ownRows);
  for (const key of ownRows.keys()) pledges.set(key, ownRows.get(key));
  const owing = after(await visitsOwing(views, [...pledges.keys()]), visits);
  return {
    pledges,
    outside: others,
    around: {
      visits: visitsByUnit([...owing.values()].flatMap((row) => row ?? [])),
      missions: await missionsOf(pledges, missions, views),
      mergers: mergersIn([...consents.values()].flatMap((row) => row ?? [])),
      repeats: await repeatsAmong(pledges.values(), views, ownRows),
      answers: await answersAfter(needs, ownRows, pledges, views),
    },
  };
};

const NOTHING_AROUND: Around = {
  visits: new Map(),
  missions: NO_MISSION_IN_DOUBT,
  mergers: new Map(),
  repeats: new Map(),
  answers: new Map(),
};

/** A pledge that was entered by mistake leaves the register for a page of its own. */
const registered = (changed: Changed): Rows<RegisterRow> => {
  const inRegister = rowsIn<RegisterRow>(changed, PLEDGE_REGISTER);
  const entered = rowsIn<RegisterRow>(changed, VOID_PLEDGES);
  return new Map([...inRegister].map(([key, row]) => [key, row ?? entered.get(key)]));
};

const rowsIn = <Row>(changed: Changed, view: string): Rows<Row> =>
  new Map(
    changed
      .filter((one) => one.view === view)
      .map(({ key, row }) => [key, (row ?? undefined) as Row | undefined]),
  );

/** What was there, as the changes leave it. */
const after = <Row>(before: Rows<Row>, changed: Rows<Row>): Map<string, Row | undefined> =>
  new Map([...before, ...changed]);

/** Also those of a visit that is gone, or of which it was told otherwise. */
const unitsOf = async (visits: Rows<VisitRow>, views: Views): Promise<readonly string[]> => {
  if (visits.size === 0) return [];
  const before = await views.getMany<VisitRow>(VISIT_DIARY, [...visits.keys()]);
  return [...before.values(), ...visits.values()].flatMap((row) => row?.visit.units ?? []);
};

/** A name may mean another mission than before, and a mission close or lose its host's consent. */
const pledgesOfMissions = async (missions: Rows<MissionRow>, views: Views): Promise<readonly string[]> => {
  if (missions.size === 0) return [];
  const [before, now] = await knownBeforeAndAfter(missions, views);
  const changed = new Set([...missions.values()].map((row) => row?.code));
  const isTouched = (name: string): boolean => {
    const [meant, means] = [before.codeOf(name), now.codeOf(name)];
    return meant !== means || (means !== undefined && changed.has(means));
  };
  const named = await views.tally(PLEDGE_REGISTER, ['missions'], { missions: { from: '' } });
  const touched = named
    .map(({ values: [column] }) => column)
    .filter((column) => typeof column === 'string')
    .filter((column) => missionsOfColumn(column).some(isTouched));
  if (touched.length === 0) return [];
  const found = await views.find(PLEDGE_REGISTER, { where: { missions: { in: touched } } });
  return found.map(({ key }) => key);
};

const knownBeforeAndAfter = async (
  missions: Rows<MissionRow>,
  views: Views,
): Promise<readonly [MissionsKnown, MissionsKnown]> => {
  const before = new Map((await views.find<MissionRow>(MISSION_CALENDAR)).map(({ key, row }) => [key, row]));
  const rows = [...after(before, missions).values()].flatMap((row) => row ?? []);
  return [missionsFrom([...before.values()]), missionsFrom(rows)];
};

/** Most pledges name none. */
const missionsOf = async (
  pledges: Rows<RegisterRow>,
  missions: Rows<MissionRow>,
  views: Views,
): Promise<Around['missions']> => {
  if (![...pledges.values()].some((row) => row !== undefined && missionsOfTasks(row.pledge).length > 0))
    return NO_MISSION_IN_DOUBT;
  if (missions.size === 0) return missionsInDoubt(await missionsKnown(views));
  return missionsInDoubt((await knownBeforeAndAfter(missions, views))[1]);
};

/** The others behind offers to the same needs, too: whether a need is open depends on all of them. */
const pledgesOfNeeds = async (
  needs: Rows<NeedRow>,
  pledges: Rows<RegisterRow>,
  views: Views,
): Promise<readonly string[]> => {
  const before = await needsNaming(views, [...(await withOrigins(pledges, views))]);
  const changedBefore = await views.getMany<NeedRow>(NEED_BOARD, [...needs.keys()]);
  return [...before.values(), ...changedBefore.values(), ...needs.values()].flatMap((row) =>
    row === undefined ? [] : pledgesChosen(row),
  );
};

/** These pledges, and those in whose place they go on. */
const withOrigins = async (pledges: Rows<RegisterRow>, views: Views): Promise<ReadonlySet<string>> => {
  const seen = new Set(pledges.keys());
  let rows: Iterable<RegisterRow | undefined> = pledges.values();
  for (;;) {
    const parents = [...rows]
      .flatMap((row) => row?.pledge.lineage?.parents ?? [])
      .filter((id) => !seen.has(id));
    if (parents.length === 0) return seen;
    for (const id of parents) seen.add(id);
    rows = (await views.getMany<RegisterRow>(PLEDGE_REGISTER, parents)).values();
  }
};

const answersAfter = async (
  needs: Rows<NeedRow>,
  changed: Rows<RegisterRow>,
  pledges: Rows<RegisterRow>,
  views: Views,
): Promise<AnswersEnded> => {
  const naming = after(await needsNaming(views, [...pledges.keys()]), needs);
  const rows = [...naming.values()].flatMap((row) => row ?? []);
  const stored = pledgesIn(views);
  const find: FindPledges = async (ids) => {
    const found = new Map(await stored(ids.filter((id) => !changed.has(id))));
    for (const id of ids) {
      const row = changed.get(id);
      if (row !== undefined) found.set(id, row.pledge);
    }
    return found;
  };
  return answersEnded(rows, await promisesOf(rows.flatMap(pledgesChosen), find));
};
