/** A promise of which terms were stated later, by name. */
import { NO_TERMS, type Terms } from '@pledgeline/contracts';
import { exampleEvent, PLEDGE } from './named-events.ts';

export const termsStated = (terms: Partial<Terms>) =>
  exampleEvent('TermsStated', '2025-08-15', {
    pledgeId: PLEDGE,
    terms: { ...NO_TERMS, ...terms },
    source: 'Note verbale 2025/90',
  })();
