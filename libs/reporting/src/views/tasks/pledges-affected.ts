/** Which pledges may wait for something else after rows changed: their own, those of visits, of missions, or of pledges they join. */
import type { ViewChanges, Views } from '@pledgeline/event-sourcing';
import { MISSION_CALENDAR, type MissionRow } from '../mission-calendar.view.ts';
import { missionsFrom, missionsKnown, type MissionsKnown } from '../missions-known.ts';
import { mergersIn, namedIn, openMergerRows } from '../open-mergers.ts';
import { visitsByUnit, visitsOwing } from '../open-visits.ts';
import { missionsOfTasks, missionsOfColumn } from '../register/missions-named.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../register/register-row.ts';
import { VISIT_DIARY, type VisitRow } from '../visit-diary.view.ts';
import { missionsInDoubt, NO_MISSION_IN_DOUBT } from './missions-in-doubt.ts';
import type { Around } from './task-rules.ts';

type Changed = ViewChanges['rows'];

/** Rows by key as they are now; undefined for those that are gone. */
type Rows<Row> = ReadonlyMap<string, Row | undefined>;

export interface Affected {
  readonly pledges: Rows<RegisterRow>;
  /** As it is after the changes. */
  readonly around: Around;
}

export const pledgesAffected = async (changed: Changed, views: Views): Promise<Affected> => {
  const ownRows = rowsIn<RegisterRow>(changed, PLEDGE_REGISTER);
  const visits = rowsIn<VisitRow>(changed, VISIT_DIARY);
  const missions = rowsIn<MissionRow>(changed, MISSION_CALENDAR);
  if (ownRows.size + visits.size + missions.size === 0) return { pledges: ownRows, around: NOTHING_AROUND };
  const consentsBefore = await openMergerRows(views);
  const consents = after(consentsBefore, ownRows);
  const others = new Set([
    ...[...consentsBefore, ...consents].flatMap(([key, row]) =>
      ownRows.has(key) && row ? namedIn(row) : [],
    ),
    ...(await unitsOf(visits, views)),
    ...(await pledgesOfMissions(missions, views)),
  ]);
  const pledges = after(await views.getMany<RegisterRow>(PLEDGE_REGISTER, [...others]), ownRows);
  for (const key of ownRows.keys()) pledges.set(key, ownRows.get(key));
  const owing = after(await visitsOwing(views, [...pledges.keys()]), visits);
  return {
    pledges,
    around: {
      visits: visitsByUnit([...owing.values()].flatMap((row) => row ?? [])),
      missions: await missionsOf(pledges, missions, views),
      mergers: mergersIn([...consents.values()].flatMap((row) => row ?? [])),
    },
  };
};

const NOTHING_AROUND: Around = { visits: new Map(), missions: NO_MISSION_IN_DOUBT, mergers: new Map() };

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
  const isTouched = (name: string): boolean => {
    const [meant, means] = [before.codeOf(name), now.codeOf(name)];
    return meant !== means || (means !== undefined && missions.has(means));
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
