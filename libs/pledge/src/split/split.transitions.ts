/** One pledge goes on as several: when, by whom, and what follows. Lifecycle page, section 5; design, section 4. */
import { COMMON, COMMON_UNDATED, OFFERED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { derive } from './derive.ts';
import { split } from './split.ts';
import type { SplitWishes } from './split.wishes.ts';

export const splitTransitions: Rows<keyof SplitWishes> = {
  SplitPledge: {
    ...COMMON,
    from: OFFERED,
    roles: ['MS', 'SFGC'],
    decide: split,
    events: ['PledgeSplit'],
    to: 'SPLIT',
  },
  DerivePledge: {
    ...COMMON_UNDATED,
    from: [null],
    roles: ['SYSTEM'],
    alreadySo: (_command, pledge) => pledge.status !== null,
    decide: derive,
    events: ['PledgeDerived', 'PartnershipDeclared', 'PartnerJoined', 'RecordsCarriedOver'],
    to: 'REGISTERED',
  },
};
