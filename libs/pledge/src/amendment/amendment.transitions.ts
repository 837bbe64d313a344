/** A state changes what it promised: when, by whom, and what follows. Lifecycle page, section 5. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { amend } from './amendment.ts';
import type { AmendmentWishes } from './amendment.wishes.ts';

export const amendmentTransitions: Rows<keyof AmendmentWishes> = {
  AmendPledge: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['MS'],
    decide: amend,
    events: ['PledgeAmended'],
    to: null,
  },
};
