/** How the pledge changes: what is delivered rests, and goes on. */
import type { Evolutions } from '../evolution.ts';

export const suspensionEvolution = {
  PledgeSuspended: (pledge, { reason, from }) => ({
    ...pledge,
    suspensions: [...(pledge.suspensions ?? []), { reason, from, resumedOn: null }],
  }),
  PledgeResumed: (pledge, { resumedOn }) => ({
    ...pledge,
    suspensions:
      pledge.suspensions?.map((one, n, all) => (n === all.length - 1 ? { ...one, resumedOn } : one)) ?? null,
  }),
} satisfies Partial<Evolutions>;
