/** Looks up the units of a visit before it is scheduled: the pledges as they are, and other visits to them. */
import { streamName } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import type { PledgeCommands } from '@pledgeline/pledge';
import { openVisitsTo } from './open-visits.projection.ts';
import type { UnitFacts } from './visit.ts';

export type LookUpUnits = (pledgeIds: readonly string[]) => Promise<readonly UnitFacts[]>;
export const LOOK_UP_UNITS = Symbol('LookUpUnits');

/** From the pledges themselves, and visits from the read model, which may be a moment behind. */
export const lookUpUnits =
  (pledges: PledgeCommands, views: Views): LookUpUnits =>
  async (pledgeIds) => {
    const loaded = await Promise.all(pledgeIds.map((id) => pledges.load(streamName('pledge', id))));
    const states = new Set(loaded.map(({ state }) => state.memberState));
    const visits = await Promise.all([...states].map((state) => openVisitsTo(views, state)));
    return loaded.map(({ state: { status, memberState, level } }, n) => {
      const pledgeId = pledgeIds[n] ?? '';
      const openVisits = visits.flatMap((byUnit) => byUnit.get(pledgeId) ?? []);
      return { pledgeId, status, memberState, level, openVisits };
    });
  };
