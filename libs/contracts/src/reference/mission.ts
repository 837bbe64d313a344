/**
 * Which mission a name means. All missions of the United Nations since 1948 are known, those that it supports, and its offices and
 * bases that posts are in: accountability page, section 10. What the desk enters besides is handed in by the caller.
 */
import { addDays, addMonths } from '../business-date.ts';
import { lettersOf, nameKey } from './name-key.ts';
import { missions as rows } from './missions.data.ts';
import { nearestTo } from './nearest.ts';

export const MISSION_KINDS = ['PEACEKEEPING', 'POLITICAL', 'SUPPORTED', 'HEADQUARTERS'] as const;

/** How a mission can be named. */
export interface MissionNames {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Mission extends MissionNames {
  readonly kind: (typeof MISSION_KINDS)[number];
  /** As exact as it is known: a day, a month (`1978-03`) or a year. */
  readonly opened: string;
  /** The day of a closure that is decided. */
  readonly closesOn: string | null;
  /** As exact as it is known; null where it goes on. */
  readonly closed: string | null;
  readonly hostStates: readonly string[];
  readonly source: string;
}

export const missions: readonly Mission[] = rows;

const lastOfMonth = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

/** The last day of a month or a year that stands for a day. */
const lastDayOf = (vague: string): string =>
  vague.length === 10 ? vague : vague.length === 7 ? lastOfMonth(vague) : `${vague}-12-31`;

/** The day of its closure, past or to come; null where none is decided. */
export const closureOf = ({ closed, closesOn }: Pick<Mission, 'closed' | 'closesOn'>): string | null =>
  closed === null ? closesOn : lastDayOf(closed);

const byCode: ReadonlyMap<string, Mission> = new Map(missions.map((one) => [one.code, one]));

/** Of those that everybody knows of. */
export const mission = (code: string): Mission | undefined => byCode.get(code);

/** Words that people shorten in names of missions. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bu\.?n\.?(?=\W|$)/giu, 'United Nations'],
  [/\ba\.?u\.?(?=\W|$)/giu, 'African Union'],
  [/stabilisation/giu, 'stabilization'],
  [/organisation/giu, 'organization'],
  [/peace[- ]keeping/giu, 'peacekeeping'],
];

/** Case, accents, blanks, hyphens, "the", "UN" for "United Nations" and British spelling make no difference. */
const keyOf = (written: string): string =>
  nameKey(WRITTEN_OUT.reduce((text, [short, long]) => text.replace(short, long), written));

/** What stands in brackets behind a name, or before them, is often its code: "UN Mission in Liberia (UNMIL)". */
const partsOf = (written: string): readonly string[] => {
  const [, first, second] = /^([^()]+)\(([^()]+)\)\s*$/u.exec(written) ?? [];
  return first === undefined || second === undefined ? [written] : [written, first, second];
};

const keysOf = ({ code, name, aliases }: MissionNames): readonly string[] =>
  [code, name, ...aliases].map(keyOf);

const bearersByKey = new Map<string, readonly Mission[]>();
for (const one of missions)
  for (const key of new Set(keysOf(one))) bearersByKey.set(key, [...(bearersByKey.get(key) ?? []), one]);

/** A code means one mission; a name that several bore means the one that goes on, if there is one alone. */
const byKey: ReadonlyMap<string, string> = new Map(
  [...bearersByKey].flatMap(([key, bearers]) => {
    const lasting = bearers.filter(({ closed }) => closed === null);
    const [meant, ...others] = bearers.length === 1 ? bearers : lasting;
    return meant === undefined || others.length > 0 ? [] : [[key, meant.code] as const];
  }),
);

/**
 * The code of the mission that a code, a name or an alias means, in any case; undefined where it means none, or where the name and
 * the code in its brackets mean two.
 * @param added what the desk has entered besides; a name that everybody knows keeps its meaning.
 */
export const resolveMission = (written: string, added: readonly MissionNames[] = []): string | undefined => {
  const codes = new Set(partsOf(written).flatMap((part) => codeOf(keyOf(part), added) ?? []));
  const [code] = codes;
  return codes.size === 1 ? code : undefined;
};

const codeOf = (key: string, added: readonly MissionNames[]): string | undefined =>
  key === '' ? undefined : (byKey.get(key) ?? added.find((one) => keysOf(one).includes(key))?.code);

const MOST_NEAR = 3;

/** Codes of the missions whose code or name is nearest to what was written, nearest first; none where nothing is near. */
export const nearestMissions = (written: string, added: readonly MissionNames[] = []): readonly string[] => {
  const letters = new Map<string, string>();
  for (const one of [...missions, ...added])
    for (const name of [one.code, one.name, ...one.aliases]) letters.set(lettersOf(name), one.code);
  return [
    ...new Set(nearestTo(lettersOf(written), [...letters.keys()]).flatMap((key) => letters.get(key) ?? [])),
  ].slice(0, MOST_NEAR);
};
