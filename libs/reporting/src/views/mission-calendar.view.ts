/** What events say of missions: the register is made of this and of the missions that everybody knows of. */
import { businessDateOf, type DataOf, type MissionEvent } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export interface MissionRow {
  readonly code: string;
  /** Null where the desk did not register it. */
  readonly mission: DataOf<'MissionRegistered'> | null;
  readonly aliases: readonly string[];
  /** Null where no event says so. */
  readonly closesOn: string | null;
  /** The day on which the closure was scheduled, as it is known now. */
  readonly closureKnownOn: string | null;
  readonly consents: readonly DataOf<'HostConsentChanged'>[];
  readonly revision: number;
}

export const MISSION_CALENDAR = 'mission-calendar';

export const missionCalendar = viewOf<MissionRow, MissionEvent>({
  name: MISSION_CALENDAR,
  version: 4,
  category: 'mission',
  columns: {},
  apply: (known, event) => {
    const { type, data, revision } = event;
    const row = { ...(known ?? nothingOf(data.code)), revision };
    switch (type) {
      case 'MissionRegistered':
        return { ...row, mission: data, aliases: [...row.aliases, ...data.aliases] };
      case 'MissionAliasAdded':
        return { ...row, aliases: [...row.aliases, data.alias] };
      case 'MissionClosureScheduled':
        return { ...row, closesOn: data.closesOn, closureKnownOn: businessDateOf(event) };
      case 'HostConsentChanged':
        return { ...row, consents: [...row.consents, data] };
      default:
        return row;
    }
  },
  readers: forEverybody,
});

/** Its last day is over. */
export const hasClosed = (closesOn: string | null, today: string): boolean =>
  closesOn !== null && closesOn < today;

const nothingOf = (code: string): MissionRow => ({
  code,
  mission: null,
  aliases: [],
  closesOn: null,
  closureKnownOn: null,
  consents: [],
  revision: -1,
});
