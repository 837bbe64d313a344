/** How the pledge changes: naming, finding and lifting limits on the use of its unit. */
import type { Evolutions } from '../evolution.ts';

export const caveatEvolution = {
  CaveatDeclared: (pledge, { pledgeId: _, ...said }, { metadata: { occurredOn, visibility } }) => ({
    ...pledge,
    caveats: [
      ...pledge.caveats,
      { ...said, undeclared: false, since: occurredOn, liftedOn: null, visibility },
    ],
  }),
  CaveatDiscovered: (pledge, data, { metadata: { visibility } }) => {
    const { caveatId, text, kind, blocking, incidentOn: since } = data;
    const found = { caveatId, text, kind, blocking, undeclared: true, since, liftedOn: null, visibility };
    return { ...pledge, caveats: [...pledge.caveats, found] };
  },
  CaveatLifted: (pledge, { caveatId, liftedOn }) => ({
    ...pledge,
    caveats: pledge.caveats.map((caveat) =>
      caveat.caveatId === caveatId ? { ...caveat, liftedOn } : caveat,
    ),
  }),
  /** Kept in the history alone. */
  CaveatTalkNoted: (pledge) => pledge,
} satisfies Partial<Evolutions>;
