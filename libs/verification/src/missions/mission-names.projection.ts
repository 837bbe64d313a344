/** The names of missions that the desk has entered beside those that everybody knows. */
import type { DataOf, MissionEvent, Named } from '@pledgeline/contracts';
import type { Projection, RecordedEvent } from '@pledgeline/event-sourcing';

export const missionNames: Projection<Named> = {
  name: 'mission-names',
  version: 1,
  columns: {},
  handles: ['MissionRegistered', 'MissionAliasAdded'],
  keyOf: ({ data }) => (data as DataOf<'MissionRegistered' | 'MissionAliasAdded'>).code,
  apply: (row, event) => {
    const { type, data } = event as RecordedEvent & MissionEvent;
    if (type === 'MissionRegistered') {
      const { code, name, aliases } = data;
      return { code, name, aliases: [...(row?.aliases ?? []), ...aliases] };
    }
    if (type !== 'MissionAliasAdded') return row;
    const { code, alias } = data;
    return { ...(row ?? { code, name: code }), aliases: [...(row?.aliases ?? []), alias] };
  },
};
