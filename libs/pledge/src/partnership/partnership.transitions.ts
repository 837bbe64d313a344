/** Several carry one pledge: when, by whom, and what follows. Lifecycle page, section 5. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { ANY_STATE, CAPABILITY, COMMON, COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { leadOf } from './partnership.state.ts';
import {
  declarePartnership,
  isPartnership,
  joinPartnership,
  leavePartnership,
  nameLead,
} from './partnership.ts';
import { agreeTurns, isRotation } from './turns.ts';
import type { PartnershipWishes } from './partnership.wishes.ts';

const AMONG_PARTNERS = {
  from: OPEN_STATUSES,
  needs: 'a partnership',
  precondition: isPartnership,
  to: null,
} as const;

export const partnershipTransitions: Rows<keyof PartnershipWishes> = {
  DeclarePartnership: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['MS', 'DESK'],
    stateOf: leadOf,
    decide: declarePartnership,
    events: ['PartnershipDeclared'],
    to: null,
  },
  JoinPartnership: {
    ...COMMON,
    ...AMONG_PARTNERS,
    roles: ['MS', 'PARTNER'],
    stateOf: () => ANY_STATE,
    decide: joinPartnership,
    events: ['PartnerJoined'],
  },
  LeavePartnership: {
    ...COMMON,
    ...AMONG_PARTNERS,
    roles: ['MS', 'PARTNER'],
    stateOf: () => ANY_STATE,
    decide: leavePartnership,
    events: ['PartnerLeft'],
  },
  NameLead: {
    ...COMMON,
    ...AMONG_PARTNERS,
    roles: ['MS', 'DESK'],
    stateOf: leadOf,
    decide: nameLead,
    events: ['LeadNamed'],
  },
  AgreeTurns: {
    ...CAPABILITY,
    ...AMONG_PARTNERS,
    roles: ['MS', 'DESK', 'FGS'],
    needs: 'a rotation',
    precondition: isRotation,
    stateOf: leadOf,
    decide: agreeTurns,
    events: ['TurnsAgreed'],
  },
};
