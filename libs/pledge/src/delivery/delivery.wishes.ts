/** What can be wished of a pledge: that what was given for it is noted. */
import type { DataOf } from '@pledgeline/contracts';

export interface DeliveryWishes {
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
