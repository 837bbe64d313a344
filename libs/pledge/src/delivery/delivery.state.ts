/** The deliveries for a pledge, kept apart by kind. A sum is null, never 0, where nobody stated a figure. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface DeliveryState {
  /** Money, courses, people, equipment, acts and measurements, from the first of them on. */
  readonly delivered: Delivered | null;
}

export interface Delivered {
  /** One line for each currency, source, fund, funder and year: none of them is ever summed with another. */
  readonly funds: readonly FundsLine[];
  /** What arrived, each amount with its day. */
  readonly payments: readonly Payment[];
  readonly courses: readonly Course[];
  /** Of all courses. */
  readonly training: Training;
  readonly secondments: readonly Secondment[];
  /** One line for each item and receiver. */
  readonly equipment: readonly EquipmentLine[];
  readonly acts: readonly PoliticalAct[];
  readonly measurements: readonly Measurement[];
}

/** The fields that distinguish one line of money from another. */
export type FundsKey = Pick<
  DataOf<'FundsPledged'>,
  'currency' | 'funding' | 'fund' | 'funder' | 'trancheYear'
>;

export interface FundsLine extends FundsKey {
  readonly pledged: number | null;
  readonly committed: number | null;
  readonly received: number | null;
}

export type Payment = FundsKey & Pick<DataOf<'FundsReceived'>, 'amount' | 'receivedOn'>;

export interface Training {
  readonly trained: number;
  readonly women: number | null;
  readonly leaders: number | null;
}

export interface EquipmentLine {
  readonly item: string;
  readonly receiver: string;
  readonly number: number;
  /** How many of them are said to be in use. */
  readonly inUse: number | null;
}

export interface Course extends Omit<DataOf<'CourseDelivered'>, 'pledgeId'> {
  /** The account that recorded it, which does not judge it. */
  readonly recordedBy: string;
}

/** `to` is the planned end; `endedOn` is null while the post is held. */
export interface Secondment extends Omit<
  DataOf<'ExpertSeconded'>,
  'pledgeId' | 'onRecord' | 'exception' | 'approver'
> {
  readonly endedOn: string | null;
}

export type PoliticalAct = Omit<DataOf<'PoliticalActRecorded'>, 'pledgeId'>;
export interface Measurement extends Omit<DataOf<'TargetMeasured'>, 'pledgeId'> {
  /** Whose measurement it is: a side, never a person. */
  readonly by: 'EVALUATOR' | 'STATE';
}

export const nothingYet: Delivered = {
  funds: [],
  payments: [],
  courses: [],
  training: { trained: 0, women: null, leaders: null },
  secondments: [],
  equipment: [],
  acts: [],
  measurements: [],
};

export interface DeliveryCommands {
  PledgeFunds: Omit<DataOf<'FundsPledged'>, 'pledgedOn'>;
  CommitFunds: Omit<DataOf<'FundsCommitted'>, 'committedOn'>;
  ReceiveFunds: Omit<DataOf<'FundsReceived'>, 'receivedOn'>;
  DeliverCourse: DataOf<'CourseDelivered'>;
  SecondExpert: DataOf<'ExpertSeconded'>;
  EndSecondment: Omit<DataOf<'SecondmentEnded'>, 'endedOn'>;
  DeliverEquipment: Omit<DataOf<'EquipmentDelivered'>, 'deliveredOn'>;
  RecordPoliticalAct: Omit<DataOf<'PoliticalActRecorded'>, 'doneOn'>;
  /** The unit is that of the indicator. */
  MeasureTarget: Omit<DataOf<'TargetMeasured'>, 'measuredOn' | 'unit'>;
}

export const deliveryState = statePart<DeliveryState, DeliveryCommands>({ delivered: null });
