/** How the pledge changes: its state changed what it promised. */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';
import { moneyPromised, promisedIn } from './amendment.state.ts';
import type { AmendedField } from './amendment.wishes.ts';

export const amendmentEvolution = {
  PledgeAmended: (pledge, data, event) => {
    const { pledgeId: _, ...said } = data;
    const amendedOn = event.metadata.occurredOn;
    const history = [...(pledge.amendment?.history ?? []), { ...said, amendedOn }];
    const amendment = { description: promisedIn(pledge), money: moneyPromised(pledge), history };
    return data.changes.reduce(withChange, { ...pledge, amendment });
  },
} satisfies Partial<Evolutions>;

const withChange = (pledge: Pledge, change: AmendedField): Pledge => {
  switch (change.field) {
    case 'description':
      return {
        ...pledge,
        amendment: pledge.amendment && { ...pledge.amendment, description: change.new },
      };
    case 'timeframe':
      return { ...pledge, timeframe: change.new };
    case 'quantity':
      return { ...pledge, quantity: change.new };
    case 'money':
      return { ...pledge, amendment: pledge.amendment && { ...pledge.amendment, money: change.new } };
    case 'deployWithinDays':
      return { ...pledge, deployWithinDays: change.new };
    default:
      return pledge;
  }
};
