/**
 * Which mission a name means. All missions of the United Nations since 1948 are known, those that it supports, and its offices and
 * bases that posts are in: accountability page, section 10. What the desk enters besides is handed in by the caller.
 */
import { addDays, addMonths } from '../business-date.ts';
import { nameKey } from './name-key.ts';
import { nameRegister, writtenOut, type Named } from './name-register.ts';
import { missions as rows } from './missions.data.ts';

export const MISSION_KINDS = ['PEACEKEEPING', 'POLITICAL', 'SUPPORTED', 'HEADQUARTERS'] as const;

export interface Mission extends Named {
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

/**
 * Case, accents, blanks, hyphens, "the", "UN" for "United Nations" and British spelling make no difference. A code means one
 * mission; a name that several bore means the one that goes on, if there is one alone.
 */
export const missionRegister = nameRegister(missions, {
  keyOf: (written) => nameKey(writtenOut(written)),
  meant: (bearers) => {
    const lasting = bearers.filter(({ closed }) => closed === null);
    return bearers.length === 1 ? bearers[0] : lasting.length === 1 ? lasting[0] : undefined;
  },
});

/** Of those that everybody knows of. */
export const mission = (code: string): Mission | undefined => missionRegister.find(code);

/** The code of the mission that a code, a name or an alias means, in any case. */
export const resolveMission = (written: string, added: readonly Named[] = []): string | undefined =>
  missionRegister.resolve(written, added);

/** Codes of the missions whose code or name is nearest to what was written, nearest first; none where nothing is near. */
export const nearestMissions = (written: string, added: readonly Named[] = []): readonly string[] =>
  missionRegister.nearest(written, added);
