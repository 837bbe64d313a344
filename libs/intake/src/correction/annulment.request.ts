/** Bodies of the acts by which an event is struck from a history. */
import { Id, Text } from '@pledgeline/request-fields';

export class ProposeAnnulmentRequest {
  @Id({
    example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f66',
    description: 'Id of the event, from the history. What came with it is struck too.',
  })
  annuls!: string;

  @Text({
    example: 'The note is about another unit',
    description: 'Read by whoever may read one of the events.',
  })
  reason!: string;
}

export class RejectAnnulmentRequest {
  @Text({ example: 'The note is about this unit' })
  reason!: string;
}
