/** The refusal of a name that is no mission's, with the missions that may have been meant. */
import { Rejected } from '@pledgeline/event-sourcing';
import { nearestMissions } from './mission.ts';
import type { Named } from './name-register.ts';

/** UNKNOWN_MISSION, naming the field. */
export const unknownMission = (field: string, written: string, added: readonly Named[] = []): Rejected => {
  const nearest = nearestMissions(written, added);
  const hint =
    nearest.length === 0
      ? 'GET /missions lists them; the desk enters a new one (RegisterMission).'
      : `Nearest: ${nearest.join(', ')}.`;
  return new Rejected('invalid', 'UNKNOWN_MISSION', `No mission is known as "${written}". ${hint}`, {
    field,
    nearest,
  });
};
