/** How the pledge changes: it is to be counted as part of another, or by its phases. */
import type { Evolutions } from '../evolution.ts';
import { isStated } from '../selection/quantity-offered.ts';
import { UNCOUNTED } from './counting.state.ts';

export const countingEvolution = {
  PledgeCountedAgainst: (pledge, { pledgeId: _, ...against }) => ({
    ...pledge,
    counting: { ...(pledge.counting ?? UNCOUNTED), against },
  }),
  /** Where nothing was said about how much, the phases say it. */
  PhasesDeclared: (pledge, { pledgeId: _, ...phases }) => ({
    ...pledge,
    quantity: pledge.quantity !== null && isStated(pledge.quantity) ? pledge.quantity : phases.total,
    counting: { ...(pledge.counting ?? UNCOUNTED), phases },
  }),
} satisfies Partial<Evolutions>;
