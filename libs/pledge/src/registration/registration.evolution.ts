/** How the pledge changes: questions to the state, and the decision whether its promise enters the register. */
import type { Evolutions } from '../evolution.ts';

export const registrationEvolution = {
  ClarificationRequested: (pledge, data) => {
    const { pledgeId: _, ...asked } = data;
    return { ...pledge, clarifications: [...pledge.clarifications, { ...asked, answered: false }] };
  },
  ClarificationProvided: (pledge, data) => ({
    ...pledge,
    clarifications: pledge.clarifications.map((asked) =>
      asked.clarificationId === data.clarificationId ? { ...asked, answered: true } : asked,
    ),
  }),
  PledgeRegistered: (pledge, data, event) => ({
    ...pledge,
    status: 'REGISTERED',
    track: data.track,
    capabilityCode: data.capabilityCode,
    quantity: data.quantity,
    timeframe: data.timeframe,
    deployWithinDays: data.deployWithinDays,
    level: data.level,
    validUntil: data.validUntil,
    standsSince: event.metadata.occurredOn,
  }),
  RegistrationDeclined: (pledge) => ({ ...pledge, status: 'DECLINED' }),
} satisfies Partial<Evolutions>;
