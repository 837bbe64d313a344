/** What the state asked of the Secretariat, and what came of it. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface SupportState {
  readonly supportRequests: readonly SupportRequest[];
}

export interface SupportRequest extends Omit<DataOf<'SupportRequested'>, 'pledgeId'> {
  /** Null where no source gives the day; so for the day of the outcome. */
  readonly askedOn: string | null;
  /** Null while it waits. */
  readonly outcome: 'ANSWERED' | 'DECLINED' | null;
  readonly settledOn: string | null;
  /** The answer, or the reason why there is none. */
  readonly answer: string | null;
  readonly reference: string | null;
}

export interface SupportCommands {
  RequestSupport: DataOf<'SupportRequested'>;
  AnswerSupportRequest: DataOf<'SupportRequestAnswered'>;
  DeclineSupportRequest: DataOf<'SupportRequestDeclined'>;
}

export const supportState = statePart<SupportState, SupportCommands>({ supportRequests: [] });

export const openSupportRequests = ({ supportRequests }: SupportState): readonly SupportRequest[] =>
  supportRequests.filter(({ outcome }) => outcome === null);
