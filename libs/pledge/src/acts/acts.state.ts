/** What officers recorded for states and bodies. */
import type { DataOf } from '@pledgeline/contracts';
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import type { AnnulmentExamined } from '../annulment/annulment.state.ts';
import type { Examined } from '../correction/correction.state.ts';
import { statePart } from '../state-part.ts';

export interface ActsState {
  /** In the order in which they were recorded. */
  readonly acts: readonly Act[];
  /** By those for whom they were recorded, and for the readers of the events that they mark. */
  readonly objections: readonly Objection[];
}

export type Objection = Omit<DataOf<'ActObjected'>, 'pledgeId'> & {
  readonly objectedOn: string;
  readonly visibility: Visibility;
};

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

export const ACT_STANDINGS = ['PROPOSED', 'RECORDED', 'REJECTED', 'OBJECTED'] as const;
export type ActStanding = (typeof ACT_STANDINGS)[number];

export interface ActsCommands {
  ApproveAct: { readonly pledgeId: string; readonly actId: string };
  /** The act and what would have to change are looked at over the whole stream. */
  ObjectToAct: Examined & {
    readonly pledgeId: string;
    readonly actId: string;
    readonly wholeAct: boolean;
    readonly reason: string;
    readonly asked: DataOf<'ActObjected'>['asked'];
    /** As the act stood when it was looked at; null where there is none. */
    readonly standing: ActStanding | null;
    /** Those that the act wrote, without the note of its paper. */
    readonly events: readonly RecordedEvent[];
    /** What the annulment of the whole act would break. */
    readonly annulment: AnnulmentExamined;
    readonly correctionId: string;
    readonly annulmentId: string;
  };
  RejectAct: { readonly pledgeId: string; readonly actId: string; readonly reason: string };
}

export const actsState = statePart<ActsState, ActsCommands>({ acts: [], objections: [] });

/** Who may object: those whose act it is said to be, and the state of the pledge for a body. */
export const stateOfAct = ({ state }: Act, memberState: string): string => state ?? memberState;

/** Acts to which nobody has objected. */
export const isOpenToObjection = ({ standing }: Act): boolean =>
  standing === 'PROPOSED' || standing === 'RECORDED';
