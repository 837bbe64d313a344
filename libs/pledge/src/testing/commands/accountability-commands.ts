import type { AccountabilityCommands } from '../../accountability/accountability.state.ts';
import { PLEDGE } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const accountabilityCommands: ExamplesOf<keyof AccountabilityCommands> = {
  FulfilPledge: {
    type: 'FulfilPledge',
    data: { pledgeId: PLEDGE, as: 'FULL', reason: 'All went', evidence: ['event-20'], statedShare: null },
    meta: by('SFGC'),
  },
};
