/** The handlers that a simulation sends its acts to, on a store of its own. */
import type { EventStore } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import { gapCommands } from '../gaps/gap-commands.ts';
import { needCommands } from '../needs/need-commands.ts';
import { visitCommands } from '../readiness/visit-commands.ts';
import type { SimulatedOn } from './simulate.ts';

export type SimulationCommands = Pick<SimulatedOn, 'pledges' | 'gaps' | 'needs' | 'visits'>;

export const simulationCommands = (store: EventStore): SimulationCommands => ({
  pledges: pledgeCommands(store),
  gaps: gapCommands(store),
  needs: needCommands(store),
  visits: visitCommands(store),
});
