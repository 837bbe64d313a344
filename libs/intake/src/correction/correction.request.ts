/** Bodies of the acts by which a history is put right. */
import { AnyValue, Id, Parts, Text } from '@pledgeline/request-fields';

export class CorrectedFieldRequest {
  @Text({
    max: 100,
    example: 'occurredOn',
    description: 'A field of the event’s data, or `occurredOn` for its business date.',
  })
  field!: string;

  @AnyValue({ optional: true, example: '2021-03-01', description: 'What it says now.' })
  old?: unknown;

  @AnyValue({ optional: true, example: '2021-02-01', description: 'What it should say.' })
  new?: unknown;
}

export class ProposeCorrectionRequest {
  @Id({ example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f66', description: 'Id of the event, from the history.' })
  corrects!: string;

  @Parts(CorrectedFieldRequest)
  changes!: CorrectedFieldRequest[];

  @Text({
    example: 'The report gives the day before',
    description: 'Read by whoever may read the event itself.',
  })
  reason!: string;
}

export class RejectCorrectionRequest {
  @Text({ example: 'The report is right' })
  reason!: string;
}
