/** Accepted examples: a state changes what it promised. */
import type { AmendmentCommands } from '../../amendment/amendment.state.ts';
import { PLEDGE } from '../named-events.ts';
import { state, type ExamplesOf } from '../example-command.ts';

export const amendmentCommands: ExamplesOf<keyof AmendmentCommands> = {
  AmendPledge: {
    type: 'AmendPledge',
    data: {
      pledgeId: PLEDGE,
      changes: [{ field: 'timeframe', old: 'within a year', new: 'within two years' }],
      reason: 'Training takes longer',
      source: 'Note verbale 2025/77',
      consentReference: null,
      conversion: null,
    },
    meta: state,
  },
};
