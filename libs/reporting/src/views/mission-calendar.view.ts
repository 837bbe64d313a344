/** The calendar of missions. */
import type { DataOf, MissionEvent } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export interface MissionRow {
  readonly mission: DataOf<'MissionRegistered'>;
  readonly closesOn: string | null;
  readonly hostConsent: DataOf<'HostConsentChanged'>['consent'];
  readonly hostConsentSince: string | null;
  readonly revision: number;
}

export const MISSION_CALENDAR = 'mission-calendar';

export const missionCalendar = viewOf<MissionRow, MissionEvent>({
  name: MISSION_CALENDAR,
  version: 2,
  category: 'mission',
  columns: {},
  apply: (row, { type, data }) => {
    if (type === 'MissionRegistered') {
      return { mission: data, closesOn: null, hostConsent: 'GIVEN', hostConsentSince: null, revision: 0 };
    }
    if (row === undefined) return undefined;
    return type === 'MissionClosureScheduled'
      ? { ...row, closesOn: data.closesOn }
      : { ...row, hostConsent: data.consent, hostConsentSince: data.changedOn };
  },
  readers: forEverybody,
});
