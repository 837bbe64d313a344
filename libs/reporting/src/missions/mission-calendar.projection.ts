/** The calendar of missions. */
import { eventContracts, streamId } from '@pledgeline/contracts';
import type { DataOf, MissionEvent } from '@pledgeline/contracts';
import type { Projection, RecordedEvent } from '@pledgeline/event-sourcing';

export interface MissionRow {
  readonly mission: DataOf<'MissionRegistered'>;
  readonly closesOn: string | null;
  readonly hostConsent: DataOf<'HostConsentChanged'>['consent'];
  readonly hostConsentSince: string | null;
  readonly revision: number;
}

export const MISSION_CALENDAR = 'mission-calendar';

export const missionCalendar: Projection<MissionRow> = {
  name: MISSION_CALENDAR,
  version: 2,
  handles: eventContracts.filter(({ category }) => category === 'mission').map(({ type }) => type),
  columns: {},
  keyOf: ({ stream }) => streamId(stream),
  apply: (row, event) => {
    const changed = changedBy(row, event as RecordedEvent & MissionEvent);
    return changed && { ...changed, revision: event.revision };
  },
};

const changedBy = (
  row: MissionRow | undefined,
  { type, data }: RecordedEvent & MissionEvent,
): MissionRow | undefined => {
  if (type === 'MissionRegistered') {
    return { mission: data, closesOn: null, hostConsent: 'GIVEN', hostConsentSince: null, revision: 0 };
  }
  if (row === undefined) return undefined;
  return type === 'MissionClosureScheduled'
    ? { ...row, closesOn: data.closesOn }
    : { ...row, hostConsent: data.consent, hostConsentSince: data.changedOn };
};
