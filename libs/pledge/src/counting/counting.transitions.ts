/** How a promise is to be counted: when, by whom, and what follows. Lifecycle page, sections 8 and 9. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { countAgainst } from './count-against.ts';
import type { CountingWishes } from './counting.wishes.ts';
import { declarePhases } from './phases.ts';

export const countingTransitions: Rows<keyof CountingWishes> = {
  CountAgainst: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['DESK'],
    decide: countAgainst,
    events: ['PledgeCountedAgainst'],
    to: null,
  },
  DeclarePhases: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['MS'],
    decide: declarePhases,
    events: ['PhasesDeclared'],
    to: null,
  },
};
