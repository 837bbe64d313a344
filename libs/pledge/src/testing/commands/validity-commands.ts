/** Accepted examples: how long an offer stands, and how it stops standing. */
import type { ValidityCommands } from '../../validity/validity.state.ts';
import { PLEDGE } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const validityCommands: ExamplesOf<keyof ValidityCommands> = {
  WithdrawPledge: {
    type: 'WithdrawPledge',
    data: { pledgeId: PLEDGE, reason: 'Needed at home', source: null },
    meta: state,
  },
  RenewPledge: { type: 'RenewPledge', data: { pledgeId: PLEDGE, validUntil: null }, meta: state },
  RemindRenewal: {
    type: 'RemindRenewal',
    data: { pledgeId: PLEDGE },
    meta: { ...by('SYSTEM'), now: '2026-05-02T03:00:00.000Z' },
  },
  LapsePledge: {
    type: 'LapsePledge',
    data: { pledgeId: PLEDGE },
    meta: { ...by('SYSTEM'), now: '2026-07-02T03:00:00.000Z' },
  },
};
