/** How long an offer stands, and how it stops standing: when, by whom, and what follows. Lifecycle page, sections 4 to 6. */
import { END_STATUSES } from '@pledgeline/contracts';
import { CAPABILITY, CAPABILITY_UNDATED, COMMON, OFFERED, except } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { lapse, lapseDue, remind, reminderDue, renew, renewable, withdraw } from './validity.ts';
import type { ValidityWishes } from './validity.wishes.ts';

export const validityTransitions: Rows<keyof ValidityWishes> = {
  WithdrawPledge: {
    ...COMMON,
    from: except(...END_STATUSES, 'DEPLOYED'),
    roles: ['MS'],
    decide: withdraw,
    events: ['PledgeWithdrawn'],
    to: 'WITHDRAWN',
  },
  RenewPledge: {
    ...CAPABILITY,
    from: [...OFFERED, 'LAPSED', 'REPATRIATED'],
    roles: ['MS'],
    needs: 'an end of validity; after a lapse, within the time of revival',
    precondition: renewable,
    decide: renew,
    events: ['PledgeRenewed'],
    to: 'MATCHED stays, otherwise REGISTERED',
  },
  RemindRenewal: {
    ...CAPABILITY_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    needs: 'an end of validity that is near, with no reminder sent for it',
    precondition: reminderDue,
    alreadySo: (_command, pledge) => pledge.validUntil !== null && pledge.remindedFor === pledge.validUntil,
    decide: remind,
    events: ['RenewalReminded'],
    to: null,
  },
  LapsePledge: {
    ...CAPABILITY_UNDATED,
    from: OFFERED,
    roles: ['SYSTEM'],
    needs: 'validity and grace are over',
    precondition: lapseDue,
    alreadySo: (_command, pledge) => pledge.status === 'LAPSED',
    decide: lapse,
    events: ['PledgeLapsed'],
    to: 'LAPSED',
  },
};
