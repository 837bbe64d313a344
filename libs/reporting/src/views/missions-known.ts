/** The register of missions as it stands on a day: what everybody knows of, and what the desk has entered. */
import {
  hostSaidBy,
  mission as missionOf,
  missionClosesOn,
  missions,
  resolveMission,
  type DataOf,
  type Named,
} from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { MISSION_CALENDAR, type MissionRow } from './mission-calendar.view.ts';

export interface MissionStanding {
  readonly code: string;
  /** Past or to come; null where none is decided. */
  readonly closesOn: string | null;
  /** Null where everybody knows it. */
  readonly closureKnownOn: string | null;
  readonly hostConsent: DataOf<'HostConsentChanged'>['consent'];
  /** Null while the host has said nothing, which is consent. */
  readonly hostConsentSince: string | null;
}

export interface MissionsKnown {
  /** All of them, those that everybody knows of first. */
  readonly codes: readonly string[];
  /** The code that a name means; undefined where it means no mission. */
  codeOf(written: string): string | undefined;
  rowOf(code: string): MissionRow | undefined;
  standingOf(code: string, day: string): MissionStanding;
}

export const missionsKnown = async (views: Pick<Views, 'find'>): Promise<MissionsKnown> =>
  missionsFrom((await views.find<MissionRow>(MISSION_CALENDAR)).map(({ row }) => row));

/** @param all what the desk has entered. */
export const missionsFrom = (all: readonly MissionRow[]): MissionsKnown => {
  const rows = new Map(all.map((row) => [row.code, row] as const));
  const entered: readonly Named[] = [...rows.values()].map(({ code, mission, aliases }) => ({
    code,
    name: mission?.name ?? code,
    aliases,
  }));
  const isKnown = (code: string): boolean => missionOf(code) !== undefined || rows.has(code);
  // Names are few, and pledges that bear them many.
  const meanings = new Map<string, string | undefined>();
  const codeOf = (written: string): string | undefined => {
    if (isKnown(written)) return written;
    if (!meanings.has(written)) meanings.set(written, resolveMission(written, entered));
    return meanings.get(written);
  };
  return {
    codes: [...new Set([...missions.map(({ code }) => code), ...rows.keys()])],
    codeOf,
    rowOf: (code) => rows.get(code),
    standingOf: (code, day) => {
      const row = rows.get(code);
      const said = hostSaidBy(day, row?.consents ?? []);
      return {
        code,
        closesOn: missionClosesOn(code, row?.closesOn ?? null),
        closureKnownOn: row?.closureKnownOn ?? null,
        hostConsent: said?.consent ?? 'GIVEN',
        hostConsentSince: said?.changedOn ?? null,
      };
    },
  };
};
