/** How the pledge changes: how long an offer stands, and how it stops standing. */
import type { Evolutions } from '../evolution.ts';
import { atLevel } from '../readiness/readiness.evolution.ts';
import { newTurn } from '../selection/turn.ts';

export const validityEvolution = {
  PledgeRenewed: (pledge, data, event) =>
    atLevel(
      {
        ...(pledge.status === 'MATCHED' ? pledge : { ...pledge, ...newTurn, status: 'REGISTERED' }),
        validUntil: data.validUntil,
        standsSince: event.metadata.occurredOn,
        lapsedOn: null,
      },
      data.level,
    ),
  RenewalReminded: (pledge, data) => ({ ...pledge, remindedFor: data.validUntil }),
  PledgeLapsed: (pledge, data) => ({ ...pledge, status: 'LAPSED', lapsedOn: data.dueOn, matches: [] }),
  PledgeWithdrawn: (pledge) => ({
    ...pledge,
    ...(pledge.deployment === null ? newTurn : { matches: [] }),
    status: 'WITHDRAWN',
  }),
} satisfies Partial<Evolutions>;
