/** Accepted examples: terms that the announcement did not state. */
import { NO_TERMS } from '@pledgeline/contracts';
import type { TermsCommands } from '../../terms/terms.state.ts';
import { PLEDGE } from '../named-events.ts';
import { state, type ExamplesOf } from '../example-command.ts';

export const termsCommands: ExamplesOf<keyof TermsCommands> = {
  StateTerms: {
    type: 'StateTerms',
    data: { pledgeId: PLEDGE, terms: { ...NO_TERMS, womenShareTarget: 20 }, source: 'Note verbale 2025/90' },
    meta: state,
  },
};
