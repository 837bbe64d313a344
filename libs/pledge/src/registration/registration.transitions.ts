/** Questions to the state, and the decision whether its promise enters the register: when, by whom, and what follows. Lifecycle page, sections 4 to 6. */
import { OPEN_STATUSES, STATUSES } from '@pledgeline/contracts';
import { COMMON, COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import {
  decline,
  openClarification,
  provideClarification,
  readyToRegister,
  register,
  requestClarification,
} from './registration.ts';
import type { RegistrationWishes } from './registration.wishes.ts';

export const registrationTransitions: Rows<keyof RegistrationWishes> = {
  RequestClarification: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['DESK', 'SFGC', 'FGS', 'PD', 'IMPL'],
    decide: requestClarification,
    events: ['ClarificationRequested'],
    to: null,
  },
  ProvideClarification: {
    ...COMMON_UNDATED,
    from: STATUSES,
    roles: ['MS'],
    needs: 'an open question',
    precondition: openClarification,
    decide: provideClarification,
    events: ['ClarificationProvided'],
    to: null,
  },
  RegisterPledge: {
    ...COMMON,
    from: ['ACKNOWLEDGED'],
    roles: ['SFGC', 'DESK'],
    needs: 'no open blocking question; for a capability (SFGC) the documents of Level 1',
    precondition: readyToRegister,
    decide: register,
    events: ['PledgeRegistered'],
    to: 'REGISTERED',
  },
  DeclineRegistration: {
    ...COMMON_UNDATED,
    from: ['ACKNOWLEDGED'],
    roles: ['SFGC', 'DESK'],
    decide: decline,
    events: ['RegistrationDeclined'],
    to: 'DECLINED',
  },
};
