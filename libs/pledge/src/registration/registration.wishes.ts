/** What can be wished of a pledge: questions to the state, and the decision whether its promise enters the register. */
import type { DataOf } from '@pledgeline/contracts';

export interface RegistrationWishes {
  RequestClarification: DataOf<'ClarificationRequested'>;
  ProvideClarification: DataOf<'ClarificationProvided'>;
  RegisterPledge: Omit<DataOf<'PledgeRegistered'>, 'level' | 'validUntil' | 'track'> & {
    /** On its true dates the offer is over: its history is entered only now. */
    readonly lateEntry: boolean;
  };
  DeclineRegistration: DataOf<'RegistrationDeclined'>;
}
