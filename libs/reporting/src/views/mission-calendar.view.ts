/** The calendar of missions. */
import { businessDateOf, type DataOf, type MissionEvent } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export interface MissionRow {
  readonly mission: DataOf<'MissionRegistered'>;
  readonly closesOn: string | null;
  /** The day on which the closure was scheduled, as it is known now. */
  readonly closureKnownOn: string | null;
  readonly hostConsent: DataOf<'HostConsentChanged'>['consent'];
  readonly hostConsentSince: string | null;
  readonly revision: number;
}

export const MISSION_CALENDAR = 'mission-calendar';

export const missionCalendar = viewOf<MissionRow, MissionEvent>({
  name: MISSION_CALENDAR,
  version: 3,
  category: 'mission',
  columns: {},
  apply: (row, event) => {
    const { type, data } = event;
    if (type === 'MissionRegistered') {
      return {
        mission: data,
        closesOn: null,
        closureKnownOn: null,
        hostConsent: 'GIVEN',
        hostConsentSince: null,
        revision: 0,
      };
    }
    if (row === undefined) return undefined;
    return type === 'MissionClosureScheduled'
      ? { ...row, closesOn: data.closesOn, closureKnownOn: businessDateOf(event) }
      : { ...row, hostConsent: data.consent, hostConsentSince: data.changedOn };
  },
  readers: forEverybody,
});

/** Its last day is over. */
export const hasClosed = (closesOn: string | null, today: string): boolean =>
  closesOn !== null && closesOn < today;
