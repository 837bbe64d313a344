/** The questions to the state, and what its registration says. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface RegistrationState {
  readonly clarifications: readonly Clarification[];
}

export interface Clarification {
  readonly clarificationId: string;
  readonly question: string;
  readonly field: string | null;
  readonly dueOn: string;
  readonly blocking: boolean;
  readonly answered: boolean;
}

export interface RegistrationCommands {
  RequestClarification: DataOf<'ClarificationRequested'>;
  ProvideClarification: DataOf<'ClarificationProvided'>;
  RegisterPledge: Omit<DataOf<'PledgeRegistered'>, 'level' | 'validUntil' | 'track'> & {
    /** On its true dates the offer is over: its history is entered only now. */
    readonly lateEntry: boolean;
  };
  DeclineRegistration: DataOf<'RegistrationDeclined'>;
}

export const registrationState = statePart<RegistrationState, RegistrationCommands>({ clarifications: [] });
