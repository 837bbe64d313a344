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
  /** In the measure of the gap. */
  readonly quantity: number;
  readonly unit: string | null;
  /** Of the pledge, in its own measure; null before measures were compared, when it was as many. */
  readonly takes: number | null;
  /** Side by side in whole numbers; null where unknown. */
  readonly units: number | null;
  readonly persons: number | null;
  readonly aircraft: number | null;
  readonly personsPerUnit: number | null;
  readonly personsPerUnitFrom: DataOf<'PledgeMatched'>['personsPerUnitFrom'];
}

export interface Selection {
  /** With the reservation: empty for readers who do not see by whom a gap is filled. */
  readonly gapId: string | null;
  readonly reservationId: string | null;
  readonly mission: string;
  readonly selectedOn: string;
}

export interface SelectionCommands {
  MatchPledge: Fields<
    'PledgeMatched',
    'pledgeId' | 'gapId' | 'reservationId' | 'mission' | 'quantity' | 'unit'
  > & {
    /** The answer to MEASURE_UNCLEAR. */
    readonly personsPerUnit: number | null;
    /** Codes that fill the gap, its own first. */
    readonly acceptedCodes: readonly string[];
    /** True when a reservation waits for the answer: a refusal is then recorded as an event instead of thrown. */
    readonly reserved: boolean;
  };
  ReleaseMatch: Fields<'MatchReleased', 'pledgeId' | 'gapId' | 'reason'>;
  SelectUnit: Omit<DataOf<'UnitSelected'>, 'mission' | 'selectedOn' | 'gapId'> & { readonly gapId: string };
  DeclineSelection: Fields<'SelectionDeclined', 'pledgeId' | 'reason'>;
}

export const selectionState = statePart<SelectionState, SelectionCommands>({
  matches: [],
  answeredReservations: [],
  selection: null,
});
