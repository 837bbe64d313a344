/** What officers recorded for states and bodies. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface ActsState {
  /** In the order in which they were recorded. */
  readonly acts: readonly Act[];
}

export type Act = Omit<DataOf<'ActRecorded'>, 'pledgeId'> & {
  /** Day of the clock, from which the state has time to object. */
  readonly recordedOn: string;
  /** Under which its events were written; those of a proposal have another. */
  readonly commandId: string;
  readonly standing: ActStanding;
  /** Subjects of those who recorded and approved it, and so judge nothing of it. Not for readers. */
  readonly officers: readonly string[];
  /** Why a second officer is needed; null where none is. */
  readonly ground: string | null;
  /** Body of the command while it waits for the second officer; null otherwise. */
  readonly proposed: unknown;
};

export const ACT_STANDINGS = ['PROPOSED', 'RECORDED', 'REJECTED'] as const;
export type ActStanding = (typeof ACT_STANDINGS)[number];

export interface ActsCommands {
  ApproveAct: { readonly pledgeId: string; readonly actId: string };
  RejectAct: { readonly pledgeId: string; readonly actId: string; readonly reason: string };
}

export const actsState = statePart<ActsState, ActsCommands>({ acts: [] });
