/** A pledge is put under another code by two persons: when, by whom, and what follows. Lifecycle page, section 5. */
import { COMMON, COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { early, propose, proposed, reclassify } from './reclassification.ts';
import type { ReclassificationWishes } from './reclassification.wishes.ts';

export const reclassificationTransitions: Rows<keyof ReclassificationWishes> = {
  ProposeReclassification: {
    ...COMMON_UNDATED,
    from: ['REGISTERED'],
    roles: ['DESK'],
    needs: 'no level above Level 1',
    precondition: early,
    decide: propose,
    events: ['ReclassificationProposed'],
    to: null,
  },
  ReclassifyPledge: {
    ...COMMON,
    from: ['REGISTERED'],
    roles: ['DESK', 'SFGC'],
    needs: 'a proposal by another person, and no level above Level 1',
    precondition: proposed,
    decide: reclassify,
    events: ['PledgeReclassified'],
    to: null,
  },
};
