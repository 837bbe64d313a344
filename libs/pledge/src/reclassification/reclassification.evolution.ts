/** How the pledge changes: it is put under another code. */
import type { Evolutions } from '../evolution.ts';

export const reclassificationEvolution = {
  ReclassificationProposed: (pledge, { capabilityCode, reason }, { metadata: { actor } }) => ({
    ...pledge,
    reclassification: { capabilityCode, reason, proposedBy: actor },
  }),
  PledgeReclassified: (
    pledge,
    { capabilityCode, track, level, validUntil },
    { metadata: { occurredOn } },
  ) => ({
    ...pledge,
    capabilityCode,
    track,
    level,
    validUntil,
    standsSince: track === pledge.track ? pledge.standsSince : occurredOn,
    reclassification: null,
  }),
} satisfies Partial<Evolutions>;
