/** The gaps a pledge is set against, and the one it was chosen for. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface SelectionState {
  /** Those that hold a reservation now. */
  readonly matches: readonly Match[];
  /** Reservations that were answered, by a match or a refusal. */
  readonly answeredReservations: readonly string[];
  /** With what follows from it down to the deployment: of the present turn. A renewal after repatriation clears them. */
  readonly selection: Selection | null;
}

export interface Match {
  readonly gapId: string;
  readonly reservationId: string;
  readonly mission: string;
  readonly quantity: number;
}

export interface Selection {
  readonly gapId: string;
  readonly reservationId: string;
  readonly mission: string;
  readonly selectedOn: string;
}

export interface SelectionCommands {
  MatchPledge: Fields<'PledgeMatched', 'pledgeId' | 'gapId' | 'reservationId' | 'mission' | 'quantity'> & {
    /** Codes that fill the gap, its own first. */
    readonly acceptedCodes: readonly string[];
    /** True when a reservation waits for the answer: a refusal is then recorded as an event instead of thrown. */
    readonly reserved: boolean;
  };
  ReleaseMatch: Fields<'MatchReleased', 'pledgeId' | 'gapId' | 'reason'>;
  SelectUnit: Omit<DataOf<'UnitSelected'>, 'mission' | 'selectedOn'>;
  DeclineSelection: Fields<'SelectionDeclined', 'pledgeId' | 'reason'>;
}

export const selectionState = statePart<SelectionState, SelectionCommands>({
  matches: [],
  answeredReservations: [],
  selection: null,
});
