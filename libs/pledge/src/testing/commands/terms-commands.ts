/** Accepted examples: terms that the announcement did not state. */
import { NO_TERMS } from '@pledgeline/contracts';
import type { TargetsCommands } from '../../targets/targets.state.ts';
import type { TermsCommands } from '../../terms/terms.state.ts';
import { PLEDGE } from '../named-events.ts';
import { state, type ExamplesOf } from '../example-command.ts';

export const termsCommands: ExamplesOf<keyof (TermsCommands & TargetsCommands)> = {
  StateTerms: {
    type: 'StateTerms',
    data: {
      pledgeId: PLEDGE,
      shareAimedAt: null,
      terms: { ...NO_TERMS, womenShareTarget: 20 },
      source: 'Note verbale 2025/90',
    },
    meta: state,
  },
  StateTarget: {
    type: 'StateTarget',
    data: {
      pledgeId: PLEDGE,
      indicator: 'WOMEN_TRAINED',
      value: null,
      factor: 2,
      baseline: null,
      baselineYear: null,
      year: 2027,
      source: 'Note verbale 2025/91',
      reason: null,
    },
    meta: state,
  },
};
